import { describe, expect, test } from "vitest";
import { mendedRuns } from "../../src/pdf/drawing/damagedRanges.js";

/** A map of a font whose glyphs stand in the order of their characters: digits and letters, and what else is given. */
function textsOf(more: Readonly<Record<number, string>>): Map<number, string> {
  const texts = new Map<number, string>();
  for (let character = 0x30; character <= 0x7a; character++) texts.set(character - 0x1d, String.fromCodePoint(character));
  for (const [code, text] of Object.entries(more)) texts.set(Number(code), text);
  return new Map([...texts].sort(([code], [other]) => code - other));
}

/** What is mended where letters are as wide as they are in most fonts, and other codes half an em or as said. */
function mended(more: Readonly<Record<number, string>>, widths: Readonly<Record<number, number>> = {}): Record<number, string> {
  const letters: Readonly<Record<string, number>> = { f: 350, i: 280, l: 280 };
  const texts = textsOf(more);
  return Object.fromEntries(mendedRuns({ texts, widthOf: (code) => widths[code] ?? letters[texts.get(code) ?? ""] ?? 500 }));
}

describe("a range of characters whose bytes Ghostscript put together", () => {
  test("is what stands between its neighbours: an apostrophe was read as 9, in silence", () => {
    const damaged = { 0x20a: "–", 0x20e: "8", 0x20f: "9", 0x212: "<", 0x213: "=", 0x217: "•" };
    expect(mended(damaged)).toEqual({ 0x20e: "‘", 0x20f: "’", 0x212: "“", 0x213: "”" });
  });

  test("is mended at the end of the font, too, and where some letters are out of order", () => {
    expect(mended({ 0x20e: "8", 0x20f: "9" })).toEqual({ 0x20e: "‘", 0x20f: "’" });
    expect(mended({ 0x80: "ü", 0x81: "é", 0x20e: "8", 0x20f: "9" })).toEqual({ 0x20e: "‘", 0x20f: "’" });
  });

  test("is of ligatures if it is as wide as their letters, in whatever order the font has them", () => {
    const damaged = { 0x217: "•", 0x7ae: "\u00FB", 0x7af: "\u00FC" };
    expect(mended(damaged, { 0x7ae: 690, 0x7af: 630 })).toEqual({ 0x7ae: "ﬀ", 0x7af: "ﬁ" });
    expect(mended({ ...damaged, 0x7a0: "ﬃ" }, { 0x7ae: 630, 0x7af: 620 })).toEqual({ 0x7ae: "ﬁ", 0x7af: "ﬂ" });
    expect(mended(damaged, { 0x7ae: 500, 0x7af: 500 })).toEqual({});
  });

  test("is of ligatures that are narrower than their letters, as in condensed fonts, only at the end of the font's order: fi was read as û", () => {
    const damaged = { 0x217: "•", 0x7ae: "\u00FB", 0x7af: "\u00FC", 0x7b0: "\u00FD" };
    const widths = { 0x7ae: 570, 0x7af: 580, 0x7b0: 880 };
    expect(mended(damaged, widths)).toEqual({ 0x7ae: "ﬁ", 0x7af: "ﬂ", 0x7b0: "ﬃ" });
    expect(mended({ ...damaged, 0x7a0: "ﬃ" }, widths)).toEqual({});
  });

  test("is of accented letters if one is as wide as its letter", () => {
    expect(mended({ 0x217: "•", 0x7ae: "\u00FB", 0x7af: "\u00FC" }, { 0x58: 570, 0x7ae: 570, 0x7af: 570 })).toEqual({});
  });

  test("is unknown where several may be meant", () => {
    expect(mended({ 0x20e: "9", 0x20f: ":", 0x217: "™" })).toEqual({ 0x20e: "\uFFFD", 0x20f: "\uFFFD" });
    expect(mended({ 0x20e: "9", 0x20f: ":", 0x217: "•" })).toEqual({ 0x20e: "’", 0x20f: "‚" });
  });
});

describe("a character out of order", () => {
  test("stays where it is alone, for single characters are not damaged", () => {
    expect(mended({ 0x20a: "–", 0x20f: "9", 0x217: "•" })).toEqual({});
  });

  test("stays where no range of typographic characters gives it", () => {
    expect(mended({ 0x20a: "–", 0x20e: "A", 0x20f: "B", 0x217: "•" })).toEqual({});
    expect(mended({ 0x217: "•", 0x21e: "8", 0x21f: "9" })).toEqual({});
  });

  test("stays in a font that numbers its glyphs as they are used", () => {
    const used = new Map(Array.from("ANEX 1–89THMRIOFVLUDC•", (text, code) => [code, text]));
    expect([...mendedRuns({ texts: used, widthOf: () => 500 })]).toEqual([]);
  });
});
