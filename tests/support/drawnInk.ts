import type { Grey, Ink, PixelBox } from "../../src/ocr/raster.js";

/** A box of pixels by its corner and its size. */
export function boxAt(x: number, y: number, width: number, height: number): PixelBox {
  return { x0: x, y0: y, x1: x + width, y1: y + height };
}

/** A picture in which these boxes are ink. */
export function inkIn(width: number, height: number, boxes: readonly PixelBox[]): Ink {
  const data = new Uint8Array(width * height);
  for (const { x0, y0, x1, y1 } of boxes) for (let y = y0; y < y1; y++) data.fill(1, y * width + x0, y * width + x1);
  return { width, height, data };
}

/** The same, black on white. */
export function greyOf({ width, height, data }: Ink): Grey {
  return { width, height, data: data.map((ink) => (ink === 1 ? 0 : 255)) };
}

/** Letters as wide as high, except for their hollow middles, side by side. */
export function lettersAt(x: number, y: number, count: number, size = 20): PixelBox[] {
  return Array.from({ length: count }, (_, i) => i * (size + 4)).flatMap((left) => [
    boxAt(x + left, y, 4, size),
    boxAt(x + left + size - 4, y, 4, size),
    boxAt(x + left, y, size, 4),
  ]);
}

/** A filled disc, row by row. */
export function discAt(x: number, y: number, diameter: number): PixelBox[] {
  const radius = diameter / 2;
  return Array.from({ length: diameter }, (_, row) => {
    const half = Math.round(Math.sqrt(radius ** 2 - (row + 0.5 - radius) ** 2));
    return { x0: x + Math.round(radius) - half, x1: x + Math.round(radius) + half, y0: y + row, y1: y + row + 1 };
  });
}
