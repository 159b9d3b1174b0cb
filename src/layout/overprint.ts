import type { Glyph } from "../pdf/page.js";

/** Glyphs that overlap by more than this, in font sizes, do so by more than kerning or accents explain. */
const OVERLAP = 0.25;

/** The largest gap, in font sizes, between glyphs of one text that are drawn one after another. */
const SAME_TEXT = 1;

/** The least average length of texts: an accent alone is not a text, nor are glyphs drawn in no order. */
const SHORTEST_TEXT = 3;

/**
 * A glyph starts where the one before it in its text ends, at the same height and of the same size, within this many font sizes: kerning and
 * rounding.
 */
const ADJACENT = 0.1;

/** A text as it is drawn: consecutive glyphs. */
interface Run {
  readonly glyphs: Glyph[];
  from: number;
  to: number;
}

/**
 * The glyphs of one baseline, from left to right, separated if texts are printed over one another: sorted by position alone, their letters
 * would mix into meaningless words. Texts are recognised by the order in which they are drawn, that of `drawn`.
 */
export function layersOf(line: readonly Glyph[], drawn: readonly Glyph[]): (readonly Glyph[])[] {
  return textsOf(line, drawn).map(withWholeMarkers);
}

function textsOf(line: readonly Glyph[], drawn: readonly Glyph[]): (readonly Glyph[])[] {
  if (!isOverprinted(line)) return [line];
  const own = new Set(line);
  const runs = runsOf(drawn.filter((glyph) => own.has(glyph)));
  if (runs.length * SHORTEST_TEXT > line.length) return [line];
  const layers: Run[][] = [];
  for (const run of runs) {
    const free = run.glyphs.length < SHORTEST_TEXT ? layers[0] : layers.find((layer) => !layer.some((other) => overlap(run, other)));
    if (free === undefined) layers.push([run]);
    else free.push(run);
  }
  return layers.map((layer) => layer.flatMap(({ glyphs }) => glyphs).sort((a, b) => a.x - b.x));
}

/**
 * The same glyphs with what closes a number before the letter that is printed over it: a list that is indented too little prints "10)" into
 * the first word of its text, whose letter starts a little further left than the bracket does.
 */
function withWholeMarkers(line: readonly Glyph[]): readonly Glyph[] {
  const whole = [...line];
  for (let i = 2; i < whole.length; i++) {
    const [digit, letter, closing] = [whole[i - 2], whole[i - 1], whole[i]];
    if (digit === undefined || letter === undefined || closing === undefined) continue;
    if (DIGIT.test(digit.text) && isPrintedBetween(letter, digit, closing)) whole.splice(i - 1, 2, closing, letter);
  }
  return whole;
}

/** Whether a letter is printed over what closes a number, which starts where the number's last digit ends. */
function isPrintedBetween(letter: Glyph, digit: Glyph, closing: Glyph): boolean {
  if (!LETTER.test(letter.text) || !CLOSING.test(closing.text)) return false;
  const most = ADJACENT * digit.size;
  const isAlike = [letter, closing].every(({ y, size }) => Math.abs(y - digit.y) <= most && Math.abs(size - digit.size) <= most);
  return isAlike && Math.abs(closing.x - digit.x - digit.width) <= most && letter.x + letter.width > closing.x;
}

function isOverprinted(line: readonly Glyph[]): boolean {
  let end = -Infinity;
  for (const glyph of line) {
    if (glyph.text === " ") continue;
    if (glyph.x < end - OVERLAP * glyph.size) return true;
    end = Math.max(end, glyph.x + glyph.width);
  }
  return false;
}

function overlap(run: Run, other: Run): boolean {
  return Math.min(run.to, other.to) - Math.max(run.from, other.from) > OVERLAP * (run.glyphs[0]?.size ?? 0);
}

function runsOf(drawn: readonly Glyph[]): Run[] {
  const runs: Run[] = [];
  let end = Infinity;
  for (const glyph of drawn) {
    const run = runs.at(-1);
    const to = glyph.x + glyph.width;
    if (run !== undefined && Math.abs(glyph.x - end) <= SAME_TEXT * glyph.size && !isOver(glyph, run.glyphs.at(-1))) {
      run.glyphs.push(glyph);
      run.from = Math.min(run.from, glyph.x);
      run.to = Math.max(run.to, to);
    } else runs.push({ glyphs: [glyph], from: glyph.x, to });
    end = to;
  }
  return runs;
}

/** Whether a letter is printed over the one before it, as no letter of the same text is: the next text may start where the last one ends. */
function isOver(glyph: Glyph, before: Glyph | undefined): boolean {
  return (
    before !== undefined &&
    glyph.x < before.x + before.width - OVERLAP * glyph.size &&
    [glyph, before].every(({ text }) => LETTER.test(text))
  );
}

const DIGIT = /^[0-9]$/u;
const CLOSING = /^[.)]$/u;
const LETTER = /^[\p{L}\p{N}]/u;
