import { describe, expect, test } from "vitest";
import { isLoose, isSpaced } from "../../src/text/flow/spacing.js";

const leading = (spread: number, less: number) => ({ leading: { pitch: 1.2, spread, less, ascent: 0.8, makesRoom: false } });
const line = (extra: number, size = 10) => ({ pitch: 1.2 + extra, ascent: 0.8, size });

describe("white space between two lines", () => {
  test("is what no rounding to pixels explains, beyond doubt or by little", () => {
    const tight = leading(0, 0);
    expect([0.07, 0.1, 0.13].map((extra) => [isLoose(line(extra), tight), isSpaced(line(extra), tight)])).toEqual([[false, false], [true, false], [true, true]]);
  });

  test("is all that is more than two pitches a pixel apart, which is all that rounding gives", () => {
    expect([leading(0, 0.08), leading(0.08, 0), leading(0.04, 0.04)].map((style) => [0.05, 0.07, 0.11].map((extra) => isLoose(line(extra), style)))).toEqual([
      [true, true, true],
      [false, false, true],
      [false, true, true],
    ]);
  });

  test("is none by a hundredth, as places are rounded, too", () => {
    expect(isLoose(line(0.01), leading(0, 0.2))).toBe(false);
  });

  test("is measured in the pixels of ordinary print where print is magnified", () => {
    const tight = leading(0, 0);
    expect([12, 24].map((size) => [isLoose(line(0.08, size), tight), isSpaced(line(0.08, size), tight)])).toEqual([[true, false], [true, false]]);
  });
});
