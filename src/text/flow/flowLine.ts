import { median } from "../../geometry/ordered.js";
import type { Line } from "../../layout/lines.js";
import type { Word } from "../../layout/word.js";
import type { CellPart } from "../../table/matrix/strip.js";
import { type LineMarker, markerOf } from "../words/markers.js";
import { endsWithHyphen } from "../words/vocabulary.js";
import { withWholeMarkers } from "./cutMarkers.js";

/** A line of a cell, with what its position shows. Points; x from the left edge of the column. */
export interface FlowLine {
  readonly page: number;
  readonly line: Line;
  readonly x: number;
  readonly x1: number;
  readonly size: number;
  /** The marker that it seems to start with. */
  readonly marker: LineMarker | undefined;
  /** Where the text after the marker starts; `x` if there is no marker. */
  readonly textX: number;
  /**
   * The distance down from the baseline of the line above in the same part of the cell, in font sizes; undefined for the first line of a
   * part.
   */
  readonly pitch: number | undefined;
  /** Whether a line is drawn across the cell between it and the line above. */
  readonly ruledOff: boolean;
  /** How far its box extends above its baseline, in font sizes. */
  readonly ascent: number;
  /** How far right the lines of this part can reach. */
  readonly reach: number;
  /** Whether lines of this part end within words. */
  readonly hyphenated: boolean;
  /** Whether the lines of this part are stretched as far as they can reach, except for the last one of each paragraph. */
  readonly justified: boolean;
  /** Whether it is one of those stretched lines, so that its paragraph continues. */
  readonly stretched: boolean;
  /** The usual space between two words of its cell, in font sizes; undefined if no line has two. Most lines need no look at it. */
  readonly usualSpace: () => number | undefined;
}

/** Two lines start at the same x if they are no further apart than this, in font sizes. */
export const SAME_X = 0.45;

/** The lines of a cell's parts, in reading order. */
export function flowOf(parts: readonly CellPart[]): FlowLine[] {
  const usualSpace = usualSpaceIn(parts);
  return parts
    .map((part) => ({ ...part, lines: withWholeMarkers(part.lines) }))
    .flatMap((part, k, all) => {
      const own = reachOf(part);
      const reach = part.lines.length < TELLING_LINES ? Math.max(own, ...all.filter((other) => isAsWide(other, part)).map(reachOf)) : own;
      const hyphenated = part.lines.some((line) => endsWithHyphen(line.words.at(-1)?.text ?? ""));
      const room = part.lines.map((line) => (part.left + own - line.box.x1) / line.size);
      const even = room.filter((left) => left <= EVEN);
      const justified = even.length >= ENOUGH_STRETCHED && even.length >= MANY_STRETCHED * part.lines.length;
      const flush = even.filter((left) => left <= FLUSH).length >= MOST_FLUSH * even.length ? FLUSH : EVEN;
      return part.lines.map((line, i): FlowLine => {
        const above = part.lines[i - 1];
        const first = line.words[0];
        const marker = first === undefined ? undefined : markerOf(first);
        const x = line.box.x0 - part.left;
        return {
          page: part.page,
          line,
          x,
          x1: line.box.x1 - part.left,
          size: line.size,
          marker,
          textX: marker === undefined ? x : textStart(line, marker, first) - part.left,
          ruledOff: isRuledOff(line, above ?? lastOn(part.page, all[k - 1]), part.rules),
          pitch: above === undefined ? undefined : (line.baseline - above.baseline) / line.size,
          ascent: (line.baseline - line.box.y0) / line.size,
          reach,
          hyphenated,
          justified,
          stretched: justified && reach - (line.box.x1 - part.left) <= flush * line.size,
          usualSpace,
        };
      });
    });
}

/** The last line of a part, if it is on a page. */
function lastOn(page: number, part: CellPart | undefined): Line | undefined {
  return part?.page === page ? part.lines.at(-1) : undefined;
}

/** A line drawn nearer than this below a baseline, in font sizes, underlines the text. */
const UNDERLINE = 0.25;

/** A line drawn lower than this above a baseline, in font sizes, strikes the text through. */
const STRUCK = 0.5;

/** Whether one of the heights at which lines are drawn across a cell is between a line of text and the one above. */
function isRuledOff(line: Line, above: Line | undefined, rules: readonly number[]): boolean {
  const from = above === undefined ? -Infinity : above.baseline + UNDERLINE * above.size;
  return rules.some((at) => at > from && at < line.baseline - STRUCK * line.size);
}

/**
 * At least this many lines show how far right lines of their part can reach; if there are fewer, parts of the same width are used too.
 * Widths are the same within this many points.
 */
const TELLING_LINES = 5;
const SAME_WIDTH = 1;

/** How far right the lines of a part reach, from its left edge; a word too long for the column, alone on its line, does not count. */
function reachOf({ lines, left, right }: CellPart): number {
  const telling = lines.filter(({ words, box }) => words.length > 1 || box.x1 <= right);
  return Math.max(...(telling.length > 0 ? telling : lines).map((line) => line.box.x1)) - left;
}

function isAsWide(part: CellPart, other: CellPart): boolean {
  return Math.abs(part.right - part.left - other.right + other.left) <= SAME_WIDTH;
}

/** Lines that end within this of where they can reach, in font sizes, are stretched: few ragged lines end level. */
const EVEN = 0.1;
/**
 * If at least `MOST_FLUSH` of them end within `FLUSH`, the engine stretches lines exactly: one that ends a little earlier is not stretched.
 */
const FLUSH = 0.02;
const MOST_FLUSH = 0.8;
const ENOUGH_STRETCHED = 3;
const MANY_STRETCHED = 0.4;

/** Measures the usual word space of a cell when it is first asked for. */
function usualSpaceIn(parts: readonly CellPart[]): () => number | undefined {
  let measured: { readonly space: number | undefined } | undefined;
  return () => {
    measured ??= { space: median(parts.flatMap(({ lines }) => lines.flatMap(wordSpaces))) };
    return measured.space;
  };
}

/** The spaces between the words of a line, the one after its marker aside, in font sizes. */
export function wordSpaces({ words, size }: Line): number[] {
  const [first] = words;
  const text = first === undefined || markerOf(first) === undefined ? words : words.slice(1);
  return text.slice(1).map(({ box }, i) => (box.x0 - (text[i]?.box.x1 ?? box.x0)) / size);
}

/** The x at which the text after a marker starts; the marker's own end if there is no text. */
function textStart(line: Line, marker: LineMarker, first: Word | undefined): number {
  if (first === undefined) return line.box.x0;
  if (marker.length < first.text.length) {
    const share = marker.length / first.text.length;
    return first.box.x0 + share * (first.box.x1 - first.box.x0);
  }
  return line.words[1]?.box.x0 ?? first.box.x1;
}
