import { type Edge, lengthWithin } from "../../layout/edges.js";
import { linesOf, textOfLines } from "../../layout/lines.js";
import type { Word } from "../../layout/word.js";
import type { IsMarker } from "../evidence/gutters.js";
import { type Phrase, WORD_SPACE, phrasesOf } from "../evidence/phrases.js";
import { columnAt, splitColumns } from "../evidence/splitWords.js";

/**
 * Text that extends over the line between two columns by more than this, in font sizes, crosses it; two words no further apart do not
 * belong to two cells.
 */
const OVER_LINE = 0.3;

/** Where nothing divides two columns, words of both may extend over the line between them by this, in points. */
const AT_LINE = 1;

/** A line between two columns that is drawn along less of a row is left out there. */
const DRAWN = 0.5;

/** Lines of one border are no further apart than this, in points. */
const SAME_LINE = 4;

/** A cell over the first column and this share of all columns belongs to none: it is about the rows around it. */
const MOST_OF_A_ROW = 0.5;

/** A sentence that crosses this many of the places between columns belongs to none of them. */
const FEWEST_CROSSED = 2;

/** A row within rules. */
interface RuledRow {
  readonly top: number;
  readonly bottom: number;
  readonly words: readonly Word[];
  /** The x between its columns. */
  readonly boundaries: readonly number[];
  /** The vertical lines of its table. */
  readonly lines: readonly Edge[];
}

/** The words of a row's columns, and those that belong to no column. */
export interface DividedRow {
  readonly columns: readonly (readonly Word[])[];
  readonly outside: readonly Word[];
}

/** Whether consecutive words on a line cross an x. */
export function runsOver(words: readonly Word[], x: number): boolean {
  return words.some(({ box, size }, i) => {
    const next = words[i + 1];
    const end = next !== undefined && next.box.x0 - box.x1 <= OVER_LINE * size ? next.box.x1 : box.x1;
    return box.x0 < x - OVER_LINE * size && end > x + OVER_LINE * size;
  });
}

/**
 * The words of a row within rules by their columns. If the line between two columns is not drawn along the row and text crosses its place,
 * the cell is merged: all of it is read in its first column. A cell over most of the row does not belong to the table.
 */
export function dividedRow(row: RuledRow, isMarker: IsMarker): DividedRow {
  const { words, boundaries } = row;
  const columns = splitColumns(words, boundaries, isMarker);
  const open = boundaries.map((x) => !isDrawn(x, row));
  if (!open.includes(true)) return { columns, outside: [] };
  const linesOfPhrases = linesOf(words).map(phrasesOf);
  // One cell over all columns belongs to none of them, however short its text.
  if (!open.includes(false) && linesOfPhrases.every((phrases) => phrases.length === 1))
    return { columns: columns.map(() => []), outside: words };
  const phrases = linesOfPhrases.flat();
  const crossed = boundaries.map((x, i) => open[i] === true && phrases.some((phrase) => runsOver(phrase.words, x)));
  const merged: (readonly Word[])[] = [];
  const outside: Word[] = [];
  let first = 0;
  while (first < columns.length) {
    let last = first;
    while (open[last] === true) last += 1;
    const isCrossed = crossed.slice(first, last).includes(true);
    const own = columns.slice(first, last + 1);
    const isOutside = isCrossed && first === 0 && last + 1 >= MOST_OF_A_ROW * columns.length;
    if (isOutside) outside.push(...own.flat());
    if (isOutside) merged.push(...own.map(() => []));
    else if (isCrossed && first > 0) merged.push(own.flat(), ...own.slice(1).map(() => []));
    else merged.push(...own);
    first = last + 1;
  }
  return { columns: merged, outside };
}

/**
 * The words by column of a band across all columns, within rules, that heads the row below in one of them. Undefined if it is not such a
 * band.
 */
export function rowBand(row: RuledRow, starts: readonly (RegExp | undefined)[]): (readonly Word[])[] | undefined {
  const { words, boundaries } = row;
  if (words.length === 0 || boundaries.some((x) => isDrawn(x, row))) return undefined;
  const text = textOfLines(linesOf(words));
  const column = starts.findIndex((start) => start?.test(text) === true);
  return column < 0 ? undefined : starts.map((_, i) => (i === column ? words : []));
}

/** Whether the line between two columns is drawn along a row. */
function isDrawn(x: number, { top, bottom, lines }: RuledRow): boolean {
  let drawn = 0;
  for (const line of lines) if (Math.abs(line.at - x) <= SAME_LINE) drawn += Math.max(0, lengthWithin(line, top, bottom));
  return drawn >= DRAWN * (bottom - top);
}

/**
 * The words of a row without rules. A sentence that crosses the place between two columns belongs to the one in which it starts: text over
 * several is read as a whole. One that crosses more belongs to none, and so does a line on its own that runs out of the first column, which
 * has a row's number.
 */
export function openRow(words: readonly Word[], boundaries: readonly number[], isMarker: IsMarker): DividedRow {
  const outside = new Set<Word>();
  const places = new Map<Word, number>();
  for (const line of linesOf(words)) {
    if (!boundaries.some((x) => runsOver(line.words, x))) continue;
    for (const word of acrossColumns(phrasesOf(line), boundaries)) outside.add(word);
    placeSentences(
      line.words.filter((word) => !outside.has(word)),
      boundaries,
      isMarker,
      places,
    );
  }
  const columns = splitColumns(
    places.size + outside.size === 0 ? words : words.filter((word) => !places.has(word) && !outside.has(word)),
    boundaries,
    isMarker,
  );
  for (const [word, place] of places) columns[place]?.push(word);
  return { columns, outside: [...outside] };
}

/** The words of a line's phrases that are of no column. */
function acrossColumns(phrases: readonly Phrase[], boundaries: readonly number[]): Word[] {
  return phrases.flatMap(({ words }) => {
    const crossed = boundaries.filter((x) => runsOver(words, x));
    const isAlone = phrases.length === 1 && words.length > 1 && crossed[0] === boundaries[0];
    return crossed.length >= FEWEST_CROSSED || (crossed.length > 0 && isAlone) ? words : [];
  });
}

/** Notes the column of each word of a line that another column's sentence has. */
function placeSentences(line: readonly Word[], boundaries: readonly number[], isMarker: IsMarker, places: Map<Word, number>): void {
  line.forEach((word, i) => {
    const before = line[i - 1];
    const follows = before !== undefined && word.box.x0 - before.box.x1 <= WORD_SPACE * word.size;
    const place = follows ? places.get(before) : undefined;
    if (place !== undefined) places.set(word, place);
    else if (
      before !== undefined &&
      !isMarker(before.text) &&
      boundaries.some((x) => runsOver([before, word], x) && !startsColumn(word, before, x, isMarker))
    )
      places.set(word, columnAt(before.box.x0, boundaries));
  });
}

/** Whether a word is a marker that starts behind the line between two columns, at which the word before it ends. */
function startsColumn({ text, box }: Word, before: Word, x: number, isMarker: IsMarker): boolean {
  return isMarker(text) && box.x0 >= x - AT_LINE && before.box.x1 <= x + AT_LINE;
}
