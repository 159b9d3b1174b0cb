import { median } from "../../geometry/ordered.js";
import { isDatum, isYear } from "../evidence/numericText.js";
import type { Interval } from "../evidence/gutters.js";
import type { Phrase } from "../evidence/phrases.js";
import type { TextLine } from "../evidence/textLines.js";

/** The lines that may cross a gutter between columns, as a share of those that show it: one overlong entry in ten. */
const CROSSING = 0.1;

/** A gutter is at least this wide, in font sizes. */
const NARROWEST_GUTTER = 0.3;

/** A symbol that belongs to the number beside it although a gap separates them. */
const LEADING_SIGN = /^(?:[$€£¥(+<>≥≤~±]|US\$)$/u;
const TRAILING_SIGN = /^(?:%|\)|\*{1,3}|[†‡]|[a-z]\/|\(\w{1,2}\)|%\))$/u;

/**
 * The columns shown by the vertical white space between the lines' phrases, as the intervals that their text takes. Lines with numbers
 * decide for the others: headers and headings may span columns. `walls` are the x of rules between columns.
 */
export function columnsOfText(lines: readonly TextLine[], walls: readonly number[]): Interval[] {
  const voters = votersOf(lines);
  const phrases = voters.flatMap((line) => line.phrases);
  if (phrases.length === 0) return [];
  const size = median(voters.map((line) => line.line.size)) ?? 0;
  const tolerance = Math.floor(CROSSING * voters.length);
  const covered = coveredIntervals(phrases, tolerance).flatMap((interval) => splitAtWalls(interval, walls));
  const joined = joinNear(covered, NARROWEST_GUTTER * size, walls);
  return joinSigns(joined, phrases);
}

/**
 * Lines with numbers, if there are enough, or else all that have a gap. Years name columns: they are not always right above their numbers.
 */
function votersOf(lines: readonly TextLine[]): TextLine[] {
  const gapped = lines.filter((line) => line.phrases.length > 1);
  const data = gapped.filter((line) => line.phrases.slice(1).some(({ text }) => isDatum(text) && !isYear(text)));
  return data.length >= 2 && data.length >= ENOUGH_DATA * gapped.length ? data : gapped;
}

/** Lines with numbers show the columns if they are this share of the lines with gaps: the others are header lines and wrapped labels. */
const ENOUGH_DATA = 0.4;

/** The intervals where more than `tolerance` phrases are above each other. */
function coveredIntervals(phrases: readonly Phrase[], tolerance: number): Interval[] {
  const events = phrases
    .flatMap(({ box }) => [
      { x: box.x0, step: 1 },
      { x: box.x1, step: -1 },
    ])
    .sort((a, b) => a.x - b.x || b.step - a.step);
  const intervals: Interval[] = [];
  let depth = 0;
  let start = 0;
  for (const { x, step } of events) {
    const before = depth;
    depth += step;
    if (before <= tolerance && depth > tolerance) start = x;
    if (before > tolerance && depth <= tolerance && x > start) intervals.push({ x0: start, x1: x });
  }
  return intervals;
}

function splitAtWalls(interval: Interval, walls: readonly number[]): Interval[] {
  const inner = walls.filter((x) => x > interval.x0 + 1 && x < interval.x1 - 1).sort((a, b) => a - b);
  const ends = [interval.x0, ...inner, interval.x1];
  return ends.slice(1).map((x1, i) => ({ x0: ends[i] ?? x1, x1 }));
}

function joinNear(intervals: readonly Interval[], gap: number, walls: readonly number[]): Interval[] {
  const joined: Interval[] = [];
  for (const interval of intervals) {
    const last = joined.at(-1);
    const walled = last !== undefined && walls.some((x) => x >= last.x1 - 1 && x <= interval.x0 + 1);
    if (last !== undefined && interval.x0 - last.x1 < gap && !walled) joined[joined.length - 1] = { x0: last.x0, x1: interval.x1 };
    else joined.push(interval);
  }
  return joined;
}

/** Merges columns with only currency or per cent signs into those of their numbers. */
function joinSigns(columns: readonly Interval[], phrases: readonly Phrase[]): Interval[] {
  const joined: Interval[] = [];
  let open: number | undefined;
  for (const column of columns) {
    const own = phrases.filter(({ box }) => box.x0 < column.x1 && box.x1 > column.x0);
    const last = joined.at(-1);
    const x0 = open ?? column.x0;
    open = undefined;
    if (own.length > 0 && own.every(({ text }) => LEADING_SIGN.test(text)) && column !== columns.at(-1)) open = x0;
    else if (last !== undefined && own.length > 0 && own.every(({ text }) => TRAILING_SIGN.test(text))) {
      joined[joined.length - 1] = { x0: last.x0, x1: column.x1 };
    } else joined.push({ x0, x1: column.x1 });
  }
  return joined;
}
