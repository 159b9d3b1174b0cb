import { describe, expect, test } from "vitest";
import type { SetLine } from "../support/cells.js";
import { outline, sentences, undecidedIn } from "../support/outlines.js";

describe("the first line of a page", () => {
  const before: SetLine[] = [
    [0, 20, "• Study these:"],
    [7.5, 40, "Read what is known of the world."],
    [7.5, 60, "Read what was said of the worlds"],
    [7.5, 72, "and of more."],
    [7.5, 92, "Read what all of the world reads"],
    [7.5, 104, "here and everywhere in the land."],
  ];
  test("is a paragraph of its own in a list of them, behind a full stop", () => {
    expect(outline([before, [[7.5, 20, "Encourage all"]]], [sentences(20)]).flat(2)).toContain("none: Encourage all");
  });

  test("goes on with an item whose lines hang further than its text stands behind the marker", () => {
    const others: SetLine[] = [
      [0, 20, "• Study what was said of all this"],
      [20, 32, "and what was done about it"],
      [0, 44, "• Teach what was said of all this"],
      [20, 56, "and what was done about it"],
    ];
    expect(outline([[[0, 20, "• Read all of what is known of the"]], [[20, 20, "world"]]], [sentences(20), others])).toEqual(["bullet: • Read all of what is known of the world"]);
  });

  test("is the first item of a list where it stands between the marker above and the lines that hang behind it", () => {
    const others: SetLine[] = [[0, 20, "• ____________Study what was said of it"], [19.5, 32, "and what was done about it"]];
    const list = (x: number): SetLine[][] => [[[0, 20, "• ____________Read what is known of it"], [19.5, 32, "and of it as it is said again"]], [[x, 20, "1. Promote it"]]];
    expect(outline(list(10), [sentences(20), others])).toEqual([["bullet: • Read what is known of it and of it as it is said again", ["number: 1. Promote it"]]]);
    expect(outline(list(19.5), [sentences(20), others])).toEqual(["bullet: • Read what is known of it and of it as it is said again 1. Promote it"]);
  });

  test("is the first item of a list where it would be a paragraph of its own", () => {
    expect(outline([before, [[7.5, 20, "(1) Encourage all"]]], [sentences(20)]).flat(3)).toContain("number: (1) Encourage all");
  });

  test("goes on with an item whose first line is indented, and whose other lines do not hang", () => {
    const others: SetLine[] = [[12, 20, "• Study the old lands of all"], [0, 32, "Europe and of the world"]];
    const torn: SetLine[] = [[12, 20, "• Study the old lands of all"]];
    expect(outline([torn, [[0, 20, "Europe as it was"]]], [sentences(20), others, others])).toEqual(["bullet: • Study the old lands of all Europe as it was"]);
    expect(outline([torn, [[40, 20, "Europe as it was"]]], [sentences(20), others, others])).toEqual(["bullet: • Study the old lands of all | Europe as it was"]);
  });

  test("goes on with a sentence that had no room on the page before, wherever it stands", () => {
    expect(outline([[[0, 20, "• Study what is known of the world"]], [[30, 20, "everywhere and of"]]], [sentences(20)])).toEqual(["bullet: • Study what is known of the world everywhere and of"]);
  });

  test("is a paragraph of its own where it starts a sentence and the line before ended none", () => {
    const fair: SetLine[] = [[0, 20, "• Fair of the Arts of 2009"]];
    expect(outline([fair, [[7.5, 20, "At the fair all"]]], [sentences(20)])).toEqual(["bullet: • Fair of the Arts of 2009 | At the fair all"]);
    expect(outline([fair, [[7.5, 20, "Paris was the place"]]], [sentences(20)])).toEqual(["bullet: • Fair of the Arts of 2009 Paris was the place"]);
  });

  test("is a paragraph of its own where the line before had room for its first word, also where that stands alone on its page", () => {
    const next: SetLine[] = [[7.5, 20, "To step up all that is known of"], [7.5, 32, "the world"]];
    expect(outline([[[0, 20, "• The 3rd meeting"]], next], [sentences(20)])).toEqual(["bullet: • The 3rd meeting | To step up all that is known of the world"]);
  });

  test("is told by room for its first word where lines are not filled, too, but for a small letter", () => {
    const next = (first: string): SetLine[] => [[7.5, 20, `${first} all of the things there are`]];
    expect(outline([[[0, 20, "• Study it all"]], next("Teach")])).toEqual(["bullet: • Study it all | Teach all of the things there are"]);
    expect(outline([[[0, 20, "• Study it all"]], next("with")])).toEqual(["bullet: • Study it all with all of the things there are"]);
  });

  test("is an item of its own in a list of those without a stop", () => {
    const list: SetLine[] = [
      [0, 20, "• Study these:"],
      [7.5, 40, "Fairs of the world and of its cities"],
      [7.5, 60, "Grants for all of the communities"],
    ];
    expect(outline([list, [[7.5, 20, "Exchanges"]]], [sentences(20)])).toEqual([
      ["bullet: • Study these:", ["none: Fairs of the world and of its cities", "none: Grants for all of the communities", "none: Exchanges"]],
    ]);
  });

  test("is in doubt behind a full stop where it starts with a number that had no room, though words may be cut", () => {
    const cut: SetLine[] = [...before.slice(0, 5), [7.5, 104, "and all the knowl-"], [7.5, 116, "edge of all the old pilots now"], [7.5, 128, "and all others;"]];
    expect(undecidedIn([cut, [[7.5, 20, "2023202320232023 is more of it"]]], [sentences(20)])).toEqual(["others; | 2023202320232023"]);
  });

  test("goes on behind an abbreviation", () => {
    const cut = before.with(-1, [7.5, 104, "here and elsewhere as well, e.g."]);
    expect(outline([cut, [[7.5, 20, "workshops of the land"]]], [sentences(20)]).flat(2)).toContain(
      "none: Read what all of the world reads here and elsewhere as well, e.g. workshops of the land",
    );
  });

  test("goes on behind an abbreviation that may end a sentence, with a small letter", () => {
    const cut: SetLine[] = [[0, 20, "• Study maps, languages, books, etc."]];
    expect(outline([cut, [[7.5, 20, "on all of the world."]]], [sentences(20)])).toEqual(["bullet: • Study maps, languages, books, etc. on all of the world."]);
    expect(undecidedIn([cut, [[7.5, 20, "on all of the world."]]], [sentences(20)])).toEqual([]);
    expect(undecidedIn([cut, [[7.5, 20, "Everywhere"]]], [sentences(20)])).toEqual(["etc. + Everywhere"]);
  });

  test("is an item's of a deeper list where a dash stands further in than its sentence would", () => {
    const cut: SetLine[] = [[0, 20, "• Study what is known of the world"], [7.5, 32, "in all of the partner countries"]];
    expect(outline([cut, [[20, 20, "– for cities and for all of the"], [20, 32, "villages"]]], [sentences(20)])).toEqual([
      ["bullet: • Study what is known of the world in all of the partner countries", ["dash: – for cities and for all of the villages"]],
    ]);
    expect(outline([cut, [[7.5, 20, "– for cities and for all of the"], [7.5, 32, "villages"]]], [sentences(20)])).toEqual([
      "bullet: • Study what is known of the world in all of the partner countries – for cities and for all of the villages",
    ]);
  });

  test("is an item's where a dash had hardly room above if another line starts so, and the sentence's if none does", () => {
    const cell: SetLine[] = [
      [0, 20, "• Study what is known of the old lands and of"],
      [8, 32, "all that was known of it in partner regions"],
      [7.5, 44, "– for cities and for all of the villages in it"],
    ];
    expect(outline([cell], [sentences(20)])).toHaveLength(1);
    expect(outline([cell], [sentences(20)])[0]).toMatch(/regions – for cities/u);
    expect(outline([[...cell, [7.5, 56, "– of culture"]]], [sentences(20)])).toEqual([
      [expect.stringMatching(/regions$/u), [expect.stringMatching(/^dash: – for/u), "dash: – of culture"]],
    ]);
  });

  test("is an item's of a deeper list that goes on below, where its number stands between the dash above and its text", () => {
    const list: SetLine[] = [
      [0, 20, "• Study it all as it is known"],
      [15, 32, "– Read what is known of the"],
      [30, 44, "world;"],
    ];
    const next: SetLine[] = [
      [22.5, 20, "(1) Teach all of it;"],
      [22.5, 32, "(2) Write it down."],
    ];
    expect(outline([list, next], [sentences(20)])).toEqual([
      ["bullet: • Study it all as it is known", [["dash: – Read what is known of the world;", ["number: (1) Teach all of it;", "number: (2) Write it down."]]]],
    ]);
  });

  test("is a list's where the words before announce one, and a title's rest behind a colon alone", () => {
    const next: SetLine[] = [[7.5, 20, "Encouragement"]];
    expect(outline([[[0, 20, "• Do what is set out as follows:"]], next], [sentences(20)])).toEqual([["bullet: • Do what is set out as follows:", ["none: Encouragement"]]]);
    expect(outline([[[0, 20, "• The creative world of Europe:"]], next], [sentences(20)])).toEqual(["bullet: • The creative world of Europe: Encouragement"]);
  });

  test("goes on with a sentence that did not end", () => {
    const cut = before.with(-1, [7.5, 104, "here and everywhere in the lands"]);
    expect(outline([cut, [[7.5, 20, "Encourage all"]]], [sentences(20)]).flat(2)).toContain(
      "none: Read what all of the world reads here and everywhere in the lands Encourage all",
    );
  });
});
