import fc from "fast-check";
import { expect, test } from "vitest";
import { cutBetween } from "../../src/text/words/hyphens.js";
import { vocabularyOf } from "../../src/text/words/vocabulary.js";

/** Texts of the signs that words are made of and divided by, more of them than prose has. */
const text = fc.string({ unit: fc.constantFrom("a", "B", "é", "7", "文", "-", "‐", "'", "’", "“", "(", ".", " "), maxLength: 12 });

test("a cut is between the word that ends with the hyphen and the one that starts the next line", () => {
  fc.assert(
    fc.property(text, fc.constantFrom("-", "‐", "\u00AD", "."), text, (above, last, after) => {
      const before = above + last;
      const end = /([\p{L}\p{M}\p{N}]*[\p{L}\p{M}](?:[-‐'’][\p{L}\p{M}\p{N}]+)*)([-‐\u00AD])$/u.exec(before);
      const start = /^["“‘(]*([\p{L}\p{M}\p{N}]+(?:[-‐'’][\p{L}\p{M}\p{N}]+)*)/u.exec(after);
      const expected = end === null || start === null ? undefined : { before: end[1], after: start[1], hyphen: end[2] };
      expect(cutBetween(before, after)).toEqual(expected);
    }),
    { numRuns: 2000 },
  );
});

test("a word of the vocabulary is what stands alone between two spaces, punctuation apart", () => {
  fc.assert(
    fc.property(text, (line) => {
      const words = ` ${line}. `.split(/\s+/u).flatMap((token) => /^[^\p{L}\p{N}]*(\p{L}[\p{L}\p{M}\p{N}]*(?:[-‐]\p{L}[\p{L}\p{M}\p{N}]*)*)[^\p{L}\p{N}]*$/u.exec(token)?.[1] ?? []);
      expect([...vocabularyOf([`${line}.`]).exact.keys()].sort()).toEqual([...new Set(words.map((word) => word.replaceAll("‐", "-")))].sort());
    }),
    { numRuns: 2000 },
  );
});
