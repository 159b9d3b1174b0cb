import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linesOf, textOf } from "../../src/layout/lines.js";
import { packLines, packWords, sliceLines, textsOf, unpackLines, unpackWords } from "../../src/layout/packedWords.js";
import type { Word } from "../../src/layout/word.js";

const number = fc.double({ noNaN: true, min: -1e4, max: 1e4 }).map((value) => value + 0);

const word: fc.Arbitrary<Word> = fc.record({
  text: fc.string({ unit: "grapheme", maxLength: 12 }),
  box: fc.record({ x0: number, y0: number, x1: number, y1: number }),
  baseline: number,
  size: number,
  bold: fc.boolean(),
  glyphs: fc.nat(20),
}).chain((plain) => fc.option(fc.double({ noNaN: true, min: 0, max: 100 }), { nil: undefined }).map((confidence) => (confidence === undefined ? plain : { ...plain, confidence })));

/** Words in lines as a page has them: some that follow one another share baseline, size and height. */
const words = fc.array(fc.oneof(word, fc.tuple(word, word).map(([seat, { text, box, bold }]) => [seat, { ...seat, text, bold, box: { ...seat.box, x0: box.x0, x1: box.x1 } }])), { maxLength: 30 }).map((groups) => groups.flat());

function packed(all: readonly Word[]) {
  const lines = linesOf(all);
  return { lines, kept: packLines(lines, packWords(all), (own) => all.indexOf(own)) };
}

describe("packed words", () => {
  test("come out as they went in, to the last bit", () => {
    fc.assert(
      fc.property(words, (all) => {
        expect(unpackWords(packWords(all))).toEqual(all);
      }),
    );
  });

  test("come out whole where a page has more text than 16 bits can count", () => {
    const one: Word = { text: "x".repeat(40_000), box: { x0: 0, y0: 0, x1: 1, y1: 1 }, baseline: 1, size: 1, bold: false, glyphs: 40_000 };
    const all = [one, { ...one, text: "y".repeat(40_000) }];
    expect(unpackWords(packWords(all))).toEqual(all);
  });
});

describe("packed lines", () => {
  test("come out as they went in", () => {
    fc.assert(
      fc.property(words, (all) => {
        const { lines, kept } = packed(all);
        expect(unpackLines(kept)).toEqual(lines);
      }),
    );
  });

  test("give their texts alone as they went in", () => {
    fc.assert(
      fc.property(words, fc.nat(40), (all, from) => {
        const { lines, kept } = packed(all);
        const own = Math.min(from, lines.length);
        expect(textsOf(sliceLines(kept, own, lines.length))).toEqual(lines.slice(own).map(textOf));
      }),
    );
  });

  test("come out in part as the same lines", () => {
    fc.assert(
      fc.property(words, fc.nat(40), fc.nat(40), (all, a, b) => {
        const { lines, kept } = packed(all);
        const [from, to] = [Math.min(a, b, lines.length), Math.min(Math.max(a, b), lines.length)];
        expect(unpackLines(sliceLines(kept, from, to))).toEqual(lines.slice(from, to));
        // A part of a part, too.
        expect(unpackLines(sliceLines(sliceLines(kept, from, to), 1, to - from))).toEqual(lines.slice(from, to).slice(1));
      }),
    );
  });
});
