import type { Glyph } from "../pdf/page.js";

/** Glyphs that overlap by more than this, in font sizes, do so by more than kerning or accents explain. */
const OVERLAP = 0.25;

/** The largest gap, in font sizes, between glyphs of one text that are drawn one after another. */
const SAME_TEXT = 1;

/** The least average length of texts: an accent alone is not a text, nor are glyphs drawn in no order. */
const SHORTEST_TEXT = 3;

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
  if (!isOverprinted(line)) return [line];
  const own = new Set(line);
  const runs = runsOf(drawn.filter((glyph) => own.has(glyph)));
  const markers = runs.filter((run) => isMarker(run) && runs.some((other) => reachesInto(run, other)));
  if (markers.length === 0) return layersOfTexts(line, runs);
  const apart = new Set(markers.flatMap(({ glyphs }) => glyphs));
  const texts = line.filter((glyph) => !apart.has(glyph));
  const rest = isOverprinted(texts)
    ? layersOfTexts(
        texts,
        runs.filter((run) => !markers.includes(run)),
      )
    : [texts];
  return [...markers.map(({ glyphs }) => glyphs), ...rest];
}

/** The same for texts that no marker is printed over, given their glyphs from left to right. */
function layersOfTexts(line: readonly Glyph[], runs: readonly Run[]): (readonly Glyph[])[] {
  if (runs.length * SHORTEST_TEXT > line.length) return [line];
  const layers: Run[][] = [];
  for (const run of runs) {
    const free = run.glyphs.length < SHORTEST_TEXT ? layers[0] : layers.find((layer) => !layer.some((other) => overlap(run, other)));
    if (free === undefined) layers.push([run]);
    else free.push(run);
  }
  return layers.map((layer) => layer.flatMap(({ glyphs }) => glyphs).sort((a, b) => a.x - b.x));
}

function isOverprinted(line: readonly Glyph[]): boolean {
  let end = -Infinity;
  let before: Glyph | undefined;
  let first: Glyph | undefined;
  for (const glyph of line) {
    if (glyph.text === " ") continue;
    if (glyph.x < end - OVERLAP * glyph.size) return true;
    if (glyph.x < end && isClosing(glyph) && isDigit(first) && !isDigit(before)) return true;
    end = Math.max(end, glyph.x + glyph.width);
    first = before;
    before = glyph;
  }
  return false;
}

/** Whether a glyph closes markers: behind a digit and a letter that it overlaps, the letter is printed into a marker, however narrow it is. */
function isClosing({ text }: Glyph): boolean {
  return text === ")" || text === ".";
}

function isDigit(glyph: Glyph | undefined): boolean {
  return glyph !== undefined && glyph.text >= "0" && glyph.text <= "9";
}

/** A number or a letter with what closes it, as lists have them: a list that is indented too little prints them over its text. */
const MARKER = /^\(?(?:\d{1,3}|[A-Za-z]|[ivx]{2,5})[.)]$/u;

/** The most glyphs of a marker: "(viii)", "(123)". */
const LONGEST_MARKER = 7;

function isMarker({ glyphs }: Run): boolean {
  return glyphs.length <= LONGEST_MARKER && MARKER.test(textOf(glyphs));
}

function textOf(glyphs: readonly Glyph[]): string {
  return glyphs
    .map(({ text }) => text)
    .join("")
    .trim();
}

/** Whether the end of a marker is printed over the start of a text, or behind it. */
function reachesInto(marker: Run, text: Run): boolean {
  if (marker === text || text.glyphs.length < SHORTEST_TEXT || marker.from > text.from) return false;
  return overlap(marker, text) || isInto(marker, text.from);
}

/** Whether a text that starts at x would, by position alone, start before a marker ends. */
function isInto({ glyphs }: Run, x: number): boolean {
  const last = glyphs.findLast(({ text }) => text !== " ");
  return last !== undefined && x < last.x;
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
    if (run !== undefined && Math.abs(glyph.x - end) <= SAME_TEXT * glyph.size && !isOver(glyph, run)) {
      run.glyphs.push(glyph);
      run.from = Math.min(run.from, glyph.x);
      run.to = Math.max(run.to, to);
    } else runs.push({ glyphs: [glyph], from: glyph.x, to });
    end = to;
  }
  return runs;
}

/**
 * Whether a letter is printed over the one before it, or into the marker before it, as no letter of the same text is: the next text may start
 * where the last one ends.
 */
function isOver(glyph: Glyph, run: Run): boolean {
  const before = run.glyphs.at(-1);
  if (before === undefined || glyph.x >= before.x + before.width || !LETTER.test(glyph.text)) return false;
  const isFar = glyph.x < before.x + before.width - OVERLAP * glyph.size;
  return (isFar && LETTER.test(before.text)) || ((isFar || isInto(run, glyph.x)) && isMarker(run));
}

const LETTER = /^[\p{L}\p{N}]/u;
