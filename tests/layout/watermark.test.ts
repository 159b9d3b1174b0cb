import { describe, expect, test } from "vitest";
import { layOut } from "../../src/layout/pageLayout.js";
import type { Glyph, Ruling } from "../../src/pdf/page.js";
import { glyphAt, pageOf, textAt } from "../support/glyphs.js";

/** Three lines of print of size 10. */
const PRINT = [60, 72, 84].flatMap((y) => textAt("decisionsofthemeeting", 50, y));

const LINE: Ruling = { axis: "vertical", visible: true, box: { x0: 359.5, y0: 100, x1: 360.5, y1: 390 } };

/** Letters of size 55, each 40 points wide. */
function large(text: string, x: number, y: number, angle = 0): Glyph[] {
  return textAt(text, x, y, { size: 55, width: 40, angle });
}

function readOn(glyphs: readonly Glyph[], rulings: readonly Ruling[] = []): { texts: string[]; watermark: number } {
  const { words, counts } = layOut({ ...pageOf(glyphs, rulings), damage: undefined, operators: 0 });
  return { texts: words.map(({ text }) => text), watermark: counts.watermark };
}

describe("a watermark", () => {
  test("is slanted text, whatever it lies over", () => {
    expect(readOn([...PRINT, ...large("DRAFT", 300, 300, 330)]).watermark).toBe(5);
  });

  test("is text much larger than the print that it lies over, which is read as if it were not there", () => {
    const { texts, watermark } = readOn([...PRINT, ...large("DRAFT", 50, 96)]);
    expect(watermark).toBe(5);
    expect(texts).toEqual(Array(3).fill("decisionsofthemeeting"));
  });

  test("is text larger than the print that it lies over, if only by half", () => {
    expect(readOn([...PRINT, ...textAt("DRAFT", 60, 75, { size: 15 })]).watermark).toBe(5);
  });

  test("may run down the page", () => {
    const letters = Array.from("DRAFT", (letter, i): Glyph => ({ ...glyphAt(letter, 100, 40 + 20 * i, { size: 40, angle: 90 }), x0: 92, y0: 40 + 20 * i, x1: 136, y1: 60 + 20 * i }));
    expect(readOn([...PRINT, ...letters]).watermark).toBe(5);
  });

  test("is text so large that a line between columns runs through, where it lies over no print", () => {
    const { watermark } = readOn([...PRINT, ...textAt("DRAFT", 300, 300, { size: 40, width: 40 })], [LINE]);
    expect(watermark).toBe(5);
  });

  test.each<[string, Glyph[]]>([
    ["a title that stands by itself, however large", textAt("TITLE", 20, 350, { size: 80 })],
    ["a title right above the print", large("TITLE", 50, 40)],
    ["a letter that lines of print stand beside", large("T", 8, 84)],
    ["a name that is too long for its column, in letters of a header", textAt("RECOMMENDATION", 300, 250, { size: 19 })],
    ["a bullet, however large", large("•", 50, 96)],
    ["text of the print's own size that is printed over it", textAt("over", 50, 62)],
  ])("is not %s", (_, glyphs) => {
    expect(readOn([...PRINT, ...glyphs], [LINE]).watermark).toBe(0);
  });

  test("leaves its place where it is not slanted, so that pages on which it lies over nothing may tell it, too", () => {
    const watermarksOn = (glyphs: readonly Glyph[]) => layOut({ ...pageOf(glyphs, []), damage: undefined, operators: 0 }).watermarks;
    expect(watermarksOn([...PRINT, ...large("DRAFT", 50, 96)])).toEqual([{ size: 55, box: expect.objectContaining({ x0: 50, x1: 250 }) as unknown }]);
    expect(watermarksOn([...PRINT, ...large("DRAFT", 300, 300, 330)])).toEqual([]);
    expect(watermarksOn(PRINT)).toEqual([]);
  });
});
