import { describe, expect, test } from "vitest";
import { type Part, spread } from "../../../src/pdf/actualText/spread.js";

/** Glyphs of 6 points' width, of 10 points' size: each character is one, "?" one of which the font says nothing; "|" starts a line, "_" leaves a gap. */
function parts(drawn: string): Part[] {
  const all: Part[] = [];
  let x = 0;
  let y = 100;
  for (const character of drawn) {
    if (character === "|") {
      x = 0;
      y += 12;
    } else if (character !== "_") all.push({ x, y, size: 10, width: 6, angle: 0, known: character === "?" ? undefined : character });
    if (character !== "|") x += 6;
  }
  return all;
}

test.each<[string, string, string, string[]]>([
  ["one character each", "??", "fi", ["f", "i"]],
  ["characters of two code units", "??", "a\u{1D400}", ["a", "\u{1D400}"]],
  ["spaces whose glyphs say nothing", "?????", "to be", ["t", "o", " ", "b", "e"]],
  ["a ligature alone", "?", "ffi", ["ffi"]],
  ["one glyph for several words", "?", "United Nations", ["United Nations"]],
  ["a ligature among letters that are known", "o?ce", "office", ["o", "ffi", "c", "e"]],
  ["ligatures side by side", "a??b", "affifflb", ["a", "ffi", "ffl", "b"]],
  ["letters that the font has otherwise", "x?y", "office", ["of", "fi", "ce"]],
  ["known letters that stand elsewhere in as long a text", "b?", "ab", ["a", "b"]],
  ["a letter whose accent is drawn by itself", "a??", "aé", ["a", "é", ""]],
  ["a letter and an accent that the text does not have", "a?", "a", ["a", ""]],
  ["far fewer letters than glyphs", "?????", "ab", ["a", "", "b", "", ""]],
  ["words, each by its glyphs", "??_???", "The matrix", ["Th", "e", "ma", "tr", "ix"]],
  ["words, a space drawn between them", "? ?", "fi ffl", ["fi", " ", "ffl"]],
  ["words on two lines", "???|??", "one two", ["o", "n", "e", "tw", "o"]],
  ["a text with space around it", "o?", " of ", ["o", "f"]],
])("%s: %s shows %j", (_, drawn, text, expected) => {
  expect(spread(text, parts(drawn))).toEqual(expected);
});

describe("nothing tells which glyphs show", () => {
  test.each([
    ["an empty text", "??", ""],
    ["white space", "??", " "],
    ["a word that is cut at the end of a line", "????|??", "Convention"],
    ["more words than stand there", "??_??", "one of them"],
    ["fewer words than stand there", "??_??_??", "two words"],
  ])("%s", (_, drawn, text) => {
    expect(spread(text, parts(drawn))).toBeUndefined();
  });
});

test("glyphs that are drawn from right to left have the text from left to right, as lines are read", () => {
  expect(spread("office", parts("???").reverse())).toEqual(["ce", "fi", "of"]);
});

test("a text may run in any direction", () => {
  const down = parts("??_??").map((part) => ({ ...part, x: part.y, y: part.x, angle: 90 }));
  expect(spread("both ways", down)).toEqual(["bo", "th", "wa", "ys"]);
});
