import type { Component } from "./components.js";
import { type Grey, type Ink, type PixelBox, WHITE } from "./raster.js";

/** How far the blurred edge of ink reaches, in pixels. */
const EDGE = 2;

/** The picture without its rules: without their ink and the pixel around it, which contains remnants. */
export function withoutRules(
  { width, height, data }: Ink,
  rules: readonly { readonly axis: "horizontal" | "vertical"; readonly runs: readonly number[] }[],
): Ink {
  const rest = Uint8Array.from(data);
  for (const { axis, runs } of rules) {
    for (let i = 0; i < runs.length; i += 3) {
      const [across = 0, from = 0, to = 0] = runs.slice(i, i + 3);
      const box =
        axis === "horizontal" ? { x0: from, x1: to, y0: across, y1: across + 1 } : { x0: across, x1: across + 1, y0: from, y1: to };
      for (let y = Math.max(0, box.y0 - 1); y < Math.min(height, box.y1 + 1); y++) {
        rest.fill(0, y * width + Math.max(0, box.x0 - 1), y * width + Math.min(width, box.x1 + 1));
      }
    }
  }
  return { width, height, data: rest };
}

/** A picture of nothing but some pieces of its ink, in their own shades, on white paper. */
export function onlyInk(picture: Grey, kept: readonly Component[], all: Ink): Grey {
  const { width, height } = picture;
  const isKept = new Uint8Array(width * height);
  forRuns(kept, 0, picture, (start, end) => isKept.fill(1, start, end));
  const data = new Uint8Array(width * height).fill(WHITE);
  const paper = paperOf(picture);
  forRuns(kept, EDGE, picture, (start, end) => {
    for (let i = start; i < end; i++) {
      // Other ink this near, such as the rest of a rule, stays out.
      const isOther = all.data[i] === 1 && isKept[i] === 0;
      if (!isOther) data[i] = Math.min(WHITE, Math.round(((picture.data[i] ?? WHITE) * WHITE) / paper));
    }
  });
  return { width, height, data };
}

/** The part of a picture in a box, with a white margin around it. */
export function cutOut({ width, height, data }: Grey, { x0, y0, x1, y1 }: PixelBox, margin: number): Grey {
  const cut = { width: x1 - x0 + 2 * margin, height: y1 - y0 + 2 * margin };
  const pixels = new Uint8Array(cut.width * cut.height).fill(WHITE);
  const [left, right] = [Math.max(0, x0 - EDGE), Math.min(width, x1 + EDGE)];
  for (let y = Math.max(0, y0 - EDGE); y < Math.min(height, y1 + EDGE); y++) {
    pixels.set(data.subarray(y * width + left, y * width + right), (y - y0 + margin) * cut.width + left - x0 + margin);
  }
  return { ...cut, data: pixels };
}

/** The shade of most of the paper. */
function paperOf({ data }: Grey): number {
  const counts = new Uint32Array(256);
  for (const shade of data) counts[shade] = (counts[shade] ?? 0) + 1;
  let most = WHITE;
  counts.forEach((count, shade) => {
    if (shade > WHITE / 2 && count > (counts[most] ?? 0)) most = shade;
  });
  return most;
}

/** Calls back for the pixels of components, and those around them, as stretches of the picture's data. */
function forRuns(
  components: readonly Component[],
  around: number,
  { width, height }: Grey,
  act: (start: number, end: number) => void,
): void {
  for (const { runs } of components) {
    for (let i = 0; i < runs.length; i += 3) {
      const [row = 0, from = 0, to = 0] = runs.slice(i, i + 3);
      for (let y = Math.max(0, row - around); y <= Math.min(height - 1, row + around); y++) {
        act(y * width + Math.max(0, from - around), y * width + Math.min(width, to + around));
      }
    }
  }
}
