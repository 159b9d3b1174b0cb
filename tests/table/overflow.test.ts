import { expect, test } from "vitest";
import { overflowBelow } from "../../src/table/matrix/overflow.js";
import type { RuledFrame } from "../../src/table/evidence/ruledFrames.js";
import { type SetLine, wordsAt } from "../support/cells.js";

/** Two columns between 0, 100 and 200; rows between 0, 40 and 80, where the page ends. */
const FRAME = { box: { x0: 0, y0: 0, x1: 200, y1: 80 }, columns: [0, 100, 200], rows: [0, 40, 80], closedBottom: true } as unknown as RuledFrame;

/** The lines of the last row: 12 points apart, the last of them 4 above the rule. */
const FULL: readonly SetLine[] = [[5, 52, "goes on"], [5, 64, "and on"], [5, 76, "in all"], [105, 52, "short"]];

function overflow(below: readonly SetLine[], inside: readonly SetLine[] = FULL, frame = FRAME): string[] {
  const own = wordsAt(inside);
  return overflowBelow(frame, own, [...own, ...wordsAt(below)]).map(({ text }) => text);
}

test("a line below a frame is of the cell above it where that had no room, as far below as its lines are apart", () => {
  expect(overflow([[5, 88, "the regions"]])).toEqual(["the", "regions"]);
});

test("it is none where it is nearer or further off, or the cell had room", () => {
  expect(overflow([[5, 85, "the regions"]])).toEqual([]);
  expect(overflow([[5, 92, "the regions"]])).toEqual([]);
  expect(overflow([[105, 88, "the regions"]])).toEqual([]);
  expect(overflow([[5, 88, "the regions"]], [[5, 52, "goes on"], [5, 64, "and ends"]])).toEqual([]);
});

test("it is none where it runs over a column or out of the frame, or nothing stands there", () => {
  expect(overflow([[5, 88, "a footer across the columns"]])).toEqual([]);
  expect(overflow([[-20, 88, "the regions"]])).toEqual([]);
  expect(overflow([])).toEqual([]);
});

test("of several lines only the first is below a rule that ends the frame", () => {
  expect(overflow([[5, 88, "the regions"], [5, 100, "Footer"]])).toEqual(["the", "regions"]);
});

test("all are below rules that a page leaves open, as far as they go on with their cells' lines", () => {
  const open = { ...FRAME, closedBottom: false };
  const full: readonly SetLine[] = [...FULL, [105, 64, "but"], [105, 78, "goes on"]];
  const below: readonly SetLine[] = [[5, 88, "the regions"], [105, 90, "there"], [5, 100, "of them"], [105, 103, "too"]];
  expect(overflow([...below, [50, 112, "Footer"], [5, 124, "of it"]], full, open)).toEqual(["the", "regions", "there", "of", "them", "too"]);
});

test("it is found below a line that is on the end of the frame itself", () => {
  expect(overflow([[105, 93, "the regions"]], [...FULL, [105, 64, "and"], [105, 81, "on"]])).toEqual(["the", "regions"]);
});

test("a paragraph below open rules may have white space above it that it has elsewhere in its cell, where a line would still have had room", () => {
  const inside: readonly SetLine[] = [[5, 45, "goes"], [5, 61, "on"], [5, 67, "and on"]];
  const [open, closed] = [false, true].map((closedBottom) => ({ ...FRAME, closedBottom }));
  expect(overflow([[5, 83, "further"]], inside, open)).toEqual(["further"]);
  expect(overflow([[25, 83, "further"]], inside, open)).toEqual([]);
  expect(overflow([[5, 83, "further"]], inside, closed)).toEqual([]);
});

test("it may start on the line beside its cell", () => {
  expect(overflow([[99.6, 88, "short"]], [[99.6, 52, "goes on"], [99.6, 64, "and on"], [99.6, 76, "in all"]])).toEqual(["short"]);
});
