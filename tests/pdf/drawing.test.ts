import { describe, expect, test } from "vitest";
import type { PdfPage } from "../../src/pdf/page.js";
import { mendLigature } from "../../src/pdf/drawing/symbols.js";
import { firstPageOf } from "../support/drawnPage.js";
import { onePage } from "../support/rawPdf.js";

/** What the operators draw on a page of 842 by 595 points. */
function drawn(operators: string): Promise<PdfPage> {
  return firstPageOf(onePage(operators));
}

const WORD = "BT /F1 10 Tf 1 0 0 1 50 50 Tm (word) Tj ET";

/** A box as a subpath, counter-clockwise; with a negative width clockwise. */
const box = (x0: number, y0: number, x1: number, y1: number): string => `${x0} ${y0} m ${x1} ${y0} l ${x1} ${y1} l ${x0} ${y1} l h`;

describe("a box with another cut out of it", () => {
  const frames: [string, string][] = [
    ["by the even-odd rule", `${box(40, 40, 140, 80)} ${box(41, 41, 139, 79)} f*`],
    ["by the even-odd rule, the inner one first", `${box(41, 41, 139, 79)} ${box(40, 40, 140, 80)} f*`],
    ["by running the other way round", `${box(40, 40, 140, 80)} ${box(139, 41, 41, 79)} f`],
  ];

  test.each(frames)("%s is four lines, and what it surrounds can be seen", async (_, path) => {
    const { rulings, shapes, glyphs } = await drawn(`${path} ${WORD}`);
    expect(shapes).toEqual([]);
    expect(rulings.map(({ axis, visible }) => [axis, visible])).toEqual([
      ["horizontal", true],
      ["horizontal", true],
      ["vertical", true],
      ["vertical", true],
    ]);
    expect(new Set(glyphs.map(({ visibility }) => visibility))).toEqual(new Set(["visible"]));
  });

  test("is an area where both are filled, and hides black text", async () => {
    const { rulings, glyphs } = await drawn(`${box(40, 40, 140, 80)} ${box(41, 41, 139, 79)} f ${WORD}`);
    expect(rulings).toEqual([]);
    expect(new Set(glyphs.map(({ visibility }) => visibility))).toEqual(new Set(["same-colour"]));
  });
});

test("a stroked border with round corners is four lines from corner to corner; a circle is none", async () => {
  const corner = (x1: number, y1: number, x2: number, y2: number): string => `${x1} ${y1} ${x1} ${y1} ${x2} ${y2} c`;
  const border = `44 40 m 136 40 l ${corner(140, 40, 140, 44)} 140 76 l ${corner(140, 80, 136, 80)} 44 80 l ${corner(40, 80, 40, 76)} 40 44 l ${corner(40, 40, 44, 40)} h S`;
  const { rulings, shapes } = await drawn(border);
  expect(shapes).toEqual([]);
  expect(rulings.map(({ axis, box: { x0, x1, y0, y1 } }) => (axis === "horizontal" ? [axis, x0, x1] : [axis, 595 - y1, 595 - y0]))).toEqual([
    ["horizontal", 40, 140],
    ["vertical", 40, 80],
    ["horizontal", 40, 140],
    ["vertical", 40, 80],
  ]);
  const circle = "100 60 m 100 71 91 80 80 80 c 69 80 60 71 60 60 c 60 49 69 40 80 40 c 91 40 100 49 100 60 c h S";
  expect((await drawn(circle)).rulings).toEqual([]);
});

describe("a bullet that is stroked", () => {
  const shapes = async (operators: string): Promise<number[][]> => {
    const page = await drawn(operators);
    expect(page.rulings).toEqual([]);
    return page.shapes.map(({ box: { x0, y0, x1, y1 } }) => [x0, 595 - y1, x1, 595 - y0].map(Math.round));
  };

  test("is a square, and no four lines", async () => {
    expect(await shapes("50 40 4 4 re S")).toEqual([[50, 40, 54, 44]]);
  });

  test("is a line without length with round or square ends", async () => {
    expect(await shapes("1 J 4 w 52 42 m 52 42 l S")).toEqual([[50, 40, 54, 44]]);
    expect(await shapes("2 J 4 w 52 42 m 52 42 l S")).toEqual([[50, 40, 54, 44]]);
  });

  test("is none with the height of a cell, or as thin as a line", async () => {
    expect((await drawn("50 40 10 10 re S")).rulings).toHaveLength(4);
    expect((await drawn("50 40 6 1 re S")).rulings).toHaveLength(4);
  });
});

