import { describe, expect, test } from "vitest";
import { mendedSigns } from "../../src/pdf/drawing/damagedSigns.js";

/** The codes of a font: each with its text and its width. */
type Codes = Readonly<Record<number, readonly [text: string, width: number]>>;

/** What is mended in a font with these codes, and digits of half an em from code 0x190 on. */
function mended(more: Codes, digits = "012567"): Record<number, string> {
  return mendedIn({ ...Object.fromEntries(Array.from(digits, (digit, i) => [0x190 + i, [digit, 500]])), ...more });
}

function mendedIn(codes: Codes): Record<number, string> {
  const texts = new Map(Object.entries(codes).map(([code, [text]]) => [Number(code), text]));
  return Object.fromEntries(mendedSigns({ texts, widthOf: (code) => codes[code]?.[1] }));
}

describe("a sign that Ghostscript has mapped to a digit, in a font in no order,", () => {
  test("is a quotation mark or a dash where it is not as wide as digits: an apostrophe was read as 9, in silence", () => {
    expect(mended({ 0x13c: ["8", 250], 0x13d: ["9", 250], 0x14b: ["3", 450], 0x14c: ["4", 900] })).toEqual({ 0x13c: "‘", 0x13d: "’", 0x14b: "–", 0x14c: "—" });
  });

  test("is the digit where it is as wide as the others, to within rounding, or as no such sign is", () => {
    expect(mended({ 0x13c: ["8", 500], 0x13d: ["9", 503], 0x14b: ["3", 300], 0x14c: ["4", 300] })).toEqual({});
  });

  test("is the digit where digits have several widths, or too few show theirs", () => {
    expect(mended({ 0x13d: ["9", 250], 0x13e: ["1", 300] })).toEqual({});
    expect(mended({ 0x13d: ["9", 250] }, "25")).toEqual({});
    expect(mended({ 0x13d: ["9", 250] }, "256")).toEqual({ 0x13d: "’" });
  });
});

describe("signs of mathematics", () => {
  test("are double quotation marks where they are a pair narrower than digits", () => {
    expect(mended({ 0x13e: ["<", 420], 0x13f: ["=", 420] })).toEqual({ 0x13e: "“", 0x13f: "”" });
  });

  test("stay where they are as wide as digits, or not as wide as each other, or alone", () => {
    expect(mended({ 0x13e: ["<", 490], 0x13f: ["=", 490] })).toEqual({});
    expect(mended({ 0x13e: ["<", 380], 0x13f: ["=", 450] })).toEqual({});
    expect(mended({ 0x13e: ["<", 420] })).toEqual({});
  });
});

describe("a font that numbers its glyphs as they are used, and has lost some sign,", () => {
  const used: Codes = { 1: ["A", 600], 2: ["2", 500], 3: ["0", 500], 4: ["9", 250], 5: ['"', 350], 6: ["3", 500], 7: ["1", 500] };

  test("may have lost its bullet, too: that is unknown", () => {
    expect(mendedIn(used)).toEqual({ 4: "’", 5: "\uFFFD" });
    expect(mendedIn({ ...used, 4: ["9", 500] })).toEqual({});
    expect(mendedIn({ ...used, 9: ["B", 600] })).toEqual({ 4: "’" });
  });

  test("has lost a dash if it has two codes for 3, and which of them is unknown if they are as wide", () => {
    expect(mendedIn({ ...used, 8: ["3", 500] })).toEqual({ 4: "’", 5: "\uFFFD", 6: "\uFFFD", 8: "\uFFFD" });
    expect(mendedIn({ ...used, 8: ["3", 450] })).toEqual({ 4: "’", 5: "\uFFFD", 8: "–" });
  });
});
