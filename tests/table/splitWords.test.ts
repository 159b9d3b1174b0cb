import { expect, test } from "vitest";
import { columnAt, splitBands, splitColumns } from "../../src/table/evidence/splitWords.js";
import type { Word } from "../../src/layout/word.js";
import { wordsAt } from "../support/cells.js";

const texts = (groups: readonly (readonly Word[])[]): string[][] => groups.map((words) => words.map(({ text }) => text));

test("a word is of the band that its baseline is in, also where its foot touches the line below; what stands outside is of the nearest", () => {
  const words = wordsAt([[0, 5, "over"], [0, 18, "first"], [0, 32, "touches"], [0, 45, "second"], [0, 90, "below"]]);
  expect(texts(splitBands(words, [10, 30, 50]))).toEqual([["over", "first", "touches"], ["second", "below"]]);
});

test("a word is of the column that its middle is in, a marker of the one that it ends in", () => {
  const words = wordsAt([[10, 20, "one"], [92, 20, "two"], [96, 20, "-"], [160, 20, "three"]]);
  expect(texts(splitColumns(words, [100, 150]))).toEqual([["one", "two", "-"], [], ["three"]]);
  expect(texts(splitColumns(words, [100, 150], (text) => text === "-"))).toEqual([["one", "two"], ["-"], ["three"]]);
});

test("a boundary itself is of the column at its right", () => {
  expect([99.9, 100, 150].map((x) => columnAt(x, [100, 150]))).toEqual([0, 1, 2]);
});
