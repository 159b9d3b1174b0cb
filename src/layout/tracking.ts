import { type Glyph, WORD_GAP } from "../pdf/page.js";

/**
 * Letters are spaced by hand by no more than `WIDEST`, in font sizes; columns are further apart. Kerning makes such spaces differ by
 * `ALIKE`.
 */
const WIDEST = 0.45;
const ALIKE = 0.06;

/** Letters that fill a justified line are further apart, but their spaces are all the same, unlike those between letters in columns. */
const FILLING = 2;
const SAME = 0.02;

/** Fewest evenly spaced letters in a row that make a spaced-out word; fewer do if their line has such a word. */
const FEWEST_LETTERS = 4;

/** What a word may start with: not a bullet or a dash. */
const WORD_START = /^[\p{L}\p{N}\p{Ps}\p{Pi}"'„]/u;

/** Single glyphs with about the same space between each two. */
interface SpacedRun {
  /** Their places in the line, from the first to the last. */
  readonly from: number;
  readonly to: number;
  /** In font sizes. */
  readonly gap: number;
}

/**
 * Finds letters that are spaced out: for looks in titles and headers, or to fill justified lines. If their spaces are as wide as those
 * between words, only their evenness gives them away. For the glyphs of a line, from left to right, the result is the indices of those that
 * belong to the same word as the glyph before them.
 */
export function trackedGlyphs(line: readonly Glyph[]): ReadonlySet<number> {
  const runs = spacedRuns(line);
  const words = runs.filter(({ from, to }) => lettersIn(line.slice(from, to + 1)) >= FEWEST_LETTERS);
  const tracked = new Set<number>();
  for (const { from, to, gap } of runs) {
    if (words.some((word) => areAlike(word.gap, gap))) for (let place = from + 1; place <= to; place++) tracked.add(place);
  }
  return tracked;
}

/** Whether neither a glyph nor the one before it touches another; if one does, it belongs to a word that is not spaced out. */
export function areSingle(line: readonly Glyph[], place: number): boolean {
  return !touches(line, place - 2) && !touches(line, place);
}

function spacedRuns(line: readonly Glyph[]): SpacedRun[] {
  const runs: SpacedRun[] = [];
  let from = 0;
  while (from < line.length - 1) {
    const gap = gapBehind(line, from);
    let to = from + 1;
    while (isSpaced(gap) && to < line.length - 1 && areAlike(gapBehind(line, to), gap)) to += 1;
    // A glyph that touches its neighbour, or a marker, is not part of the spaced-out word, and only by chance as far from it.
    const start = touches(line, from - 1) || !WORD_START.test(line[from]?.text ?? "") ? from + 1 : from;
    const end = touches(line, to) ? to - 1 : to;
    if (isSpaced(gap) && end > start) runs.push({ from: start, to: end, gap });
    from = to;
  }
  return runs;
}

/** The space between a glyph and the next one, in font sizes; infinite if a space is drawn between them. */
function gapBehind(line: readonly Glyph[], place: number): number {
  const glyph = line[place];
  const next = line[place + 1];
  if (glyph === undefined || next === undefined || glyph.text === " " || next.text === " ") return Infinity;
  return (next.x - glyph.x - glyph.width) / Math.max(glyph.size, next.size);
}

function isSpaced(gap: number): boolean {
  return gap > WORD_GAP && gap <= FILLING;
}

function areAlike(gap: number, other: number): boolean {
  return Math.abs(gap - other) <= (Math.max(gap, other) <= WIDEST ? ALIKE : SAME);
}

/** Whether a glyph and the next one belong to one word that is not spaced out: kerning does not narrow a wide space that much. */
function touches(line: readonly Glyph[], place: number): boolean {
  return gapBehind(line, place) <= WORD_GAP - ALIKE;
}

function lettersIn(glyphs: readonly Glyph[]): number {
  return glyphs.filter(({ text }) => /^\p{L}/u.test(text)).length;
}
