import { unionOf } from "../../geometry/box.js";
import type { Word } from "../../layout/word.js";
import type { Phrase } from "../evidence/phrases.js";
import { type TextLine, textLinesOf, wordsOfLines } from "../evidence/textLines.js";

/** The fewest lines that start at the left edge of a column of prose. */
const FEWEST_LINES = 8;

/** Line starts within this many points are on one edge. */
const SAME_EDGE = 3;

/** A line of prose has at least `PROSE_WORDS` words and fills at least the share `PROSE_WIDTH` of its column. */
const PROSE_WORDS = 4;
const PROSE_WIDTH = 0.75;

/** The least share of lines in a column of prose that read as prose; the rest are headings, last lines and tables. */
const MOSTLY = 0.6;
const PARTLY = 0.3;

/**
 * The parts of a page that are read separately: its columns of prose, if it has any, so that lines side by side are not taken for the rows
 * of a table. Text across the whole width stays in separate parts.
 */
export function readingZones(words: readonly Word[]): (readonly Word[])[] {
  const lines = textLinesOf(words);
  const gutter = bestGutter(lines);
  if (gutter === undefined) return [words];
  return runsAt(lines, gutter).flatMap(({ crossed, lines: run }) => {
    if (crossed || !isProseGutter(run, gutter)) return [wordsOfLines(run)];
    const { before, prose, after } = proseWithin(run, gutter);
    const { left, right } = sidesOf(wordsOfLines(prose), gutter);
    return [before, after]
      .filter((lines) => lines.length > 0)
      .map(wordsOfLines)
      .concat([...readingZones(left), ...readingZones(right)].map((zone) => [...zone]));
  });
}

/** The lines from the first to the last with prose on a side of x: tables across both columns may come before and after. */
function proseWithin(lines: readonly TextLine[], x: number): Record<"before" | "prose" | "after", readonly TextLine[]> {
  const { left, right } = sidesOf(wordsOfLines(lines), x);
  const prose = [left, right].flatMap((side) => proseLines(textLinesOf(side)).map((line) => line.line.baseline));
  const top = Math.min(...prose);
  const bottom = Math.max(...prose);
  return {
    before: lines.filter((line) => line.line.box.y1 < top - line.line.size),
    prose: lines.filter((line) => line.line.box.y1 >= top - line.line.size && line.line.box.y0 <= bottom),
    after: lines.filter((line) => line.line.box.y0 > bottom),
  };
}

interface Run {
  readonly crossed: boolean;
  readonly lines: readonly TextLine[];
}

/** The x with most prose on both sides; undefined if none divides prose from prose. */
function bestGutter(lines: readonly TextLine[]): number | undefined {
  let best: { x: number; count: number } | undefined;
  for (const x of columnStarts(lines).filter((start) => mayBeGutter(lines, start))) {
    const count = runsAt(lines, x).reduce((sum, run) => sum + (!run.crossed && isProseGutter(run.lines, x) ? run.lines.length : 0), 0);
    if (count > (best?.count ?? 0)) best = { x, count };
  }
  return best?.x;
}

/**
 * Whether, on each side of x, enough lines have a single text of several words: text in more columns is not prose. Splitting the sides to
 * look closer takes long on pages with hundreds of columns.
 */
function mayBeGutter(lines: readonly TextLine[], x: number): boolean {
  let left = 0;
  let right = 0;
  for (const { phrases } of lines) {
    const [first, second] = phrases;
    const last = phrases.at(-1);
    const beforeLast = phrases.at(-2);
    if (isWordy(first) && first.box.x1 <= x && (second === undefined || second.box.x0 >= x)) left += 1;
    if (isWordy(last) && last.box.x0 >= x && (beforeLast === undefined || beforeLast.box.x1 <= x)) right += 1;
  }
  return Math.min(left, right) >= PARTLY * FEWEST_LINES;
}

function isWordy(phrase: Phrase | undefined): phrase is Phrase {
  return phrase !== undefined && phrase.words.length >= PROSE_WORDS;
}

/** The x at which many phrases start, except the leftmost. */
function columnStarts(lines: readonly TextLine[]): number[] {
  const starts = lines
    .flatMap((line) => line.phrases.slice(1).map((phrase) => phrase.box.x0))
    .concat(lines.map((line) => line.line.box.x0));
  const sorted = [...starts].sort((a, b) => a - b);
  const clusters: number[][] = [];
  for (const start of sorted) {
    const cluster = clusters.at(-1);
    if (cluster?.[0] !== undefined && start - cluster[0] <= SAME_EDGE) cluster.push(start);
    else clusters.push([start]);
  }
  return clusters.slice(1).flatMap((cluster) => (cluster.length >= FEWEST_LINES && cluster[0] !== undefined ? [cluster[0] - 1] : []));
}

/** Runs of consecutive lines with text across x, and of those that leave it free. */
function runsAt(lines: readonly TextLine[], x: number): Run[] {
  const runs: { crossed: boolean; lines: TextLine[] }[] = [];
  for (const line of lines) {
    const crossed = line.phrases.some((phrase) => phrase.box.x0 < x && phrase.box.x1 > x);
    const run = runs.at(-1);
    if (run?.crossed === crossed) run.lines.push(line);
    else runs.push({ crossed, lines: [line] });
  }
  return runs;
}

function isProseGutter(lines: readonly TextLine[], x: number): boolean {
  const { left, right } = sidesOf(wordsOfLines(lines), x);
  const a = proseShare(textLinesOf(left));
  const b = proseShare(textLinesOf(right));
  return Math.min(a, b) >= PARTLY && Math.max(a, b) >= MOSTLY;
}

function sidesOf(words: readonly Word[], x: number): { left: Word[]; right: Word[] } {
  const isLeft = (word: Word): boolean => word.box.x1 <= x + 1;
  return { left: words.filter(isLeft), right: words.filter((word) => !isLeft(word)) };
}

/** The share of lines that run over their column without a gap; 0 for fewer than make a column. */
function proseShare(lines: readonly TextLine[]): number {
  return lines.length < FEWEST_LINES ? 0 : proseLines(lines).length / lines.length;
}

/** The lines that run over their column without a gap. */
function proseLines(lines: readonly TextLine[]): TextLine[] {
  const box = unionOf(lines.map((line) => line.line.box));
  const width = box === undefined ? 0 : box.x1 - box.x0;
  return lines.filter((line) => {
    const [only, more] = line.phrases;
    return only !== undefined && more === undefined && only.words.length >= PROSE_WORDS && only.box.x1 - only.box.x0 >= PROSE_WIDTH * width;
  });
}
