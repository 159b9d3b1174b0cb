import { describe, expect, test } from "vitest";
import type { Glyph } from "../../src/pdf/page.js";
import { firstPageOf } from "../support/drawnPage.js";
import { type OnePage, onePage } from "../support/rawPdf.js";

/** The glyphs that text operators draw on a page of 842 by 595 points, in Helvetica of 10 points: a and b are 5.56 wide, a space 2.78. */
async function glyphs(operators: string, options: OnePage = {}): Promise<readonly Glyph[]> {
  return (await firstPageOf(onePage(operators, options))).glyphs;
}

const round = (value: number): number => Math.round(value * 100) / 100 || 0;

/** Each glyph that is not a space, with where it stands: from the left, and from the foot of the page. */
async function places(operators: string, options: OnePage = {}): Promise<[string, number, number][]> {
  return (await glyphs(`BT /F1 10 Tf ${operators} ET`, options)).filter(({ text }) => text.trim() !== "").map(({ text, x, y }) => [text, round(x), round(595 - y)]);
}

describe("a text is placed by", () => {
  test("the widths of its glyphs", async () => {
    expect(await places("50 60 Td (ab) Tj")).toEqual([["a", 50, 60], ["b", 55.56, 60]]);
  });

  test("kerning, in thousandths of the size, to the left; narrowed with the letters by Tz", async () => {
    expect(await places("50 60 Td [(a) -1000 (b) 500 (a)] TJ")).toEqual([["a", 50, 60], ["b", 65.56, 60], ["a", 66.12, 60]]);
    expect(await places("50 Tz 50 60 Td [(a) -1000 (b)] TJ")).toEqual([["a", 50, 60], ["b", 57.78, 60]]);
  });

  test("Tc behind each glyph, Tw behind each space, both narrowed by Tz", async () => {
    expect(await places("3 Tc 50 60 Td (ab) Tj")).toEqual([["a", 50, 60], ["b", 58.56, 60]]);
    expect(await places("4 Tw 50 60 Td (a b) Tj")).toEqual([["a", 50, 60], ["b", 62.34, 60]]);
    expect(await places("50 Tz 2 Tc 4 Tw 50 60 Td (a b) Tj")).toEqual([["a", 50, 60], ["b", 58.17, 60]]);
  });

  test("Ts above the line", async () => {
    expect(await places("50 60 Td (a) Tj 3 Ts (b) Tj 0 Ts (a) Tj")).toEqual([["a", 50, 60], ["b", 55.56, 63], ["a", 61.12, 60]]);
  });

  test("Td from the start of the line, TD with its leading, T* and the quotes by it", async () => {
    expect(await places("50 60 Td (a) Tj 5 -12 Td (b) Tj")).toEqual([["a", 50, 60], ["b", 55, 48]]);
    expect(await places("50 60 Td (a) Tj 0 -12 TD (b) Tj T* (a) Tj")).toEqual([["a", 50, 60], ["b", 50, 48], ["a", 50, 36]]);
    expect(await places("14 TL 50 60 Td (a) Tj (b) ' 2 1 (ab) \"")).toEqual([["a", 50, 60], ["b", 50, 46], ["a", 50, 32], ["b", 56.56, 32]]);
  });

  test("Tm, which replaces what was before, in the coordinates that cm has set", async () => {
    expect(await places("50 60 Td (a) Tj 2 0 0 2 100 200 Tm (ab) Tj")).toEqual([["a", 50, 60], ["a", 100, 200], ["b", 111.12, 200]]);
    expect((await glyphs("q 2 0 0 2 10 20 cm BT /F1 10 Tf 50 60 Td (a) Tj ET Q BT /F1 10 Tf 50 60 Td (b) Tj ET")).map(({ x, y }) => [round(x), round(595 - y)])).toEqual([[110, 140], [50, 60]]);
  });
});

test.each(["/F1 0 Tf", "0 Tz", "1 0 0 0 50 60 Tm", "0 0 0 0 50 60 Tm"])("a text that is drawn together to a line or a point is not painted: %s", async (operators) => {
  const [flat, plain] = await glyphs(`BT /F1 10 Tf 50 60 Td ${operators} (a) Tj ET BT /F1 10 Tf 100 Tz 50 90 Td (b) Tj ET`);
  expect([flat?.visibility, plain?.visibility]).toEqual(["unpainted", "visible"]);
});

describe("a glyph has", () => {
  const shape = async (operators: string): Promise<number[][]> => (await glyphs(operators)).map(({ size, width, angle }) => [size, width, angle].map(round));

  test("the size and the width that are seen", async () => {
    expect(await shape("BT /F1 10 Tf 3 0 0 2 50 60 Tm (a) Tj ET")).toEqual([[20, 16.68, 0]]);
    expect(await shape("BT /F1 10 Tf 50 Tz 50 60 Td (a) Tj ET")).toEqual([[10, 2.78, 0]]);
    expect(await shape("q 0.5 0 0 0.5 0 0 cm BT /F1 10 Tf 50 60 Td (a) Tj ET Q")).toEqual([[5, 2.78, 0]]);
  });

  test("the direction in which it runs, clockwise as shown", async () => {
    const along = ["1 0 0 1", "0 1 -1 0", "-1 0 0 -1", "0 -1 1 0", "0.866 0.5 -0.5 0.866"];
    const angles = await Promise.all(along.map(async (matrix) => (await shape(`BT /F1 10 Tf ${matrix} 300 300 Tm (a) Tj ET`))[0]?.[2]));
    expect(angles).toEqual([0, 270, 180, 90, 330]);
    expect((await shape("BT /F1 -10 Tf 1 0 0 1 300 300 Tm (a) Tj ET"))[0]?.[2]).toBe(180);
  });

  test("a box that is upright, however its letters lie", async () => {
    const [upright, turned] = await Promise.all(["1 0 0 1", "0 1 -1 0"].map((matrix) => glyphs(`BT /F1 10 Tf ${matrix} 300 300 Tm (a) Tj ET`)));
    const sides = (glyph: Glyph | undefined): number[] => (glyph === undefined ? [] : [glyph.x0 - 300, glyph.x1 - 300, 295 - glyph.y1, 295 - glyph.y0].map(round));
    const [left = 0, right = 0, foot = 0, head = 0] = sides(upright?.[0]);
    expect([left, right]).toEqual([0, 5.56]);
    expect(foot).toBeLessThan(0);
    expect(head).toBeGreaterThan(5);
    expect(sides(turned?.[0])).toEqual([-head, -foot, left, right]);
  });
});

