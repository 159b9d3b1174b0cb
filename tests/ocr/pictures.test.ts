import { describe, expect, test } from "vitest";
import { identity, invert, mapPoint, turnAbout } from "../../src/geometry/matrix.js";
import { cutOut, onlyInk, withoutRules } from "../../src/ocr/clean.js";
import { componentsOf } from "../../src/ocr/components.js";
import { gridOf } from "../../src/ocr/grid.js";
import { inkOf } from "../../src/ocr/ink.js";
import { paintImages } from "../../src/ocr/paint.js";
import { straightPicture } from "../../src/ocr/picture.js";
import { type Ink, type PixelBox, blank } from "../../src/ocr/raster.js";
import { rulesOf } from "../../src/ocr/rules.js";
import { skewOf } from "../../src/ocr/skew.js";
import type { PlacedImage } from "../../src/pdf/pictures/images.js";
import { boxAt, greyOf, inkIn, lettersAt } from "../support/drawnInk.js";

/** An image whose pixels fill a square of so many points at the page's corner. */
function imageOf(kind: PlacedImage["kind"], width: number, height: number, data: readonly number[], colour = "#000000"): PlacedImage {
  return { width, height, kind, data: Uint8Array.from(data), colour, toPage: [width, 0, 0, -height, 0, height] };
}

function painted(...images: PlacedImage[]): number[] {
  return [...paintImages(images, identity, 2, 2).data];
}

describe("the images of a page", () => {
  test("are painted in grey, whatever their pixels are", () => {
    expect(painted(imageOf("bits", 2, 2, [0b10000000, 0b01000000]))).toEqual([255, 0, 0, 255]);
    expect(painted(imageOf("rgb", 2, 2, [255, 255, 255, 255, 0, 0, 0, 255, 0, 0, 0, 255]))).toEqual([255, 76, 149, 28]);
    expect(painted(imageOf("rgba", 2, 2, [0, 0, 0, 255, 0, 0, 0, 0, 0, 0, 0, 51, 255, 255, 255, 255]))).toEqual([0, 255, 204, 255]);
    expect(painted(imageOf("stencil", 2, 2, [0b01000000, 0b11000000], "#808080"))).toEqual([128, 255, 255, 255]);
  });

  test("lie on each other in the order in which they are drawn", () => {
    const white = imageOf("bits", 2, 2, [0b11000000, 0b11000000]);
    const ink = imageOf("stencil", 2, 2, [0b00000000, 0b11000000]);
    expect(painted(white, ink)).toEqual([0, 0, 255, 255]);
    expect(painted(ink, white)).toEqual([255, 255, 255, 255]);
  });

  test("of more dots than the picture are shrunk to their means", () => {
    const fine = { ...imageOf("bits", 4, 4, [0b11110000, 0b00110000, 0, 0b11000000]), toPage: [2, 0, 0, -2, 0, 2] as const };
    expect(painted(fine)).toEqual([128, 255, 128, 0]);
  });

  test("that are turned stand where they are turned to", () => {
    // The upper row of the image is the left column of the page.
    expect(painted({ ...imageOf("bits", 2, 2, [0b11000000, 0]), toPage: [0, 2, -2, 0, 2, 0] })).toEqual([255, 0, 255, 0]);
  });

  test("of no area paint nothing", () => {
    expect(painted({ ...imageOf("bits", 2, 2, [0, 0]), toPage: [0, 0, 0, 0, 1, 1] })).toEqual([255, 255, 255, 255]);
  });
});

test("a map is undone by its inverse; one that flattens has none", () => {
  const turn = turnAbout(12, 30, 40);
  const there = mapPoint(turn, 5, 6);
  const back = mapPoint(invert(turn)!, there.x, there.y);
  expect([back.x, back.y]).toEqual([expect.closeTo(5, 9), expect.closeTo(6, 9)]);
  expect(invert([1, 2, 2, 4, 0, 0])).toBeUndefined();
});

test("ink is what is darker than the paper around it, in the dark of a shadow too", () => {
  const grey = blank(200, 100);
  for (let y = 0; y < 100; y++) for (let x = 0; x < 200; x++) grey.data[y * 200 + x] = 250 - x;
  for (const x of [20, 180]) for (let y = 40; y < 60; y++) grey.data.fill(10, y * 200 + x, y * 200 + x + 4);
  const found = componentsOf(inkOf(grey, 100));
  expect(found.map(({ x0, y0, x1, y1 }) => [x0, y0, x1, y1])).toEqual([
    [20, 40, 24, 60],
    [180, 40, 184, 60],
  ]);
});

