import type { Glyph } from "./page.js";

/**
 * How far a second strike stands off, in font sizes. Word processors fake bold by up to 1/15 em; the narrowest letter is
 * twice that apart from its neighbour, so that "ll" stays two letters.
 */
const STRIKE_OFFSET = 0.1;

/** The glyphs without those drawn again over themselves, and how many were left out. */
export function dropDoubleStrikes(glyphs: readonly Glyph[]): { glyphs: Glyph[]; doubled: number } {
  const grid = new Map<number, Glyph[]>();
  const kept: Glyph[] = [];
  for (const glyph of glyphs) {
    if (glyph.text === " " || !isOnGrid(glyph)) {
      kept.push(glyph);
      continue;
    }
    if (isStruck(glyph, grid)) continue;
    kept.push(glyph);
    const key = keyOf(Math.floor(glyph.x / SQUARE), Math.floor(glyph.y / SQUARE));
    const square = grid.get(key);
    if (square === undefined) grid.set(key, [glyph]);
    else square.push(glyph);
  }
  return { glyphs: kept, doubled: glyphs.length - kept.length };
}

/** Side of a square of the look-up grid, in points: larger than any reach at sizes below 80 pt, and with few letters in it. */
const SQUARE = 8;

/** How many squares the grid has in a row, and so how far it reaches: further than the largest page (14,400 points). */
const SQUARES = 4096;

/** Larger glyphs, in points, are pictures and no text; they would reach over too many squares. */
const LARGEST_SIZE = 1000;

/** Whether a glyph stands where pages can be and has a size that text can have; of others nobody reads, one or two. */
function isOnGrid({ x, y, size }: Glyph): boolean {
  const reach = (SQUARE * SQUARES) / 2;
  return Math.abs(x) < reach && Math.abs(y) < reach && size <= LARGEST_SIZE;
}

function isStruck(glyph: Glyph, grid: ReadonlyMap<number, readonly Glyph[]>): boolean {
  const reach = STRIKE_OFFSET * glyph.size;
  const right = Math.floor((glyph.x + reach) / SQUARE);
  const bottom = Math.floor((glyph.y + reach) / SQUARE);
  for (let column = Math.floor((glyph.x - reach) / SQUARE); column <= right; column++) {
    for (let row = Math.floor((glyph.y - reach) / SQUARE); row <= bottom; row++) {
      if (grid.get(keyOf(column, row))?.some((other) => isTwin(glyph, other, reach)) === true) return true;
    }
  }
  return false;
}

function isTwin(glyph: Glyph, other: Glyph, reach: number): boolean {
  return (
    other.text === glyph.text &&
    Math.abs(other.x - glyph.x) <= reach &&
    Math.abs(other.y - glyph.y) <= reach &&
    Math.abs(other.size - glyph.size) <= reach &&
    other.visibility === glyph.visibility
  );
}

function keyOf(column: number, row: number): number {
  return row * SQUARES + column;
}
