import { median } from "../../geometry/ordered.js";

/** How far apart the lines of a paragraph are, in font sizes. */
export interface Leading {
  /** From baseline to baseline. */
  readonly pitch: number;
  /** How much more than usual is not rare: engines round to pixels, and other fonts and superscripts take more room. */
  readonly spread: number;
  /** How much less than usual is not rare. */
  readonly less: number;
  /** How far their boxes extend above the baseline. */
  readonly ascent: number;
  /** Whether lines with superscripts, which are taller, are set further from the line above. */
  readonly makesRoom: boolean;
}

/** The largest distance between baselines of one paragraph: double spacing. */
const LOOSEST = 2.2;

/** Measures that differ by no more than this are the same. */
const SAME = 0.1;

/** At least this many lines show how much their pitches vary; one in twenty may be an exception. */
const ENOUGH_LINES = 12;
const EXCEPTIONS = 0.05;

/** The spread if there are too few lines to measure it: less than a pixel of the smallest print. */
const LIKELY_SPREAD = 0.03;

/** More than this is not rounding: there are too many paragraphs that start with a small letter. */
const LARGEST_SPREAD = 0.5;

/** What is measured of a line; see `FlowLine`. */
interface MeasuredLine {
  readonly x: number;
  readonly pitch: number | undefined;
  readonly ascent: number;
  /** Undefined if it has none. */
  readonly marker: object | undefined;
}

/** The pitch and the ascent of a line that continues the sentence above. */
interface Onward {
  readonly pitch: number;
  readonly ascent: number;
}

/**
 * What lines measure, in font sizes: everything that is needed for their leading and their edge, so that the lines themselves need not be
 * kept.
 */
export class LineMeasures {
  /** The x at which the leftmost line starts, in points from the left edge of its column. */
  edge = Infinity;
  /** The x of the rightmost marker that is the first word of its cell: lists that are nested in nothing start there or further left. */
  listEdge = -Infinity;
  /** Whether some justified line is left short, with room for the next word, although its sentence continues. */
  leavesShort = false;
  /** The same of lines without room for the next word: some engines do not stretch a line of few words so far. */
  leavesFullShort = false;
  /** Whether some paragraph of an item is indented from the lines above it, which start below the marker. */
  indentsParagraphs = false;
  readonly #pitches: number[] = [];
  readonly #ascents: number[] = [];
  /** Of lines that have no marker. */
  readonly #unmarked: number[] = [];
  readonly #onward: Onward[] = [];

  /** Takes a line into account; `goesOn` is whether it continues the sentence of the line above, and has no marker. */
  add({ x, pitch, ascent, marker }: MeasuredLine, goesOn: boolean): void {
    this.edge = Math.min(this.edge, x);
    this.#ascents.push(ascent);
    if (pitch === undefined) return;
    this.#pitches.push(pitch);
    if (marker === undefined) this.#unmarked.push(pitch);
    if (goesOn) this.#onward.push({ pitch, ascent });
  }

  /** Takes into account everything that others measured. */
  addAll(others: LineMeasures): void {
    this.edge = Math.min(this.edge, others.edge);
    this.listEdge = Math.max(this.listEdge, others.listEdge);
    this.leavesShort ||= others.leavesShort;
    this.leavesFullShort ||= others.leavesFullShort;
    this.indentsParagraphs ||= others.indentsParagraphs;
    for (const pitch of others.#pitches) this.#pitches.push(pitch);
    for (const ascent of others.#ascents) this.#ascents.push(ascent);
    for (const pitch of others.#unmarked) this.#unmarked.push(pitch);
    for (const line of others.#onward) this.#onward.push(line);
  }

  /** Whether any line continues a sentence. */
  get goOn(): boolean {
    return this.#onward.length > 0;
  }

  /**
   * The leading of lines that have no marker: of those that continue a sentence, if there are any. If every line is a paragraph of its own,
   * the narrowest pitch is used. If there are too few lines to show how much it varies, those of `table` are used.
   */
  leading(table: LineMeasures): Leading {
    const ascent = usualOf(sorted(this.#ascents)) ?? 0;
    const isRaised = (line: Onward): boolean => line.ascent > ascent + SAME;
    const telling = this.#onward.length < ENOUGH_LINES ? table.#onward : this.#onward;
    const level = pitchesOf(telling.filter((line) => !isRaised(line)));
    const levelSpread = spreadOf(level);
    const raised = pitchesOf(table.#onward.filter(isRaised));
    const usualOfTable = usualOf(pitchesOf(table.#onward)) ?? 0;
    const makesRoom = raised.length === 0 || (median(raised) ?? 0) > usualOfTable + levelSpread;
    const typical = this.goOn ? pitchesOf(this.#onward) : sorted(this.#unmarked);
    const pitch = Math.min(usualOf(typical) ?? sorted(this.#pitches)[0] ?? LOOSEST, LOOSEST);
    return {
      pitch,
      spread: Math.min(makesRoom ? levelSpread : spreadOf(pitchesOf(telling)), LARGEST_SPREAD),
      less: Math.max(0, pitch - (leastOf(level) ?? pitch)),
      ascent,
      makesRoom,
    };
  }
}

/** How much larger than usual pitches are, not counting exceptions; `pitches` are in ascending order. */
function spreadOf(pitches: readonly number[]): number {
  return pitches.length < ENOUGH_LINES ? LIKELY_SPREAD : rarest(pitches) - (usualOf(pitches) ?? 0);
}

/** The least pitch, not counting exceptions; undefined if there are too few lines. `pitches` are in ascending order. */
function leastOf(pitches: readonly number[]): number | undefined {
  return pitches.length < ENOUGH_LINES ? undefined : pitches[Math.floor(EXCEPTIONS * pitches.length)];
}

/** The pitches of lines, in ascending order. */
function pitchesOf(lines: readonly Onward[]): number[] {
  return sorted(lines.map(({ pitch }) => pitch));
}

/** Measures in ascending order. */
function sorted(measures: readonly number[]): number[] {
  return [...measures].sort((a, b) => a - b);
}

/** The largest measure, not counting exceptions. */
function rarest(measures: readonly number[]): number {
  return measures[Math.ceil((1 - EXCEPTIONS) * measures.length) - 1] ?? 0;
}

/**
 * The middle of the largest group of measures that are the same; of the lowest such group, if several are as large. Undefined if there are
 * none.
 */
function usualOf(measures: readonly number[]): number | undefined {
  let middle: number | undefined;
  let most = 0;
  let end = 0;
  measures.forEach((measure, start) => {
    while (end < measures.length && (measures[end] ?? Infinity) - measure <= SAME) end += 1;
    if (end - start <= most) return;
    most = end - start;
    middle = measures[start + Math.floor((most - 1) / 2)];
  });
  return middle;
}
