import type { Glyph } from "./page.js";

/**
 * How far a second strike stands off, in font sizes. Word processors fake bold by up to 1/15 em; the narrowest letter is
 * twice that apart from its neighbour, so that "ll" stays two letters.
 */
const STRIKE_OFFSET = 0.1;

/** The glyphs without those drawn again over themselves, and how many were left out. */
export function dropDoubleStrikes(glyphs: readonly Glyph[]): { glyphs: Glyph[]; doubled: number } {
  const seen = new Map<string, Glyph[]>();
  const kept: Glyph[] = [];
  for (const glyph of glyphs) {
    const reach = STRIKE_OFFSET * glyph.size;
    if (isStruck(glyph, seen, reach)) continue;
    kept.push(glyph);
    const key = keyOf(glyph.text, Math.floor(glyph.x / BUCKET), Math.floor(glyph.y / BUCKET));
    const bucket = seen.get(key);
    if (bucket === undefined) seen.set(key, [glyph]);
    else bucket.push(glyph);
  }
  return { glyphs: kept, doubled: glyphs.length - kept.length };
}

/** Side of a square of the look-up grid, in points: larger than any reach at sizes below 80 pt. */
const BUCKET = 8;

function isStruck(glyph: Glyph, seen: ReadonlyMap<string, readonly Glyph[]>, reach: number): boolean {
  if (glyph.text === " ") return false;
  const columns = span(glyph.x, reach);
  const rows = span(glyph.y, reach);
  for (const column of columns) {
    for (const row of rows) {
      const bucket = seen.get(keyOf(glyph.text, column, row));
      const twin = bucket?.some(
        (other) =>
          Math.abs(other.x - glyph.x) <= reach &&
          Math.abs(other.y - glyph.y) <= reach &&
          Math.abs(other.size - glyph.size) <= reach &&
          other.visibility === glyph.visibility,
      );
      if (twin === true) return true;
    }
  }
  return false;
}

function span(at: number, reach: number): number[] {
  const first = Math.floor((at - reach) / BUCKET);
  const last = Math.floor((at + reach) / BUCKET);
  return first === last ? [first] : [first, last];
}

function keyOf(text: string, column: number, row: number): string {
  return `${column}:${row}:${text}`;
}
