import { type Glyph, WORD_GAP } from "../pdf/page.js";

/** Letters are spaced by hand by no more than this, in font sizes; columns are further apart. Kerning makes such spaces differ by so much. */
const WIDEST = 0.45;
const ALIKE = 0.06;

/** Letters that fill a justified line stand further apart, and the spaces are all the same, as those between letters in columns are not. */
const FILLING = 2;
const SAME = 0.02;

/** So many letters in a row, each as far from the next, are a word that is spaced out; fewer are where their line has such a word. */
const FEWEST_LETTERS = 4;

/** What a word may start with: no bullet and no dash. */
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
 * Letters that are spaced out: in titles and headers for looks, in justified lines to fill them. Where spaces are as wide as those between words,
 * only their likeness tells. For glyphs of a line, from left to right, the places of those that belong to the word of the glyph before them.
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

/** Whether a glyph and the one before it touch no others; if they do, they are of words that are not spaced out. */
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
    // A glyph that touches its neighbour is of a word that is not spaced out, and as far from this one by chance; so is a marker.
    const start = touches(line, from - 1) || !WORD_START.test(line[from]?.text ?? "") ? from + 1 : from;
    const end = touches(line, to) ? to - 1 : to;
    if (isSpaced(gap) && end > start) runs.push({ from: start, to: end, gap });
    from = to;
  }
  return runs;
}

/** The space between a glyph and the next one, in font sizes; infinite where a space is drawn between them. */
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

/** Whether a glyph and the next one are of one word that is not spaced out: no kerning makes their space of a wide one. */
function touches(line: readonly Glyph[], place: number): boolean {
  return gapBehind(line, place) <= WORD_GAP - ALIKE;
}

function lettersIn(glyphs: readonly Glyph[]): number {
  return glyphs.filter(({ text }) => /^\p{L}/u.test(text)).length;
}
