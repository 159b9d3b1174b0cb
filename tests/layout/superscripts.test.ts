import { describe, expect, test } from "vitest";
import { baselinesOf } from "../../src/layout/baselines.js";
import { isSuperscriptOf, withScriptsInLine } from "../../src/layout/superscripts.js";
import type { Glyph } from "../../src/pdf/page.js";
import { glyphAt, textAt } from "../support/glyphs.js";

/** What is on each baseline, from top to bottom, after superscripts and subscripts have gone to theirs. */
function lines(...glyphs: readonly Glyph[][]): string[] {
  return withScriptsInLine(baselinesOf(glyphs.flat())).map((line) => line.glyphs.map(({ text }) => text).join(""));
}

/** "8" of 10 points, whose baseline is at 100, and what is `up` points above it and `behind` points behind its end. */
function behindEight(text: string, { up, behind = 0, size = 6 }: { up: number; behind?: number; size?: number }): string[] {
  return lines(textAt("8", 50, 100), textAt(text, 55 + behind, 100 - up, { size }));
}

describe("a superscript is in the line that it is raised from", () => {
  test("as far as three quarters of its font size", () => {
    expect(behindEight("th", { up: 7.4 })).toEqual(["", "8th"]);
    expect(behindEight("th", { up: 7.6 })).toEqual(["th", "8"]);
  });

  test("as far behind its word as a third of a font size, or before it", () => {
    expect(behindEight("th", { up: 4, behind: 3.4 })).toEqual(["", "8th"]);
    expect(behindEight("th", { up: 4, behind: 3.6 })).toEqual(["th", "8"]);
    expect(lines(textAt("1", 47, 96, { size: 6 }), textAt("ASEM", 53, 100))).toEqual(["", "1ASEM"]);
    expect(lines(textAt("1", 46, 96, { size: 6 }), textAt("ASEM", 53, 100))).toEqual(["1", "ASEM"]);
  });

  test("with everything between its words in its place", () => {
    expect(lines(textAt("8", 50, 100), textAt("CMM", 64, 100), textAt("th", 55, 96, { size: 6 }))).toEqual(["", "8thCMM"]);
  });

  test("and text beside it that is small, too, stays where it is", () => {
    expect(lines(textAt("8", 50, 100), textAt("th", 55, 96, { size: 6 }), textAt("note", 90, 96, { size: 6 }))).toEqual(["note", "8th"]);
    expect(lines(textAt("8", 50, 100), textAt("th", 55, 96, { size: 6 }), textAt("No", 61, 96))).toEqual(["No", "8th"]);
  });

  test("with all its letters, as near to one another as to the word", () => {
    const spaced = (by: number): string[] => lines(textAt("8", 50, 100), [glyphAt("t", 55, 96, { size: 6 }), glyphAt("h", 58 + by, 96, { size: 6 })]);
    expect(spaced(2)).toEqual(["", "8th"]);
    expect(spaced(2.2)).toEqual(["h", "8t"]);
  });

  test("measured by the word that it stands behind, not by larger ones on its line", () => {
    const mixed = (up: number, size: number): string[] => lines(textAt("B", 20, 100, { size: 20 }), textAt("8", 50, 100, { size: 8 }), textAt("th", 54, 100 - up, { size }));
    expect(mixed(5, 6)).toEqual(["", "B8th"]);
    expect(mixed(7, 6)).toEqual(["th", "B8"]);
    expect(mixed(-4, 6)).toEqual(["B8", "th"]);
    expect(mixed(5, 8)).toEqual(["th", "B8"]);
  });

  test("and not behind a space", () => {
    expect(lines(textAt("8", 50, 100), [glyphAt(" ", 55, 100)], textAt("th", 60, 96, { size: 6 }))).toEqual(["th", "8 "]);
  });

  test("up to a size at which text is a headline of its own", () => {
    const title = (size: number, up: number): string[] => lines([glyphAt("8", 50, 100, { size })], textAt("th", 50 + size / 2, 100 - up, { size: 10 }));
    expect(title(40, 29)).toEqual(["", "8th"]);
    expect(title(60, 31)).toEqual(["th", "8"]);
  });

  test("the nearer one of two", () => {
    const between = (above: number, below: number): string[] => lines(textAt("above", above - 25, 90), textAt("2", 76, 93.5, { size: 6 }), textAt("below", below - 25, 100));
    expect(between(75, 74)).toEqual(["above2", "", "below"]);
    expect(between(74, 75)).toEqual(["above", "", "below2"]);
  });
});

describe("a subscript is in the line that it is lowered from", () => {
  test("as far as two fifths of its font size", () => {
    expect(behindEight("2", { up: -3.9 })).toEqual(["82", ""]);
    expect(behindEight("2", { up: -4.1 })).toEqual(["8", "2"]);
  });
});

describe("raised text that is nearly as large as its line", () => {
  test("is a superscript if it touches the word before it", () => {
    expect(behindEight("th", { up: 4, size: 9, behind: 3 })).toEqual(["", "8th"]);
    expect(behindEight("th", { up: 4, size: 9.5, behind: 0.7 })).toEqual(["", "8th"]);
    expect(behindEight("th", { up: 4, size: 9.5, behind: 0.9 })).toEqual(["th", "8"]);
    expect(behindEight("th", { up: 4, size: 9.5, behind: -0.9 })).toEqual(["th", "8"]);
  });

  test("is none if it is longer than superscripts are", () => {
    expect(behindEight("bis", { up: 4, size: 10 })).toEqual(["", "8bis"]);
    expect(behindEight("also", { up: 4, size: 10 })).toEqual(["also", "8"]);
    expect(behindEight("also", { up: 4, size: 6 })).toEqual(["", "8also"]);
  });

  test("is none if it is lowered, or larger than the word", () => {
    expect(behindEight("th", { up: -3, size: 10 })).toEqual(["8", "th"]);
    expect(lines(textAt("8", 50, 100), textAt("th", 55, 103), textAt("note", 90, 103, { size: 6 }))).toEqual(["8", "thnote"]);
    expect(lines(textAt("8", 50, 100), textAt("th", 55, 96, { size: 11 }), textAt("CMM", 90, 100, { size: 11 }))).toEqual(["th", "8CMM"]);
  });

  test("is apart from small text on its baseline", () => {
    expect(lines(textAt("8", 50, 100), textAt("th", 55, 96, { size: 6 }), textAt("also", 61, 96, { size: 10 }))).toEqual(["also", "8th"]);
  });
});

test("a glyph is a superscript of the one before it that is larger, lower and near", () => {
  const isOfEight = (x: number, y: number, size: number): boolean => isSuperscriptOf(glyphAt("t", x, y, { size }), glyphAt("8", 50, 100));
  expect(isOfEight(58.4, 98, 9)).toBe(true);
  expect(isOfEight(58.6, 98, 9)).toBe(false);
  expect(isOfEight(58.4, 99, 9)).toBe(false);
  expect(isOfEight(58.4, 98, 9.1)).toBe(false);
});
