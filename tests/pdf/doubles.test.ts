import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dropDoubleStrikes } from "../../src/pdf/drawing/doubles.js";
import { glyphAt, textAt } from "../support/glyphs.js";

describe("glyphs drawn twice", () => {
  test("count once where the second strike is off by less than a tenth of the size", () => {
    const { glyphs, doubled } = dropDoubleStrikes([...textAt("bold", 100, 50), ...textAt("bold", 100.6, 50.3)]);
    expect(glyphs.map((glyph) => glyph.text).join("")).toBe("bold");
    expect(doubled).toBe(4);
  });

  test("are two where they stand further apart: the ll of a narrow font", () => {
    expect(dropDoubleStrikes([glyphAt("l", 100, 50), glyphAt("l", 102.2, 50)]).doubled).toBe(0);
  });

  test("are two where text or size or visibility differ", () => {
    const other = [glyphAt("b", 100, 50), glyphAt("a", 100, 50, { size: 20 }), glyphAt("a", 100, 50, { visibility: "unpainted" })];
    expect(dropDoubleStrikes([glyphAt("a", 100, 50), ...other]).doubled).toBe(0);
  });

  test("are no strikes where the font tells no width: the letters of a word stand on one spot", () => {
    const word = ["l", "e", "t", "t", "e", "r"].map((letter) => glyphAt(letter, 100, 50, { width: 0 }));
    expect(dropDoubleStrikes(word).glyphs).toEqual(word);
  });

  test("count once where they are accents, which have no width", () => {
    expect(dropDoubleStrikes([glyphAt("\u0301", 100, 50, { width: 0 }), glyphAt("\u0301", 100.3, 50, { width: 0 })]).doubled).toBe(1);
  });

  test("are found over the borders of squares and at any place, and never where one is alone", () => {
    fc.assert(
      fc.property(fc.double({ min: -50, max: 2000, noNaN: true }), fc.double({ min: -50, max: 2000, noNaN: true }), (x, y) => {
        const one = glyphAt("x", x, y);
        expect(dropDoubleStrikes([one]).doubled).toBe(0);
        expect(dropDoubleStrikes([one, glyphAt("x", x + 0.9, y - 0.9)]).doubled).toBe(1);
        expect(dropDoubleStrikes([one, glyphAt("x", x + 1.1, y)]).doubled).toBe(0);
      }),
    );
  });

  test("are all kept where no page is, and where letters are as large as pictures", () => {
    for (const far of [Number.NaN, 1e12]) expect(dropDoubleStrikes([glyphAt("a", far, 0), glyphAt("a", far, 0)]).glyphs).toHaveLength(2);
    expect(dropDoubleStrikes([glyphAt("a", 0, 0, { size: 1e6 }), glyphAt("a", 0, 0, { size: 1e6 })]).glyphs).toHaveLength(2);
  });
});
