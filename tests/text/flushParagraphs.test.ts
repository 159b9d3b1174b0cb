import { describe, expect, test } from "vitest";
import type { SetLine } from "../support/cells.js";
import { outline, sentences, unplacedIn } from "../support/outlines.js";

describe("a paragraph at the column's edge, where the lines of the item above start, too,", () => {
  const others = Array.from({ length: 3 }, (): SetLine[] => [[0, 20, "• Study all that there is of it"], [0, 32, "and of all that there was"]]);
  const below = (first: string, ...more: string[]): SetLine[] => [
    [0, 20, "• Study all of the things that are"],
    [0, 32, first],
    ...more.map((text, i): SetLine => [0, 50 + 18 * i, text]),
  ];
  const read = (cell: SetLine[]): unknown[] => [outline([cell], [sentences(20), ...others]), unplacedIn(cell, [sentences(20), ...others])];

  test("is an item of its own below the end of a sentence, and in doubt", () => {
    expect(read(below("of use to them.", "It is read by all of the world."))).toEqual([
      ["bullet: • Study all of the things that are of use to them.", "none: It is read by all of the world."],
      ["| It"],
    ]);
  });

  test("belongs to an item that starts with a title, with those after it, and in doubt", () => {
    expect(read(below("of use in 2010", "It is read by all of the world.", "Ministers thanked their host."))).toEqual([
      ["bullet: • Study all of the things that are of use in 2010 | It is read by all of the world. | Ministers thanked their host."],
      ["+ It", "+ Ministers"],
    ]);
  });

  test("is in a list that the item announces, and in doubt", () => {
    expect(read(below("of use, namely:", "Paintings of all the world."))).toEqual([
      [["bullet: • Study all of the things that are of use, namely:", ["none: Paintings of all the world."]]],
      ["+ Paintings"],
    ]);
  });

  const spaced = (apart: number, end: string): SetLine[] => [
    [0, 20, "• Teach all that there is to be so"],
    [0, 40, "• Study all of the things that are"],
    [0, 52, `of use in 2010${end}`],
    [0, 52 + apart, "It is read by all of the world."],
  ];
  const own = (end: string): string[] => ["bullet: • Teach all that there is to be so", `bullet: • Study all of the things that are of use in 2010${end}`, "none: It is read by all of the world."];
  const owned = (end: string): string[] => ["bullet: • Teach all that there is to be so", `bullet: • Study all of the things that are of use in 2010${end} | It is read by all of the world.`];

  test("is the item's beyond doubt where it is nearer to it than the item is to the one before", () => {
    expect(["", "."].map((end) => read(spaced(15, end)))).toEqual(["", "."].map((end) => [owned(end), []]));
  });

  test("is in doubt where it is as far, or further below a title: titles may have space below them", () => {
    expect([read(spaced(20, "")), read(spaced(20, "."))]).toEqual([[owned(""), ["+ It"]], [own("."), ["| It"]]]);
    expect([read(spaced(25, "")), read(spaced(25, "."))]).toEqual([[owned(""), ["+ It"]], [own("."), []]]);
  });

  test("is an item of its own beyond doubt below a nested list", () => {
    const cell: SetLine[] = [...below("of use in 2010"), [15, 50, "– paintings"], [0, 68, "It is read by all of the world."]];
    expect(read(cell)).toEqual([[["bullet: • Study all of the things that are of use in 2010", ["dash: – paintings"]], "none: It is read by all of the world."], []]);
  });

  test("is an item of its own beyond doubt where further paragraphs of other items are indented", () => {
    const indented: SetLine[] = [...below("of use in 2010"), [20, 50, "It is read by all of the world."]];
    const announced: SetLine[] = [...below("of use in 2010:"), [20, 50, "It is read by all of the world."]];
    const cell = below("of use in 2010", "Ministers thanked their host.");
    expect([indented, announced].map((other) => unplacedIn(cell, [sentences(20), ...others, other]))).toEqual([[], ["+ Ministers"]]);
    expect(outline([cell], [sentences(20), ...others, indented])).toHaveLength(2);
  });

  test("is in no doubt where lines hang", () => {
    const hanging = Array.from({ length: 3 }, (): SetLine[] => [[0, 20, "• Study all that there is of it"], [7.5, 32, "and of all that there was"]]);
    const cell: SetLine[] = [[0, 20, "• Study all of the things that are"], [7.5, 32, "of use in 2010"], [0, 50, "It is read by all of the world."]];
    expect(unplacedIn(cell, [sentences(20), ...hanging])).toEqual([]);
  });
});
