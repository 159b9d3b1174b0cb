import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TextPattern } from "../../src/text/words/textPattern.js";

const PATTERNS = [/\p{L}+/u, /^[\p{Lu}\p{N}]/u, /[^\p{L}\p{N}]+/u, /(\p{Ll}[\p{L}\p{M}]*)[-‐] ?(\p{N}*)/u, /\p{L}\p{M}/u, /\((?=\p{L}{2})/iu, /[[\]\p{L}]\]/u, /\P{L}\p{Ps}/u];

/** Letters, digits and signs: of ASCII, of texts that have no other letters, and others. */
const SIGNS = ["a", "A", "z", "Z", "0", "9", " ", "-", "(", "[", "]", ")", ".", "_", "’", "“", "–", "•", "\u00AD", "é", "Ж", "٣", "\u0301", "²", "\u{1D400}"];

describe("a pattern that asks for letters", () => {
  test.each(PATTERNS)("finds what it finds by itself, in any text: %s", (pattern) => {
    const own = new TextPattern(pattern);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...SIGNS), { maxLength: 8 }), (signs) => {
        const text = signs.join("");
        expect(own.exec(text)).toEqual(pattern.exec(text));
        expect(own.test(text)).toBe(pattern.test(text));
      }),
    );
  });

  test.each([
    { text: "two words", starts: [0, 4], turned: "wot ordsw" },
    { text: "deux cafés", starts: [0, 5], turned: "euxd afésc" },
  ])("finds and replaces all matches: $text", ({ text, starts, turned }) => {
    const words = new TextPattern(/(\p{L})(\p{L}*)/gu);
    expect(Array.from(words.matchesIn(text), ({ index }) => index)).toEqual(starts);
    expect(words.replaceIn(text, (_, first = "", rest = "") => rest + first)).toBe(turned);
  });
});
