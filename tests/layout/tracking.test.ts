import { describe, expect, test } from "vitest";
import { wordsOf } from "../../src/layout/words.js";
import type { Glyph } from "../../src/pdf/page.js";
import { glyphAt, pageOf, textAt } from "../support/glyphs.js";

function texts(glyphs: readonly Glyph[]): string[] {
  return wordsOf(pageOf(glyphs), []).map((word) => word.text);
}

/** Letters 5 points wide at a size of 10, so far apart; spaces are drawn as the letters are. */
function spaced(text: string, x: number, ...gaps: readonly number[]): Glyph[] {
  let at = x;
  return [...text].map((letter, i) => {
    const glyph = glyphAt(letter, at, 50);
    at += 5 + (gaps[i % gaps.length] ?? 0);
    return glyph;
  });
}

describe("letters that are spaced out", () => {
  test("are a word, however they are kerned", () => {
    expect(texts(spaced("THEMES", 0, 3))).toEqual(["THEMES"]);
    expect(texts(spaced("THEMES", 0, 3, 3.5, 2.9))).toEqual(["THEMES"]);
    expect(texts(spaced("effective", 0, 1.7, 1.2, 1.7, 1.7, 1.7, 1.7, 1.7, 1.7))).toEqual(["effective"]);
  });

  test("are words where spaces are drawn, short ones as well", () => {
    expect(texts(spaced("the role of culture", 0, 3))).toEqual(["the", "role", "of", "culture"]);
  });

  test("fill a line where all spaces are the same", () => {
    expect(texts(spaced("for museums,", 0, 10.7))).toEqual(["for", "museums,"]);
  });

  test("leave words before and behind them apart", () => {
    expect(texts([...textAt("Our", 0, 50), ...spaced("common", 18, 3), ...textAt("aim", 69, 50)])).toEqual(["Our", "common", "aim"]);
  });

  test("do not take a marker for their first letter", () => {
    expect(texts([glyphAt("•", 0, 50), ...spaced("Culture", 8, 3)])).toEqual(["•", "Culture"]);
    expect(texts([glyphAt("–", 0, 50), ...spaced("Culture", 8, 3)])).toEqual(["–", "Culture"]);
  });
});

describe("single letters and digits", () => {
  test("are words where they are few", () => {
    expect(texts(spaced("abc", 0, 3))).toEqual(["a", "b", "c"]);
  });

  test("are words where the spaces between them differ", () => {
    expect(texts(spaced("abcdef", 0, 8, 9, 7))).toEqual(["a", "b", "c", "d", "e", "f"]);
  });

  test("are words where they are figures, or stand in columns", () => {
    expect(texts(spaced("20193", 0, 3))).toEqual(["2", "0", "1", "9", "3"]);
    expect(texts(spaced("YNYYNY", 0, 25))).toEqual(["Y", "N", "Y", "Y", "N", "Y"]);
  });
});