describe("a text is seen", () => {
  const white = "1 1 1 rg";
  const picture = { entries: "/Type /XObject /Subtype /Image /Width 2 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray", data: "\x80\x80" };
  const dot = { entries: "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray", data: "\x80" };
  const mask = { entries: "/Type /XObject /Subtype /Image /ImageMask true /Width 1 /Height 1 /BitsPerComponent 1", data: "\0" };
  const seen = async (operators: string, resources = ""): Promise<string[]> =>
    (await glyphs(operators, { resources: `/XObject << /Im 6 0 R /Dot 7 0 R /Mask 8 0 R >> ${resources}`, more: [picture, dot, mask] })).map(({ visibility }) => visibility);
  const text = (x: number): string => `BT /F1 10 Tf ${x} 60 Td (a) Tj ET`;

  test("on what it can be told from: white on black, on a picture, but not on paper or where white was painted over", async () => {
    expect(await seen(`0 0 0 rg 40 50 50 30 re f ${white} ${text(50)} ${text(150)}`)).toEqual(["visible", "same-colour"]);
    expect(await seen(`q 50 0 0 30 40 50 cm /Im Do Q ${white} ${text(150)} ${text(50)}`)).toEqual(["same-colour", "visible"]);
    expect(await seen(`0 0 0 rg 40 50 50 30 re f ${white} 40 50 50 30 re f ${text(50)}`)).toEqual(["same-colour"]);
  });

  test("or not, glyph by glyph of one text that runs from paper onto a picture and off it", async () => {
    const run = "BT /F1 10 Tf 20 60 Td [(a) -2500 (a) -4500 (a)] TJ ET";
    expect(await seen(`q 50 0 0 30 40 50 cm /Im Do Q ${white} ${run}`)).toEqual(["same-colour", "visible", "same-colour"]);
  });

  test("on a colour that is drawn out of an image of one dot", async () => {
    const at = (name: string): string => `q 0 0 0 rg 50 0 0 30 40 50 cm /${name} Do Q`;
    expect(await seen(`${at("Dot")} ${white} ${text(150)} ${text(50)}`)).toEqual(["same-colour", "visible"]);
    expect(await seen(`q 50 0 0 30 40 50 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI Q ${white} ${text(50)}`)).toEqual(["visible"]);
    expect(await seen(`${at("Mask")} ${white} ${text(50)}`)).toEqual(["visible"]);
    expect(await seen(`${at("Mask")} 0 0 0 rg ${text(50)}`)).toEqual(["same-colour"]);
  });

  test("on a background that is small, or painted thinly, as on what lies under it", async () => {
    expect(await seen(`0 0 0 rg 48 58 10 5 re f ${white} ${text(50)}`)).toEqual(["same-colour"]);
    const states = "/ExtGState << /Thin << /ca 0.4 >> /Thick << /ca 0.6 >> >>";
    expect(await seen(`q 0 0 0 rg /Thin gs 40 50 50 30 re f Q ${white} ${text(50)}`, states)).toEqual(["same-colour"]);
    expect(await seen(`q 0 0 0 rg /Thick gs 40 50 50 30 re f Q ${white} ${text(50)}`, states)).toEqual(["visible"]);
  });

  test("on a background of the height of a line, also where the page is turned", async () => {
    expect(await seen(`0 0 0 rg 40 55 50 11 re f ${white} ${text(50)}`)).toEqual(["visible"]);
    expect(await seen(`0 0 0 rg 44 50 11 50 re f ${white} BT /F1 10 Tf 0 1 -1 0 53 60 Tm (a) Tj ET`)).toEqual(["visible"]);
  });

  test("where white differs from paper by what a reader sees, and not by what scanners move it", async () => {
    expect(await seen(`0.97 0.97 0.97 rg ${text(50)}`)).toEqual(["same-colour"]);
    expect(await seen(`0.9 0.9 0.9 rg ${text(50)}`)).toEqual(["visible"]);
    expect(await seen(`1 0.9 1 rg ${text(50)}`)).toEqual(["visible"]);
  });

  test("by its render mode: filled, stroked or both, not where it is neither", async () => {
    const modes = [0, 1, 2, 3, 4, 5, 6, 7];
    expect(await seen(modes.map((mode) => `q BT /F1 10 Tf ${mode} Tr ${50 + 20 * mode} 60 Td (a) Tj ET Q`).join(" "))).toEqual(
      modes.map((mode) => (mode === 3 || mode === 7 ? "unpainted" : "visible")),
    );
  });
});
