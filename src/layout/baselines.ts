import { inOrder } from "../geometry/ordered.js";
import type { Glyph } from "../pdf/page.js";

/** Baselines closer than this, in font sizes, are the same: fonts on one line are rounded differently. */
const SAME_BASELINE = 0.12;

/** Glyphs on one baseline, across the whole page, from left to right. */
export interface Baseline {
  readonly y: number;
  /** The smallest and the largest font size on it. */
  readonly smallest: number;
  readonly largest: number;
  readonly glyphs: readonly Glyph[];
}

/** Glyphs grouped by baseline; each group has the y of its largest glyph. */
export function baselinesOf(glyphs: readonly Glyph[]): Baseline[] {
  const sorted = inOrder(glyphs, (a, b) => a.y - b.y);
  const lines: Baseline[] = [];
  let start = 0;
  sorted.forEach((glyph, i) => {
    const next = sorted[i + 1];
    if (next !== undefined && next.y - glyph.y <= SAME_BASELINE * Math.min(next.size, glyph.size)) return;
    lines.push(baselineOf(sorted.slice(start, i + 1)));
    start = i + 1;
  });
  return lines;
}

function baselineOf(glyphs: readonly Glyph[]): Baseline {
  let largest = -Infinity;
  let smallest = Infinity;
  let y = 0;
  for (const glyph of glyphs) {
    if (glyph.size > largest) {
      largest = glyph.size;
      ({ y } = glyph);
    }
    smallest = Math.min(smallest, glyph.size);
  }
  return { y, smallest, largest, glyphs: inOrder(glyphs, byPlace) };
}

/** The order of glyphs on a baseline. */
export function byPlace(a: Glyph, b: Glyph): number {
  return a.x - b.x;
}
