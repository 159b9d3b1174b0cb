import { describe, expect, test } from "vitest";
import type { SetLine } from "../support/cells.js";
import { outline, sentences, undecidedIn } from "../support/outlines.js";

/** Items whose lines hang, from `from` points down: they show where the lines of items start, and how far they reach. */
const hanging = (from = 20): SetLine[] => [
  [0, from, "• Study all that there is of it"],
  [7.5, from + 12, "and of all that there was"],
];

/** What becomes of a line that starts with a sign, where the lines of the item above it hang, and that one is full. */
const read = (above: string, ...lines: readonly SetLine[]): unknown =>
  outline([[[0, 20, `• ${above}`], ...lines]], [sentences(20), hanging(), hanging(), hanging()])[0];

describe("a number where the lines of the item above hang", () => {
  const full = "Study all that there is of it,";

  test("belongs to its sentence, if nothing shows an item", () => {
    expect(read(full, [7.5, 32, "1) the arts"])).toBe("bullet: • Study all that there is of it, 1) the arts");
  });

  test("is the first of a list that the line above announces", () => {
    expect(read("Study all that there is as this:", [7.5, 32, "1) the arts"])).toEqual(["bullet: • Study all that there is as this:", ["number: 1) the arts"]]);
    expect(read("Study all that there is as this:", [7.5, 32, "4) the arts"])).toBe("bullet: • Study all that there is as this: 4) the arts");
  });

  test("marks an item if the sentence above ends where there was room for it, though few lines show how far they are filled", () => {
    const after = (above: string): unknown => outline([[[0, 20, "• Study all that there is of it"], [0, 32, `• ${above}`], [7.5, 44, "1) Study it"]]], [hanging()])[1];
    expect(after("Study it all.")).toEqual(["bullet: • Study it all.", ["number: 1) Study it"]]);
    expect(after("Study it all of")).toBe("bullet: • Study it all of 1) Study it");
  });

  test("marks an item if more than a word space follows it", () => {
    expect(read(full, [7.5, 32, "1) ____the arts"])).toEqual(["bullet: • Study all that there is of it,", ["number: 1) the arts"]]);
  });

  test("marks an item if the line below hangs under its text", () => {
    expect(read(full, [7.5, 32, "1) the arts"], [17.5, 44, "and more"])).toEqual(["bullet: • Study all that there is of it,", ["number: 1) the arts and more"]]);
  });
});

describe("a number or a dash where no lines hang", () => {
  /** Items whose lines start under their markers. */
  const flush: SetLine[] = [
    [0, 20, "• Study all that there is of it"],
    [0, 32, "and of all that there was"],
  ];
  const readFlush = (...lines: readonly SetLine[]): unknown => outline([lines], [sentences(20), flush, flush, flush]);

  test("opens a list that goes on below, and belongs to its sentence if none does", () => {
    const above: SetLine = [0, 20, "• Study all that there is of it,"];
    expect(readFlush(above, [0, 32, "1) the arts of all the old lands"], [0, 44, "2) the lands"])).toEqual([
      ["bullet: • Study all that there is of it,", ["number: 1) the arts of all the old lands", "number: 2) the lands"]],
    ]);
    expect(readFlush(above, [0, 32, "1) the arts of all the old lands"], [0, 44, "3) the lands"])).toEqual([
      "bullet: • Study all that there is of it, 1) the arts of all the old lands 3) the lands",
    ]);
  });

  test("is no marker in a range that the line above begins, however far apart the lines are", () => {
    expect(readFlush([0, 20, "• Study it in Sofia on 29 June"], [0, 44, "– 1 July 2018"])).toEqual(["bullet: • Study it in Sofia on 29 June | – 1 July 2018"]);
  });
});

describe("a dash or a number below a full line that ends no sentence, where items stand that no white space divides", () => {
  /** Items whose lines start under their markers, and what is read and told of one with such lines. */
  const flush = (sign: string): SetLine[] => [
    [0, 20, `${sign} Study all that there is of it`],
    [0, 32, "and of all that there was"],
  ];
  const cell = (sign: string, above: string, below: string): SetLine[] => [[0, 20, `${sign} ${above}`], [0, 32, below]];
  const read = (sign: string, above: string, below: string): unknown => {
    const others = [sentences(20), flush(sign), flush(sign), flush(sign)];
    return [outline([cell(sign, above, below)], others).length, undecidedIn([cell(sign, above, below)], others)];
  };

  test("goes on with its sentence where a small letter or a name below a name is behind the dash, and that is told", () => {
    expect(read("–", "Study all museums of the land", "– large and small")).toEqual([1, ["land + –"]]);
    expect(read("–", "Study the ways of it all in Asia", "– Asia ways")).toEqual([1, ["Asia + –"]]);
    expect(read("–", "Study all that there is by the", "– Dances")).toEqual([1, ["the + –"]]);
  });

  test("is rather an item's with another capital, and that is told", () => {
    expect(read("–", "Study all museums of the land", "– Dances")).toEqual([2, ["land | –"]]);
    expect(read("–", "study all museums of the land", "– dances")).toEqual([2, ["land | –"]]);
    expect(read("–", "Study the ways of it all in Asia", "– Dances")).toEqual([2, ["Asia | –"]]);
  });

  test("is an item's beyond doubt where the line above ends a sentence or had room for it", () => {
    expect(read("–", "Study all museums of the land.", "– large and small")).toEqual([2, []]);
    const wide: SetLine = [0, 44, "– Read all that there is of it."];
    expect(undecidedIn([[...cell("–", "Study all of it", "– large and small"), wide]], [sentences(20), flush("–"), flush("–"), flush("–")])).toEqual([]);
  });

  test("goes on with its sentence where the number is not the list's next one, and that is told", () => {
    expect(read("1.", "Study all museums that are since", "12. December")).toEqual([1, ["since + 12."]]);
    expect(read("1.", "Study all museums that are since", "2. December")).toEqual([2, []]);
  });
});