describe("a page that lies askew", () => {
  const lines = Array.from({ length: 20 }, (_, i) => lettersAt(60, 40 + 40 * i, 28, 14)).flat();
  const straight = inkIn(700, 900, lines);

  const ruled = inkIn(1100, 800, [...[100, 400, 700].map((y) => boxAt(50, y, 1000, 1)), ...[50, 500, 1050].map((x) => boxAt(x, 100, 1, 600)), ...lettersAt(80, 130, 8, 8)]);

  test.each([
    { degrees: -2.3, page: straight },
    { degrees: -0.3, page: straight },
    { degrees: 0.5, page: straight },
    { degrees: 1, page: straight },
    { degrees: 0.7, page: ruled },
    { degrees: -0.23, page: ruled },
  ])("by $degrees degrees is found to, within a twentieth", ({ degrees, page: { width, height, data } }) => {
    const image = { width, height, kind: "rgb" as const, data: Uint8Array.from([...data].flatMap((ink) => Array.from({ length: 3 }, () => (ink === 1 ? 0 : 255)))), colour: "#000000", toPage: [width, 0, 0, -height, 0, height] as const };
    const turned = paintImages([image], turnAbout(degrees, width / 2, height / 2), width, height);
    expect(Math.abs(skewOf(inkOf(turned, 100)) - degrees)).toBeLessThan(0.05);
  });

  test("is no page that is straight, or empty", () => {
    expect(skewOf(straight)).toBe(0);
    expect(skewOf(inkIn(100, 100, []))).toBe(0);
  });
});

test("a poster is painted with fewer dots than all memory would take", () => {
  const { grey, dotsPerInch } = straightPicture({ width: 5000, height: 5000, images: [], operators: 0, damage: undefined });
  expect(dotsPerInch).toBeLessThan(100);
  expect(grey.width * grey.height).toBeLessThan(37e6);
});

describe("rules", () => {
  // Two by two cells of 300 by 150 pixels, at 400 dots an inch; text in one; an underscored word below.
  const FRAME = [0, 300, 600].map((x) => boxAt(100 + x, 100, 4, 304)).concat([0, 150, 300].map((y) => boxAt(100, 100 + y, 604, 4)));
  const TEXT = lettersAt(140, 130, 8);
  const UNDERLINE = boxAt(100, 480, 150, 4);
  const page = (boxes: readonly PixelBox[]): Ink => inkIn(1000, 600, boxes);
  const gridIn = (ink: Ink): ReturnType<typeof gridOf> => gridOf(rulesOf(ink, 400), ink.width, ink.height, 400);

  test("are the lines of a lattice; its cells are those between them", () => {
    const { dividing, cells } = gridIn(page([...FRAME, ...TEXT]));
    expect(dividing.filter(({ axis }) => axis === "vertical")).toHaveLength(3);
    expect(dividing.filter(({ axis }) => axis === "horizontal")).toHaveLength(3);
    expect(cells).toHaveLength(4);
    const [first] = cells;
    expect([first?.x0, first?.y0, first?.x1, first?.y1].map((side) => Math.round((side ?? 0) / 10) * 10)).toEqual([100, 100, 400, 250]);
  });

  test("with holes, and slipping by a pixel, are whole", () => {
    const worn = [...Array.from({ length: 6 }, (_, i) => boxAt(100 + 100 * i, 100 + i, 98, 3)), boxAt(100, 100, 4, 300), boxAt(690, 100, 4, 300)];
    expect(gridIn(page(worn)).dividing.map(({ axis, box }) => [axis, box.x1 - box.x0 > 590 || box.y1 - box.y0 > 290])).toEqual([
      ["horizontal", true],
      ["vertical", true],
      ["vertical", true],
    ]);
  });

  test("are not the short lines that stand alone: these underline a word, or are written on", () => {
    expect(gridIn(page([...FRAME, UNDERLINE])).dividing).toHaveLength(6);
    expect(gridIn(page([boxAt(100, 480, 500, 4)])).dividing).toHaveLength(1);
  });

  test("are no areas", () => {
    expect(rulesOf(page([boxAt(100, 100, 400, 60)]), 400)).toEqual([]);
  });

  test("are blanked, and text is left", () => {
    const ink = page([...FRAME, ...TEXT]);
    const left = componentsOf(withoutRules(ink, gridIn(ink).dividing));
    expect(left.map(({ x0, y0, area }) => [x0, y0, area])).toEqual(componentsOf(page(TEXT)).map(({ x0, y0, area }) => [x0, y0, area]));
  });
});

test("what is recognised has the ink that is kept, and nothing of what stands beside it", () => {
  const [letter, speck] = [boxAt(20, 20, 10, 10), boxAt(32, 24, 2, 2)];
  const ink = inkIn(60, 50, [letter, speck]);
  const kept = componentsOf(inkIn(60, 50, [letter]));
  const clean = onlyInk(greyOf(ink), kept, ink);
  expect(componentsOf(inkOf(clean, 100)).map(({ x0, x1, area }) => [x0, x1, area])).toEqual([[20, 30, 100]]);
  const cut = cutOut(clean, letter, 5);
  expect([cut.width, cut.height, cut.data[5 * 20 + 5], cut.data[4 * 20 + 4]]).toEqual([20, 20, 0, 255]);
});
