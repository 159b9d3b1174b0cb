import type { Glyph } from "../page.js";

/**
 * The largest offset of a second strike, in font sizes. Word processors fake bold by up to 1/15 em; the narrowest letter is twice that from
 * its neighbour, so "ll" stays two letters.
 */
const STRIKE_OFFSET = 0.1;

/** An accent that is set over the letter before it. */
const MARK = /^\p{M}/u;

/** The glyphs without their second strikes, and how many were left out. */
export function dropDoubleStrikes(glyphs: readonly Glyph[]): { glyphs: Glyph[]; doubled: number } {
  const grid = new Grid(glyphs.length);
  const kept: Glyph[] = [];
  for (const glyph of glyphs) {
    if (glyph.text === " " || lacksWidth(glyph) || !isOnGrid(glyph)) kept.push(glyph);
    else if (!isStruck(glyph, grid)) {
      grid.add(glyph);
      kept.push(glyph);
    }
  }
  return { glyphs: kept, doubled: glyphs.length - kept.length };
}

/** Whether the font gives a letter no width. All letters of a text are then on one spot, though none is drawn twice. */
function lacksWidth(glyph: Glyph): boolean {
  return glyph.width === 0 && !MARK.test(glyph.text);
}

/**
 * Glyphs by the grid square of their origin. There are as many lists as there may be glyphs, and several squares share one: the glyphs' own
 * places decide which are twins. Lists in arrays of numbers take a third of the time of a Map.
 */
class Grid {
  readonly #glyphs: Glyph[] = [];
  /** For each list, the glyph added last, -1 for none; for each glyph, the one added to its list before it. */
  readonly #last: Int32Array;
  readonly #before: Int32Array;

  /** @param most How many glyphs may be added. */
  constructor(most: number) {
    this.#last = new Int32Array(most).fill(-1);
    this.#before = new Int32Array(most);
  }

  add(glyph: Glyph): void {
    const list = this.#listOf(squareOf(glyph.x), squareOf(glyph.y));
    const place = this.#glyphs.push(glyph) - 1;
    this.#before[place] = this.#last[list] ?? -1;
    this.#last[list] = place;
  }

  /** Whether a square contains the same glyph as this one, no further off than `reach`. */
  hasTwin(column: number, row: number, glyph: Glyph, reach: number): boolean {
    for (let i = this.#last[this.#listOf(column, row)] ?? -1; i >= 0; i = this.#before[i] ?? -1) {
      const other = this.#glyphs[i];
      if (other !== undefined && isTwin(glyph, other, reach)) return true;
    }
    return false;
  }

  /** Squares near each other have different lists, unless there are very few lists. */
  #listOf(column: number, row: number): number {
    return Math.abs(row * SQUARES_A_ROW + column) % this.#last.length;
  }
}

/** Side of a square of the look-up grid, in points: larger than any reach at sizes below 80 pt, and with few letters in it. */
const SQUARE = 8;

/** How many squares a row has on a page of usual size; squares further right share the lists of other rows. */
const SQUARES_A_ROW = 127;

/** The farthest a glyph can be from the origin, in points: beyond the largest page (14,400 points). */
const FURTHEST = 16384;

/** Larger glyphs, in points, are pictures rather than text, and would cover too many squares. */
const LARGEST_SIZE = 1000;

/** Whether a glyph is where a page can be, and of a size that text can have. Others are not read, drawn once or twice. */
function isOnGrid({ x, y, size }: Glyph): boolean {
  return Math.abs(x) < FURTHEST && Math.abs(y) < FURTHEST && size <= LARGEST_SIZE;
}

function isStruck(glyph: Glyph, grid: Grid): boolean {
  const reach = STRIKE_OFFSET * glyph.size;
  const right = squareOf(glyph.x + reach);
  const bottom = squareOf(glyph.y + reach);
  for (let column = squareOf(glyph.x - reach); column <= right; column++) {
    for (let row = squareOf(glyph.y - reach); row <= bottom; row++) {
      if (grid.hasTwin(column, row, glyph, reach)) return true;
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

function squareOf(at: number): number {
  return Math.floor(at / SQUARE);
}
