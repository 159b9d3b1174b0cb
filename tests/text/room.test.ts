import { expect, test } from "vitest";
import { flowOf } from "../../src/text/flow/flowLine.js";
import { wouldFit } from "../../src/text/flow/room.js";
import type { Word } from "../../src/layout/word.js";
import { lineOfSorted } from "../../src/layout/lines.js";

function line(baseline: number, space: number, ...texts: readonly string[]) {
  let x0 = 0;
  const words = texts.map((text): Word => {
    const box = { x0, y0: baseline - 8, x1: x0 + 6 * text.length, y1: baseline + 2 };
    x0 = box.x1 + space;
    return { text, box, baseline, size: 10, bold: false, glyphs: text.length };
  });
  return lineOfSorted(words)!;
}

test("a word fits behind a line only with a space as wide as the line's own: those of typewriters are twice as wide as others", () => {
  const fits = (space: number): boolean => {
    const [before, next] = flowOf([{ page: 1, field: "plan", left: 0, right: 100, rules: [], lines: [line(20, space, "ab", "cd", "ef"), line(32, 6, "ASEF", "heritage", "pro")] }]);
    return wouldFit(next!, { ...before!, x1: 60, reach: 88 }, 1);
  };
  expect(fits(3)).toBe(true);
  expect(fits(6)).toBe(false);
});

test("a word fits behind a line of a single one with the usual space of its cell", () => {
  const fits = (space: number): boolean => {
    const lines = [line(20, space, "ab", "cd", "ef"), line(32, space, "museum"), line(44, space, "Asia-Europe")];
    const [, before, next] = flowOf([{ page: 1, field: "plan", left: 0, right: 110, rules: [], lines }]);
    return wouldFit(next!, { ...before!, reach: 107 }, 1);
  };
  expect(fits(3)).toBe(true);
  expect(fits(6)).toBe(false);
});

test("a word that would fit by no more than what writers of PDFs round may not have fitted", () => {
  const fits = (reach: number): boolean => {
    const [before, next] = flowOf([{ page: 1, field: "plan", left: 0, right: 110, rules: [], lines: [line(20, 3, "ab", "cd", "ef"), line(32, 3, "Asia")] }]);
    return wouldFit(next!, { ...before!, x1: 60, reach }, 1);
  };
  expect(fits(87.1)).toBe(false);
  expect(fits(87.3)).toBe(true);
});

test("a word too long for the column does not show how far lines reach, if it is alone on its line; longer lines do", () => {
  const reach = (...texts: readonly string[]): number | undefined =>
    flowOf([{ page: 1, field: "plan", left: 0, right: 60, rules: [], lines: [line(20, 3, "ab", "cdefg"), line(32, 3, ...texts)] }])[0]?.reach;
  expect(reach("asemus.culture360")).toBe(45);
  expect(reach("asemus", "culture360")).toBe(99);
});
