import { describe, expect, test } from "vitest";
import { mendedSigns } from "../../src/pdf/drawing/damagedSigns.js";

/** The codes of a font: each with its text and its width. */
type Codes = Readonly<Record<number, readonly [text: string, width: number]>>;

/** What is mended in a font with these codes, digits of half an em from code 0x190 on, and a letter. */
function mended(more: Codes, digits = "012567"): Record<number, string> {
  return mendedIn({ 0x100: ["n", 550], ...Object.fromEntries(Array.from(digits, (digit, i) => [0x190 + i, [digit, 500]])), ...more });
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

  test("is the digit where digits have several widths, but for what is narrower or wider than any: Caladea's 3 was read as a dash", () => {
    const caladea = { 0: ["n", 550], 1: ["0", 517], 2: ["1", 362], 3: ["2", 472], 4: ["3", 461], 5: ["5", 475], 6: ["6", 470], 7: ["7", 470] } as const;
    expect(mendedIn(caladea)).toEqual({});
    expect(mendedIn({ 0: caladea[0], 3: caladea[3], 4: caladea[4], 5: caladea[5], 6: caladea[6] })).toEqual({});
    expect(mendedIn({ ...caladea, 12: ["4", 492], 13: ["8", 485], 14: ["9", 400] })).toEqual({});
    expect(mendedIn({ ...caladea, 12: ["8", 221], 13: ["9", 221], 14: ["4", 1000], 15: ["<", 375], 16: ["=", 375] })).toEqual({
      12: "‘",
      13: "’",
      14: "—",
      15: "“",
      16: "”",
    });
  });

  test("is the digit where too few show their width", () => {
    expect(mended({ 0x13d: ["9", 250] }, "25")).toEqual({});
    expect(mended({ 0x13d: ["9", 250] }, "256")).toEqual({ 0x13d: "’" });
  });
});

test("a digit of another width is one in a font of digits alone: Caladea's tabular 3 was read as a dash", () => {
  const tabular: Codes = { 1: ["1", 554], 2: ["2", 554], 3: ["0", 554], 4: ["3", 461] };
  expect(mendedIn(tabular)).toEqual({});
  expect(mendedIn({ ...tabular, 5: ["n", 550] })).toEqual({ 4: "–" });
});

test("a plus without any width is what Qt writes for a place to cut a word", () => {
  expect(mended({ 0x13e: ["+", 0] })).toEqual({ 0x13e: "\u200B" });
  expect(mended({ 0x13e: ["+", 580] })).toEqual({});
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