describe("a clipping path", () => {
  test("hides a glyph whose middle it leaves out", async () => {
    const { glyphs } = await drawn(`q ${box(0, 0, 400, 51)} W n ${WORD} Q`);
    expect(glyphs.map(({ visibility }) => visibility)).toEqual(Array(4).fill("clipped"));
  });

  test("shows a glyph in one of two halves that it is cut into, however they are rounded", async () => {
    const [glyph] = (await drawn(WORD)).glyphs;
    const middle = 595 - ((glyph?.y0 ?? 0) + (glyph?.y1 ?? 0)) / 2;
    const shownIn = async (path: string): Promise<number> => ((await drawn(`q ${path} W n ${WORD} Q`)).glyphs[0]?.visibility === "visible" ? 1 : 0);
    for (const off of [-0.0004, -0.0001, 0, 0.0001, 0.0004]) {
      const halves = [box(0, middle + off, 400, 595), box(0, 0, 400, middle - off)];
      expect((await Promise.all(halves.map(shownIn))).reduce((sum, shown) => sum + shown, 0), `${off}`).toBe(1);
    }
  });

  test("shows a glyph that it was drawn around", async () => {
    const { glyphs } = await drawn(`q ${box(50.5, 49.5, 52, 51)} W n BT /F1 10 Tf 1 0 0 1 50 50 Tm (.) Tj ET Q`);
    expect(glyphs.map(({ visibility }) => visibility)).toEqual(["visible"]);
  });

  test.each([
    ["circle", "60 50 m 60 52.2 58.2 54 56 54 c 53.8 54 52 52.2 52 50 c 52 47.8 53.8 46 56 46 c 58.2 46 60 47.8 60 50 c h f"],
    ["square", `${box(52, 46, 60, 54)} f`],
  ])("shows a small %s whole where it shows any of it, for the text of a bullet may be in the other half of its line", async (_, path) => {
    const heights = async (top: number): Promise<number[]> => {
      const { shapes } = await drawn(`q ${box(0, 0, 400, top)} W n ${path} Q`);
      return shapes.map((shape) => Math.round(shape.box.y1 - shape.box.y0));
    };
    expect(await heights(51)).toEqual([8]);
    expect(await heights(46.5)).toEqual([8]);
    expect(await heights(45)).toEqual([]);
  });
});

describe("the text state", () => {
  const starts = async (operators: string): Promise<[string, number, number][]> =>
    (await drawn(`BT /F1 10 Tf ${operators} ET`)).glyphs.filter(({ text }) => text !== " ").map(({ text, x, y }) => [text, Math.round(x * 100) / 100, Math.round((595 - y) * 100) / 100]);
  // Helvetica: "a" and "b" are 0.556 em wide, a space 0.278.
  test.each<[string, string, [string, number, number][]]>([
    ["Td adds up", "10 20 Td (a) Tj 5 -12 Td (b) Tj", [["a", 10, 20], ["b", 15, 8]]],
    ["TD sets the leading that T* goes by", "10 40 Td 0 -14 TD (a) Tj T* (b) Tj", [["a", 10, 26], ["b", 10, 12]]],
    ["' goes to the next line", "12 TL 10 40 Td (a) Tj (b) '", [["a", 10, 40], ["b", 10, 28]]],
    ["Tc spaces glyphs", "2 Tc 10 20 Td (ab) Tj", [["a", 10, 20], ["b", 17.56, 20]]],
    ["Tw widens spaces", "3 Tw 10 20 Td (a b) Tj", [["a", 10, 20], ["b", 21.34, 20]]],
    ["Tz stretches", "200 Tz 10 20 Td (ab) Tj", [["a", 10, 20], ["b", 21.12, 20]]],
    ["Ts raises", "10 20 Td (a) Tj 4 Ts (b) Tj", [["a", 10, 20], ["b", 15.56, 24]]],
    ["TJ kerns", "10 20 Td [(a) -1000 (b)] TJ", [["a", 10, 20], ["b", 25.56, 20]]],
    ["Tm scales", "2 0 0 2 10 20 Tm (ab) Tj", [["a", 10, 20], ["b", 21.12, 20]]],
  ])("%s", async (_, operators, expected) => {
    expect(await starts(operators)).toEqual(expected);
  });

  test("is set by q, cm and Q", async () => {
    const { glyphs } = await drawn("q 1 0 0 1 100 0 cm BT /F1 10 Tf 10 20 Td (a) Tj ET Q BT /F1 10 Tf 10 20 Td (b) Tj ET");
    expect(glyphs.map(({ text, x }) => [text, x])).toEqual([
      ["a", 110],
      ["b", 10],
    ]);
  });

  test("tells text that is not painted", async () => {
    const { glyphs } = await drawn("BT /F1 10 Tf 3 Tr 10 20 Td (a) Tj 0 Tr (b) Tj 1 1 1 rg (c) Tj ET");
    expect(glyphs.map(({ visibility }) => visibility)).toEqual(["unpainted", "visible", "same-colour"]);
  });
});

describe("a ligature", () => {
  test("has its letters back where their bytes were swapped", () => {
    expect(["\u6600\u6900", "\u6600\u6600", "\u6600\uCF00"].map(mendLigature)).toEqual(["fi", "ff", "ffi"]);
    expect(["\u7400\u{50000}", "\u6600\u6600\u{50000}", "\u6600\u{90000}"].map(mendLigature)).toEqual(["tti", "ffti", "fft"]);
  });

  test("is the same with a soft hyphen and what follows it: an engine's hyphens were two Korean letters, in silence", () => {
    expect(["\uAD20\u1000", "\uAD00\u7100", "\uAD00\u5A00"].map(mendLigature)).toEqual(["\u00AD\u2010", "\u00ADq", "\u00ADZ"]);
    expect(["\uAD20\uC0AC", "\uAD00", "\uAD00\u1100"].map(mendLigature)).toEqual(["\uAD20\uC0AC", "\uAD00", "\uAD00\u1100"]);
  });

  test("stays as it is where they were not", () => {
    expect(["fi", "\u6600", "\u65E5\u672C", "\uFB01"].map(mendLigature)).toEqual(["fi", "\u6600", "\u65E5\u672C", "\uFB01"]);
  });
});
