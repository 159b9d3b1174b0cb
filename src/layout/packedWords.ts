import { type Line, lineOfSorted } from "./lines.js";
import type { Word } from "./word.js";

/**
 * Words without an object for each: they take a sixth of the memory, so a document of a thousand pages takes tens of megabytes. Numbers are
 * kept to the last bit: unpacked words equal those that were packed.
 */
export interface PackedWords {
  readonly length: number;
  /** For each word, x0 and x1 of its box. */
  readonly sides: Float64Array;
  /** For each word: where its text ends in `texts`, how many glyphs it has, which metrics it has, and 1 if it is bold. */
  readonly counts: Counts;
  /** For each of these metrics, y0 and y1 of the box, baseline, and size: what consecutive words in a line have in common. */
  readonly metrics: Float64Array;
  readonly texts: string;
  /** For each word, the confidence of its recognition, NaN if it was not recognised; undefined if no word was. */
  readonly confidences: Float64Array | undefined;
}

/** Lines of packed words. */
export interface PackedLines {
  readonly length: number;
  readonly words: PackedWords;
  /** The indices of their words, line after line. */
  readonly places: Counts;
  /** For each line, where it ends in `places`. */
  readonly ends: Counts;
}

/** Whole numbers in the smallest type that holds the largest of them. */
type Counts = Uint16Array | Uint32Array;

const SIDES = 2;
const COUNTS = 4;
const METRICS = 4;

/** Packs words. */
export function packWords(words: readonly Word[]): PackedWords {
  const sides = new Float64Array(SIDES * words.length);
  const counts = new Uint32Array(COUNTS * words.length);
  const metrics: number[] = [];
  let end = 0;
  let before: Word | undefined;
  for (const [i, word] of words.entries()) {
    if (!hasMetricsOf(word, before)) metrics.push(word.box.y0, word.box.y1, word.baseline, word.size);
    before = word;
    end += word.text.length;
    sides[SIDES * i] = word.box.x0;
    sides[SIDES * i + 1] = word.box.x1;
    counts[COUNTS * i] = end;
    counts[COUNTS * i + 1] = word.glyphs;
    counts[COUNTS * i + 2] = metrics.length / METRICS - 1;
    counts[COUNTS * i + 3] = word.bold ? 1 : 0;
  }
  return {
    length: words.length,
    sides,
    counts: narrowed(counts),
    metrics: new Float64Array(metrics),
    texts: words.map((word) => word.text).join(""),
    confidences: confidencesOf(words),
  };
}

function confidencesOf(words: readonly Word[]): Float64Array | undefined {
  return words.some(({ confidence }) => confidence !== undefined)
    ? Float64Array.from(words, ({ confidence }) => confidence ?? NaN)
    : undefined;
}

function narrowed(counts: Uint32Array): Counts {
  return counts.every((count) => count <= 0xffff) ? new Uint16Array(counts) : counts;
}

function hasMetricsOf(word: Word, other: Word | undefined): boolean {
  if (other === undefined) return false;
  return word.box.y0 === other.box.y0 && word.box.y1 === other.box.y1 && word.baseline === other.baseline && word.size === other.size;
}

/** The original words, in order. */
export function unpackWords(packed: PackedWords): Word[] {
  return Array.from({ length: packed.length }, (_, place) => wordAt(packed, place));
}

/** Packs lines whose words are already packed; `placeOf` gives a word's index among these. */
export function packLines(lines: readonly Line[], words: PackedWords, placeOf: (word: Word) => number): PackedLines {
  const places: number[] = [];
  const ends: number[] = [];
  for (const line of lines) {
    for (const word of line.words) places.push(placeOf(word));
    ends.push(places.length);
  }
  return { length: lines.length, words, places: narrowed(new Uint32Array(places)), ends: narrowed(new Uint32Array(ends)) };
}

/** The original lines, in order. */
export function unpackLines({ words, places, ends }: PackedLines): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const end of ends) {
    const own: Word[] = [];
    for (let i = start; i < end; i++) own.push(wordAt(words, places[i] ?? 0));
    const line = lineOfSorted(own);
    if (line !== undefined) lines.push(line);
    start = end;
  }
  return lines;
}

/** The texts of packed lines, in order: their words joined by single spaces. */
export function textsOf({ words: { texts, counts }, places, ends }: PackedLines): string[] {
  let start = 0;
  return Array.from(ends, (end) => {
    let text = "";
    for (let i = start; i < end; i++) {
      const count = COUNTS * (places[i] ?? 0);
      if (i > start) text += " ";
      text += texts.slice(counts[count - COUNTS] ?? 0, counts[count]);
    }
    start = end;
    return text;
  });
}

/** The lines from one index up to another, exclusive. */
export function sliceLines({ words, places, ends }: PackedLines, from: number, to: number): PackedLines {
  const start = ends[from - 1] ?? 0;
  const own = ends.subarray(from, to);
  return { length: own.length, words, places: places.subarray(start, own.at(-1) ?? start), ends: own.map((end) => end - start) };
}

/** Reports where each packed word starts and its baseline, without unpacking it. */
export function eachPlace(
  { length, sides, counts, metrics }: PackedWords,
  tell: (x0: number, baseline: number, place: number) => void,
): void {
  for (let place = 0; place < length; place++) {
    tell(sides[SIDES * place] ?? 0, metrics[METRICS * (counts[COUNTS * place + 2] ?? 0) + 2] ?? 0, place);
  }
}

/** One unpacked word. */
export function wordAt({ sides, counts, metrics, texts, confidences }: PackedWords, place: number): Word {
  const confidence = confidences?.[place] ?? NaN;
  const count = COUNTS * place;
  const side = SIDES * place;
  const metric = METRICS * (counts[count + 2] ?? 0);
  const word = {
    text: texts.slice(counts[count - COUNTS] ?? 0, counts[count]),
    box: { x0: sides[side] ?? 0, y0: metrics[metric] ?? 0, x1: sides[side + 1] ?? 0, y1: metrics[metric + 1] ?? 0 },
    baseline: metrics[metric + 2] ?? 0,
    size: metrics[metric + 3] ?? 0,
    bold: counts[count + 3] === 1,
    glyphs: counts[count + 1] ?? 0,
  };
  return Number.isNaN(confidence) ? word : { ...word, confidence };
}
