import { describe, expect, test } from "vitest";
import type { SetLine } from "../support/cells.js";
import { outline, sentences, undecidedIn } from "../support/outlines.js";

describe("items without a marker that start with small letters", () => {
  const list: SetLine[] = [
    [0, 20, "Ministers agreed as follows:"],
    [0, 36, "grants for museums"],
    [0, 52, "loans for small enterprises and"],
    [0, 64, "others, whatever their sizes are"],
    [0, 80, "exchange of all their knowledge"],
  ];

  test("are divided by their white space, also where a line above was full", () => {
    expect(outline([list], [sentences(20)])).toEqual([
      "none: Ministers agreed as follows:",
      "none: grants for museums",
      "none: loans for small enterprises and others, whatever their sizes are",
      "none: exchange of all their knowledge",
    ]);
  });

  test("are divided by little white space where they end with semicolons, and that is told", () => {
    const spaced = (end: string): SetLine[] => [[0, 20, "grants for the small museums;"], [0, 34.5, `loans for small enterprises${end}`], [0, 49, "exchange of all knowledge"]];
    // Pixels make the leading vary so much that two points and a half are no white space beyond doubt.
    const others = sentences(20, [0, 0, 0, 1]);
    expect(outline([[[0, 5.5, "Ministers agreed on these:"], ...spaced(";")]], [others]).slice(-2)).toEqual(["none: loans for small enterprises;", "none: exchange of all knowledge"]);
    expect(undecidedIn([[[0, 5.5, "Ministers agreed on these:"], ...spaced(";")]], [others])).toContain("enterprises; | exchange");
    expect(outline([[[0, 5.5, "Ministers agreed on these:"], ...spaced(" so")]], [others]).slice(-1)).toEqual(["none: loans for small enterprises so exchange of all knowledge"]);
  });

  test("start behind a colon further in than the text that announces them", () => {
    const bulleted: SetLine[] = [
      [0, 20, "• Ministers agreed on:"],
      [30, 32, "grants for all museums now"],
      [0, 44, "• Study all that there is of it"],
      [10, 56, "and of all that there was"],
    ];
    const others = Array.from({ length: 3 }, (): SetLine[] => bulleted.slice(2));
    expect(outline([bulleted], [sentences(20), ...others])).toEqual([["bullet: • Ministers agreed on:", ["none: grants for all museums now"]], "bullet: • Study all that there is of it and of all that there was"]);
  });

  test("go on behind a colon where they are further in because they are centred, with the marker or without, and that is told", () => {
    const cell = (x: number, baseline = 32, ...more: SetLine[]): SetLine[] => [[0, 20, "• Ministers agreed on:"], [x, baseline, "grants for all"], ...more];
    const centred = (x: number): SetLine[] => cell(x, 32, [x + 21.25, 44, "of it"]);
    const hanging: SetLine[] = [[0, 20, "• Study all that there is of it"], [7.5, 32, "and of all that there was"]];
    const others = [sentences(20), hanging, hanging, hanging];
    for (const x of [22.5, 18.75]) expect([outline([centred(x)], others), undecidedIn([centred(x)], others)]).toEqual([["bullet: • Ministers agreed on: grants for all of it"], ["on: + grants"]]);
    // Two lines may have one middle by chance.
    expect(outline([cell(22.5)], others)).toEqual(outline([cell(26)], others));
    expect([outline([cell(26)], others), undecidedIn([cell(26)], others)]).toEqual([[["bullet: • Ministers agreed on:", ["none: grants for all"]]], []]);
    expect(outline([cell(22.5, 40)], others)).toEqual(outline([cell(26)], others));
  });

  test("are in doubt where they end with semicolons and little white space divides them, in a column whose items have more", () => {
    const bulleted: SetLine[] = [[0, 20, "• Study all that there is of it"], [7.5, 32, "and more"], [0, 52, "• Teach all that there is of it"]];
    const list = (apart: number): SetLine[] => [[0, 20, "• Ministers agreed on:"], [20, 32, "grants for the museums of towns;"], [20, 32 + apart, "loans for all of them"]];
    // Pixels make the leading vary so much that two points and a half are no white space beyond doubt.
    const others = [sentences(20, [0, 0, 0, 1]), bulleted, bulleted];
    expect([12, 14.5].map((apart) => undecidedIn([list(apart)], others))).toEqual([[], ["towns; | loans"]]);
  });

  test("start there also where the line that announces them had no room for their first word", () => {
    const bulleted: SetLine[] = [
      [0, 20, "• Ministers agreed on all of"],
      [10, 32, "these things, that is to say:"],
      [30, 44, "grants for all museums"],
      [30, 56, "and loans"],
    ];
    const others = Array.from({ length: 3 }, (): SetLine[] => [[0, 20, "• Study all that there is of it"], [10, 32, "and of all that there was"]]);
    expect(outline([bulleted], [sentences(20), ...others])).toEqual([["bullet: • Ministers agreed on all of these things, that is to say:", ["none: grants for all museums and loans"]]]);
  });

  test("start there also below lines that stand under their bullet", () => {
    const bulleted: SetLine[] = [[0, 20, "• Ministers agreed on these things:"], [14, 32, "grants for all museums"]];
    const others = Array.from({ length: 3 }, (): SetLine[] => [[0, 20, "• Study all that there is of it"], [0, 32, "and of all that there was"]]);
    expect(outline([bulleted], [sentences(20), ...others])).toEqual([["bullet: • Ministers agreed on these things:", ["none: grants for all museums"]]]);
  });

  test("start below white space with a word whose part before its hyphen had room above", () => {
    const spaced = (next: string): SetLine[] => [[0, 20, "Exchange of all their knowledge"], [0, 32, "loans for all museums"], [0, 48, next]];
    expect(outline([spaced("cross-border trade")], [sentences(20)])).toContain("none: cross-border trade");
    expect(outline([spaced("crossborders trade")], [sentences(20)])).not.toContain("none: crossborders trade");
  });

  test("are none behind a colon where the lines of the text itself stand as far in", () => {
    const bulleted: SetLine[] = [
      [0, 20, "• Ministers agreed on all of these"],
      [30, 32, "things and more:"],
      [30, 44, "grants"],
    ];
    const others = Array.from({ length: 3 }, (): SetLine[] => [[0, 44, "• Study all that there is of it"], [10, 56, "and of all that there was"]]);
    expect(outline([bulleted], [sentences(20), ...others])).toEqual(["bullet: • Ministers agreed on all of these things and more: grants"]);
  });

  test("do not make white space a part of the leading", () => {
    const others = Array.from({ length: 3 }, (): SetLine[] => list.slice(1));
    expect(outline([list], others)).toEqual(outline([list], [sentences(20)]));
  });

  test("are one where the line above is short by no more than paragraphs are set in from the right", () => {
    const list: SetLine[] = [
      [0, 20, "exchange of all their knowledge"],
      [0, 32, "and of much more of it"],
      [0, 44, "as well"],
    ];
    expect(outline([list], [sentences(20), sentences(20), sentences(20)])).toEqual(["none: exchange of all their knowledge and of much more of it as well"]);
  });

  test("are divided without white space, and by a page's end, where lines are filled and the one above was not", () => {
    const pages: SetLine[][] = [
      [
        [0, 20, "grants for museums and the arts"],
        [0, 32, "loans"],
        [0, 44, "exchange of all their knowledge"],
        [0, 56, "and art"],
      ],
      [[0, 20, "advice on all such things, also"], [0, 32, "legal advice"]],
    ];
    expect(outline(pages, [sentences(20), sentences(20), sentences(20)])).toEqual(["none: grants for museums and the arts loans", "none: exchange of all their knowledge and art", "none: advice on all such things, also legal advice"]);
  });
});
