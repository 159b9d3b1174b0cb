import type { Line } from "../layout/lines.js";
import type { Word } from "../layout/word.js";
import type { CellPart } from "../table/strip.js";
import { type LineMarker, markerOf } from "./markers.js";
import { endsWithHyphen } from "./vocabulary.js";

/** A line of a cell, with what its place says. Points; x from the left edge of the column. */
export interface FlowLine {
  readonly page: number;
  readonly line: Line;
  readonly x: number;
  readonly x1: number;
  readonly size: number;
  /** The marker that it seems to start with. */
  readonly marker: LineMarker | undefined;
  /** Where the text behind the marker starts; `x` where there is none. */
  readonly textX: number;
  /** White space above it in the same part of the cell, in font sizes; undefined for the first line of a part. */
  readonly clear: number | undefined;
  /** How far right the lines of this part reach. */
  readonly reach: number;
  /** Whether lines of this part end within words. */
  readonly hyphenated: boolean;
}

/** The lines of a cell's parts, in reading order. */
export function flowOf(parts: readonly CellPart[]): FlowLine[] {
  return parts.flatMap((part) => {
    const reach = Math.max(...part.lines.map((line) => line.box.x1)) - part.left;
    const hyphenated = part.lines.some((line) => endsWithHyphen(line.words.at(-1)?.text ?? ""));
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
        clear: above === undefined ? undefined : (line.box.y0 - above.box.y1) / line.size,
        reach,
        hyphenated,
      };
    });
  });
}

/** The x at which the text behind a marker starts; the marker's own end where none follows. */
function textStart(line: Line, marker: LineMarker, first: Word | undefined): number {
  if (first === undefined) return line.box.x0;
  if (marker.length < first.text.length) {
    const share = marker.length / first.text.length;
    return first.box.x0 + share * (first.box.x1 - first.box.x0);
  }
  return line.words[1]?.box.x0 ?? first.box.x1;
}

/** What the lines of one column have in common all over the document. */
export interface FlowStyle {
  /** The x of the column's left edge: nothing stands further left. */
  readonly edge: number;
  /** White space between two lines of a paragraph, in font sizes. */
  readonly leading: number;
  /** Whether lines after a marker start under the text, not under the marker. */
  readonly hanging: boolean;
  /** Whether items have more white space above them than the lines of a paragraph have. */
  readonly spaced: boolean;
  /** Whether lines are filled as far as their words allow, so that a short one ends a paragraph. */
  readonly flowed: boolean;
}

/** Nearer than this, in font sizes, two lines start at the same x. */
export const SAME_X = 0.45;

/**
 * The style of a column out of all its cells. Where none of its lines goes on with a sentence, as in a list of single lines, the
 * white space between its lines is no leading: that of `table`, all cells of the table, is taken.
 */
export function styleOf(cells: readonly (readonly FlowLine[])[], table: readonly (readonly FlowLine[])[] = cells): FlowStyle {
  const lines = cells.flat();
  const leading = leadingOf(lines.some(goesOn) ? lines : table.flat());
  return {
    edge: Math.min(...lines.map((line) => line.x)),
    leading,
    hanging: isHanging(cells),
    spaced: hasSpacedItems(lines, leading),
    flowed: isFlowed(cells, leading),
  };
}

/** White space beyond the leading that makes a new paragraph, in font sizes; browsers and word processors space by 0.25 and more. */
const PARAGRAPH_SPACE = 0.17;

/** Whether a line stands clear of the one above it. */
export function isSpaced(line: FlowLine, style: Pick<FlowStyle, "leading">): boolean {
  return line.clear !== undefined && line.clear > style.leading + PARAGRAPH_SPACE;
}

/** Whether a line's text starts with a small letter: it goes on with a sentence. */
export function startsLow({ line }: FlowLine): boolean {
  return /^["“‘(]*\p{Ll}/u.test(line.words[0]?.text ?? "");
}

/** Whether a line goes on with the sentence of the one above it. */
function goesOn(line: FlowLine): boolean {
  return line.marker === undefined && line.clear !== undefined && startsLow(line);
}

/** Whether this share of a line's first word had room at the end of the line before: then that line was ended on purpose. */
export function wouldFit(line: FlowLine, before: FlowLine, share: number): boolean {
  const word = line.line.words[0];
  if (word === undefined) return false;
  const width = share * (word.box.x1 - word.box.x0);
  return before.x1 + WORD_SPACE * before.size + width <= before.reach;
}

/** A word space, in font sizes. */
const WORD_SPACE = 0.28;

/**
 * The white space that lines without a marker most often have above them: those that go on with a sentence, where there are any. Where
 * every line is a paragraph of its own, the narrowest space is taken.
 */
function leadingOf(lines: readonly FlowLine[]): number {
  const unmarked = lines.filter((line) => line.marker === undefined && line.clear !== undefined);
  const certain = unmarked.filter(goesOn);
  const spaces = (certain.length === 0 ? unmarked : certain).flatMap((line) => line.clear ?? []);
  if (spaces.length === 0) {
    const all = lines.flatMap((line) => line.clear ?? []);
    return all.length === 0 ? 0 : Math.min(Math.min(...all), LOOSEST);
  }
  const counts = new Map<number, number>();
  for (const space of spaces) {
    const step = Math.round(space / STEP);
    counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  let best = 0;
  let most = 0;
  for (const [step, count] of [...counts].sort((a, b) => a[0] - b[0])) {
    if (count > most) {
      best = step;
      most = count;
    }
  }
  return Math.min(best * STEP, LOOSEST);
}

/** Classes of white space, in font sizes: half of what separates paragraphs. */
const STEP = 0.1;

/** Lines of one paragraph are at most this far apart: double spacing. */
const LOOSEST = 1.2;

function isHanging(cells: readonly (readonly FlowLine[])[]): boolean {
  let hanging = 0;
  let flush = 0;
  for (const cell of cells) {
    cell.forEach((line, i) => {
      const above = cell[i - 1];
      if (above?.marker === undefined || line.marker !== undefined || line.clear === undefined) return;
      if (Math.abs(line.x - above.textX) <= SAME_X * line.size) hanging += 1;
      else if (Math.abs(line.x - above.x) <= SAME_X * line.size) flush += 1;
    });
  }
  return hanging >= flush;
}

/** Looks at bullets, which no sentence starts a line with. */
function hasSpacedItems(lines: readonly FlowLine[], leading: number): boolean {
  const items = lines.filter((line) => line.marker?.kind === "bullet" && line.clear !== undefined);
  return items.length > 0 && items.filter((line) => isSpaced(line, { leading })).length > MOSTLY * items.length;
}

/** First items of nested lists often stand close to the text above. */
const MOSTLY = 0.7;

/** So many lines that go on with a sentence tell whether lines are filled; one in fifty may be the exception. */
const ENOUGH_LINES = 12;
const EXCEPTIONS = 0.02;

/** Looks at lines that go on with a sentence: in flowing text none of them had room on the line before. */
function isFlowed(cells: readonly (readonly FlowLine[])[], leading: number): boolean {
  let lines = 0;
  let short = 0;
  for (const cell of cells) {
    cell.forEach((line, i) => {
      const before = cell[i - 1];
      if (before === undefined || !goesOn(line) || isSpaced(line, { leading })) return;
      lines += 1;
      if (wouldFit(line, before, 1)) short += 1;
    });
  }
  return lines >= ENOUGH_LINES && short <= EXCEPTIONS * lines;
}
