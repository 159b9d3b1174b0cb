import { describe, expect, test } from "vitest";
import { mendedRuns } from "../../src/pdf/drawing/damagedRanges.js";

/** A map of a font whose glyphs stand in the order of their characters: digits and letters, and what else is given. */
function textsOf(more: Readonly<Record<number, string>>): string[] {
  const texts: string[] = [];
  for (let character = 0x30; character <= 0x7a; character++) texts[character - 0x1d] = String.fromCodePoint(character);
  for (const [code, text] of Object.entries(more)) texts[Number(code)] = text;
  return texts;
}

function mended(more: Readonly<Record<number, string>>): Record<number, string> {
  return Object.fromEntries(mendedRuns(textsOf(more)));
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
    const used = [..."ANEX 1–89THMRIOFVLUDC•"];
    expect([...mendedRuns(used)]).toEqual([]);
  });
});
