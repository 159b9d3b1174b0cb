import { describe, expect, test } from "vitest";
import { componentsOf } from "../../src/ocr/components.js";
import { type Marks, marksOf } from "../../src/ocr/marks.js";
import type { PixelBox } from "../../src/ocr/raster.js";
import { superscriptsIn } from "../../src/ocr/superscripts.js";
import { boxAt, discAt, inkIn, lettersAt } from "../support/drawnInk.js";

/** The marks of a picture of 400 dots an inch, whose letters are 20 pixels high; a rule may run down at `wall`. */
function marksIn(boxes: readonly PixelBox[], wall = 0): Marks {
  return marksOf(componentsOf(inkIn(1000, 600, boxes)), 400, (a, b) => a.x0 < wall === b.x0 < wall);
}

/** Places of marks, by their upper left corners. */
function places(marks: readonly PixelBox[]): string[] {
  return marks.map(({ x0, y0 }) => `${x0},${y0}`).sort();
}

const TEXT = [...lettersAt(200, 100, 12), ...lettersAt(200, 140, 10), ...lettersAt(200, 180, 11)];

describe("ink that hangs together", () => {
  test("is one component, also over a corner and round a bend", () => {
    const found = componentsOf(inkIn(30, 30, [boxAt(2, 2, 3, 3), boxAt(5, 5, 3, 3), boxAt(20, 2, 2, 10), boxAt(25, 2, 2, 10), boxAt(20, 12, 7, 2)]));
    expect(found.map(({ x0, y0, x1, y1, area }) => [x0, y0, x1, y1, area])).toEqual([
      [2, 2, 8, 8, 18],
      [20, 2, 27, 14, 54],
    ]);
  });
});

describe("the marks of a picture", () => {
  test("are as high as most of its letters", () => {
    expect(marksIn(TEXT).xHeight).toBe(20);
  });

  test("are none where it is empty, or has nothing but specks", () => {
    expect(marksIn([])).toEqual({ xHeight: 0, text: [], bullets: [], specks: [], blots: [] });
    const dust = Array.from({ length: 50 }, (_, i) => boxAt(13 * i, (37 * i) % 580, 1 + (i % 4), 1 + (i % 3)));
    const { text, bullets, specks } = marksIn(dust);
    expect([text, bullets]).toEqual([[], []]);
    expect(specks).not.toEqual([]);
  });

  test("have the full stops and the dots that stand at letters, and no dust, wherever it is", () => {
    const stop = boxAt(490, 116, 4, 4);
    const over = boxAt(212, 86, 4, 5);
    const { text, specks } = marksIn([...TEXT, stop, over, boxAt(493, 105, 1, 2), boxAt(700, 300, 4, 4), boxAt(60, 110, 4, 4)]);
    expect(places(text)).toEqual(places([...marksIn(TEXT).text, stop, over]));
    expect(places(specks)).toEqual(places([boxAt(493, 105, 1, 2), boxAt(700, 300, 4, 4), boxAt(60, 110, 4, 4)]));
  });

  test("that are lighter than half the dots of the page's own i are dust", () => {
    const stems = Array.from({ length: 12 }, (_, i) => [boxAt(200 + 30 * i, 300, 4, 20), boxAt(200 + 30 * i, 292, 4, 4)]).flat();
    const speck = boxAt(222, 305, 2, 3);
    expect(places(marksIn([...TEXT, ...stems, speck]).specks)).toEqual(places([speck]));
    expect(places(marksIn([...TEXT, ...stems.slice(0, 4), boxAt(208, 305, 2, 3)]).specks)).toEqual([]);
  });

  test("have the dashes of a line, though they stand apart", () => {
    const dash = boxAt(150, 108, 8, 3);
    const { text, specks } = marksIn([...TEXT, dash, boxAt(150, 300, 8, 3)]);
    expect(places(text)).toContain("150,108");
    expect(places(specks)).toEqual(["150,300"]);
  });

  test("larger than letters are blots", () => {
    expect(places(marksIn([...TEXT, boxAt(600, 200, 300, 350)]).blots)).toEqual(["600,200"]);
  });
});

describe("bullets", () => {
  const row = (mark: Marks): number[] => mark.bullets.map(({ y0 }) => y0).sort((a, b) => a - b);

  test("are solid and stand at the head of a line, with a gap behind", () => {
    expect(row(marksIn([...TEXT, ...discAt(160, 104, 12), ...discAt(160, 144, 12)]))).toEqual([104, 144]);
    expect(row(marksIn([...TEXT, boxAt(160, 104, 12, 12)]))).toEqual([104]);
  });

  test("are not letters, nor discs in a line or close to a word", () => {
    expect(row(marksIn([...TEXT, ...lettersAt(160, 100, 1)]))).toEqual([]);
    expect(row(marksIn([...TEXT, ...discAt(182, 104, 12)]))).toEqual([]);
    expect(row(marksIn([...TEXT, ...lettersAt(530, 100, 3), ...discAt(500, 104, 12)]))).toEqual([]);
  });

  test("with nothing behind are known by the others of their list; blobs that stand alone are specks", () => {
    const list = [...TEXT, ...discAt(160, 104, 10), ...discAt(161, 400, 10), ...discAt(700, 400, 10)];
    expect(row(marksIn(list))).toEqual([104, 400]);
    expect(places(marksIn(list).specks)).toEqual(["700,400"]);
  });

  test("are of the cell that they stand in", () => {
    // The word on the left is beyond a rule.
    const cells = [...TEXT, ...lettersAt(60, 100, 3), ...discAt(160, 104, 12)];
    expect(row(marksIn(cells))).toEqual([]);
    expect(row(marksIn(cells, 150))).toEqual([104]);
  });
});

describe("superscripts", () => {
  const raisedIn = (boxes: readonly PixelBox[]): string[][] => superscriptsIn(componentsOf(inkIn(1000, 600, boxes)), 20).map(places);
  const digit = boxAt(100, 92, 14, 28);

  test("are small and raised from a digit", () => {
    expect(raisedIn([digit, boxAt(117, 90, 7, 14), boxAt(126, 88, 10, 16)])).toEqual([["117,90", "126,88"]]);
  });

  test("are no quotation marks, and no letters beside one that hangs low", () => {
    expect(raisedIn([digit, boxAt(117, 90, 3, 8), boxAt(122, 90, 3, 8)])).toEqual([]);
    // p and e
    expect(raisedIn([boxAt(100, 100, 16, 29), boxAt(119, 100, 16, 20)])).toEqual([]);
  });

  test("are no parts of a sign that goes on: per cent", () => {
    expect(raisedIn([digit, boxAt(117, 90, 12, 14), boxAt(131, 90, 10, 30)])).toEqual([]);
  });
});
