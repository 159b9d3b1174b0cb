/** How far apart the lines of a paragraph are, in font sizes. */
export interface Leading {
  /** From baseline to baseline. */
  readonly pitch: number;
  /** How much more is not rare: engines round to pixels, other fonts and superscripts make room. */
  readonly spread: number;
  /** How much less than usual is not rare. */
  readonly less: number;
  /** How far their boxes reach above the baseline. */
  readonly ascent: number;
  /** Whether lines with superscripts, which reach higher, are set further from the line above. */
  readonly makesRoom: boolean;
}

/** Baselines of one paragraph are at most this far apart: double spacing. */
const LOOSEST = 2.2;

/** Measures that differ by no more than this are one and the same. */
const SAME = 0.1;

/** So many lines tell how much their pitches vary; one in twenty may be the exception. */
const ENOUGH_LINES = 12;
const EXCEPTIONS = 0.05;

/** Where too few lines tell: less than a pixel of the smallest print. */
const LIKELY_SPREAD = 0.03;

/** More than this is no rounding: too many paragraphs that start with a small letter. */
const LARGEST_SPREAD = 0.5;

/** What of a line is measured; see `FlowLine`. */
interface MeasuredLine {
  readonly x: number;
  readonly pitch: number | undefined;
  readonly ascent: number;
  /** Undefined where it has none. */
  readonly marker: object | undefined;
}

/** The pitch and the ascent of a line that goes on with the sentence above. */
interface Onward {
  readonly pitch: number;
  readonly ascent: number;
}

/** What lines measure, in font sizes: all that tells their leading and their edge, so that the lines themselves need not be held. */
export class LineMeasures {
  /** The x at which the leftmost line starts, in points from the left edge of its column. */
  edge = Infinity;
  /** Whether some justified line is left short, with room for the next word, from which a sentence runs on. */
  leavesShort = false;
  readonly #pitches: number[] = [];
  readonly #ascents: number[] = [];
  /** Of lines that have no marker. */
  readonly #unmarked: number[] = [];
  readonly #onward: Onward[] = [];

  /** Takes in a line; `goesOn` is whether it goes on with the sentence of the line above, and has no marker. */
  add({ x, pitch, ascent, marker }: MeasuredLine, goesOn: boolean): void {
    this.edge = Math.min(this.edge, x);
    this.#ascents.push(ascent);
    if (pitch === undefined) return;
    this.#pitches.push(pitch);
    if (marker === undefined) this.#unmarked.push(pitch);
    if (goesOn) this.#onward.push({ pitch, ascent });
  }

  /** Takes in all that others measured. */
  addAll(others: LineMeasures): void {
    this.edge = Math.min(this.edge, others.edge);
    this.leavesShort ||= others.leavesShort;
    for (const pitch of others.#pitches) this.#pitches.push(pitch);
    for (const ascent of others.#ascents) this.#ascents.push(ascent);
    for (const pitch of others.#unmarked) this.#unmarked.push(pitch);
    for (const line of others.#onward) this.#onward.push(line);
  }

  /** Whether any line goes on with a sentence. */
  get goOn(): boolean {
    return this.#onward.length > 0;
  }

  /**
   * The leading of lines that have no marker: of those that go on with a sentence, where there are any. Where every line is a paragraph of
   * its own, the narrowest pitch is taken. How much it varies is told by `table` where the lines are too few.
   */
  leading(table: LineMeasures): Leading {
    const ascent = usualOf(sorted(this.#ascents)) ?? 0;
    const isRaised = (line: Onward): boolean => line.ascent > ascent + SAME;
    const telling = this.#onward.length < ENOUGH_LINES ? table.#onward : this.#onward;
    const level = pitchesOf(telling.filter((line) => !isRaised(line)));
    const levelSpread = spreadOf(level);
    const raised = pitchesOf(table.#onward.filter(isRaised));
    const usualOfTable = usualOf(pitchesOf(table.#onward)) ?? 0;
    const makesRoom = raised.length === 0 || (raised[Math.floor(raised.length / 2)] ?? 0) > usualOfTable + levelSpread;
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

/** How much more than usual pitches are, exceptions aside; they are given from the least to the most. */
function spreadOf(pitches: readonly number[]): number {
  return pitches.length < ENOUGH_LINES ? LIKELY_SPREAD : rarest(pitches) - (usualOf(pitches) ?? 0);
}

/** What all but the exceptions are not below; undefined where too few lines tell. They are given from the least to the most. */
function leastOf(pitches: readonly number[]): number | undefined {
  return pitches.length < ENOUGH_LINES ? undefined : pitches[Math.floor(EXCEPTIONS * pitches.length)];
}

/** The pitches of lines from the least to the most. */
function pitchesOf(lines: readonly Onward[]): number[] {
  return sorted(lines.map(({ pitch }) => pitch));
}

/** Measures from the least to the most. */
function sorted(measures: readonly number[]): number[] {
  return [...measures].sort((a, b) => a - b);
}

/** What all but the exceptions are not above. */
function rarest(measures: readonly number[]): number {
  return measures[Math.ceil((1 - EXCEPTIONS) * measures.length) - 1] ?? 0;
}

/** The middle of the most measures that are one and the same; the least of equals. Undefined where there are none. */
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
