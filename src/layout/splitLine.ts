import { type Glyph, WORD_GAP } from "../pdf/page.js";
import type { Edge } from "./edges.js";
import { NO_GAP, TOUCHING } from "./glyphText.js";
import type { ListSigns } from "./listSigns.js";
import { isSuperscriptOf } from "./superscripts.js";
import { areSingle, trackedGlyphs } from "./tracking.js";
import { LETTER_MIDDLE } from "./word.js";

/**
 * Text that sticks out of its cell by no more glyphs than this does not belong to the next cell, which would leave room beside its wall.
 */
const STICKING_OUT = 2;

/** A wall that runs through a glyph, at least this far from both of its sides, in font sizes, divides no words. */
const THROUGH = 0.1;

/** Glyphs of a line between two gaps or walls. */
interface Piece {
  readonly glyphs: readonly Glyph[];
  /** Whether nothing but a wall divides it from the piece before. */
  readonly crosses: boolean;
  /** Whether that wall runs through a glyph. */
  readonly isStruck: boolean;
  /** Whether it is left or right of all walls, in no cell. */
  readonly outside: boolean;
}

/**
 * Splits a line into words, at gaps, at the vertical rulings that cross it, and before the bullets of the next column.
 *
 * @param y The baseline.
 * @param glyphs From left to right.
 * @param barriers The vertical edges of the page, from left to right.
 * @param signs Where the page has bullets and dashes.
 * @returns The glyphs of each word, at least one.
 */
export function splitLine(y: number, glyphs: readonly Glyph[], barriers: readonly Edge[], signs: ListSigns): (readonly Glyph[])[] {
  const first = glyphs[0];
  if (first === undefined) return [];
  const height = y - LETTER_MIDDLE * first.size;
  const walls = barriers.filter((edge) => edge.from <= height && height <= edge.to).map((edge) => edge.at);
  let tracked: ReadonlySet<number> | undefined;
  const isTracked = (place: number): boolean => areSingle(glyphs, place) && (tracked ??= trackedGlyphs(glyphs)).has(place);
  const pieces: Piece[] = [];
  let run: Glyph[] = [];
  let crosses = false;
  let isStruck = false;
  let last: Glyph | undefined;
  let slot = 0;
  let space = false;
  let place = -1;
  for (const glyph of glyphs) {
    place += 1;
    if (glyph.text === " ") {
      space = true;
      continue;
    }
    const next = slotOf(glyph.x + glyph.width / 2, walls, slot);
    if (last !== undefined) {
      const gap = glyph.x - (last.x + last.width);
      const divided =
        (isDivided(gap, last, glyph, space) && (space || next !== slot || !isTracked(place))) ||
        (next === slot ? signs.isBullet(glyph) : signs.isSignBehindWall(glyph));
      if (divided || next !== slot) {
        pieces.push({ glyphs: run, crosses, isStruck, outside: isOutside(slot, walls) });
        run = [];
        crosses = !divided && gap < TOUCHING * glyph.size;
        isStruck = isStruckBy(walls.slice(slot, next), last) || isStruckBy(walls.slice(slot, next), glyph);
      }
    }
    run.push(glyph);
    last = glyph;
    slot = next;
    space = false;
  }
  if (run.length > 0) pieces.push({ glyphs: run, crosses, isStruck, outside: isOutside(slot, walls) });
  return wholePieces(pieces).map((piece) => piece.glyphs);
}

/** Whether the gap between two glyphs, `space` if a space is drawn in it, divides words, unless their letters are spaced out. */
function isDivided(gap: number, last: Glyph, glyph: Glyph, space: boolean): boolean {
  if (space && gap > NO_GAP * glyph.size) return true;
  // Engines that stretch lines may leave half a space before a superscript.
  return gap > WORD_GAP * Math.max(glyph.size, last.size) && (space || !isSuperscriptOf(glyph, last));
}

/** Whether one of some walls runs through a glyph. */
function isStruckBy(walls: readonly number[], { x, width, size }: Glyph): boolean {
  return walls.some((wall) => x + THROUGH * size <= wall && wall <= x + width - THROUGH * size);
}

function isOutside(slot: number, walls: readonly number[]): boolean {
  return slot === 0 || slot === walls.length;
}

/**
 * Rejoins pieces of a word that only sticks out of its cell: wide numbers extend over the rule on their left, words too long for the last
 * column over the table's edge, addresses too long for any column over the rule on their right.
 */
function wholePieces(pieces: readonly Piece[]): Piece[] {
  const whole: Piece[] = [];
  for (const piece of pieces) {
    const before = whole.at(-1);
    const sticksOut =
      before !== undefined &&
      (piece.isStruck || Math.min(before.glyphs.length, piece.glyphs.length) <= STICKING_OUT || before.outside !== piece.outside);
    if (before !== undefined && piece.crosses && sticksOut) {
      whole[whole.length - 1] = {
        glyphs: [...before.glyphs, ...piece.glyphs],
        crosses: before.crosses,
        isStruck: before.isStruck,
        outside: false,
      };
    } else whole.push(piece);
  }
  return whole;
}

/**
 * How many of the walls, from left to right, are to the left of x. The search starts at `near`, because most glyphs are in the same slot as
 * the one before.
 */
function slotOf(x: number, walls: readonly number[], near: number): number {
  let slot = near;
  while (slot > 0 && (walls[slot - 1] ?? x) >= x) slot -= 1;
  while (slot < walls.length && (walls[slot] ?? x) < x) slot += 1;
  return slot;
}
