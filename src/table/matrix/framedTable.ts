import { middleX } from "../../geometry/box.js";
import { type Line, linesOf, textOfLines } from "../../layout/lines.js";
import type { Word } from "../../layout/word.js";
import { type Phrase, phraseOf } from "../evidence/phrases.js";
import type { RuledFrame } from "../evidence/ruledFrames.js";
import { columnAt, splitBands, splitColumns } from "../evidence/splitWords.js";
import { cellParts, headerRow } from "./cells.js";
import { columnNumbers, numbersRow } from "./columnNumbers.js";
import { type HeaderMatch, matchHeader } from "./header.js";
import type { ColumnLayout, Matrix, PageTable } from "./matrix.js";
import { MOST_LINES, type OpenHeader, findHeader } from "./openHeader.js";
import { readBelow } from "./openTable.js";
import { dividedRow, rowBand } from "./overColumns.js";
import { headingGroups, isRowAbove } from "./spanningHeadings.js";
import type { HeaderRow, Strip } from "./strip.js";

/** A table inside ruling lines, whose rows are also divided by `grounds`; undefined if it is not the matrix. */
export function framedTable(
  page: number,
  frame: RuledFrame,
  grounds: readonly number[],
  words: readonly Word[],
  matrix: Matrix,
  before: ColumnLayout | undefined,
): PageTable | undefined {
  const inner = frame.columns.slice(1, -1);
  const strips: Strip[] = [];
  const headers: HeaderRow[] = [];
  let layout: ColumnLayout | undefined;
  let first = true;
  let heading: Word[] = [];
  const outside: Word[] = [];
  const bands = bandsOf(frame, grounds, words, matrix);
  const header = bands.find((band) => band.header !== undefined)?.header;
  const isRow = (band: Band): boolean => before === undefined && isRowAbove(band.words, splitColumns(band.words, inner));
  const headings = headingBands(bands, isRow, before?.heading);
  for (const band of bands) {
    if (band.header !== undefined) {
      const { columns, texts, match } = band.header;
      layout = framedLayout(frame, match.fields, textOfLines(linesOf(heading)) || (layout ?? before)?.heading);
      headers.push(headerRow(page, columns, texts, match, heading));
      heading = [];
      first = true;
      continue;
    }
    if (headings.has(band.words)) {
      heading.push(...band.words);
      continue;
    }
    if (header !== undefined && layout === undefined && before === undefined) {
      if (isRow(band)) layout = framedLayout(frame, header.match.fields);
      else {
        // The table's title.
        outside.push(...band.words);
        continue;
      }
    }
    layout ??= inherited(frame, before);
    // A box that extends above the table, such as a stamp's, begins before its header.
    if (layout === undefined && band.words.length === 0) continue;
    if (layout === undefined) return openFrame(page, frame, words, matrix);
    const numbers = first ? columnNumbers(band.words, layout.fields.length) : [];
    if (numbers.length > 0) headers.push(numbersRow(page, numbers));
    const own = band.words.filter((word) => !numbers.includes(word));
    if (numbers.length > 0 && own.length === 0) continue;
    const starts = layout.fields.map((field) => matrix.columns.find((column) => column.field === field)?.starts);
    const over = rowBand(own, band, inner, frame.verticals, starts);
    const row = over === undefined ? dividedRow(own, band, inner, frame.verticals, matrix.isMarker) : { columns: over, outside: [] };
    outside.push(...row.outside);
    if (row.outside.length > 0 && row.outside.length === own.length) continue;
    strips.push({
      page,
      top: band.top,
      bottom: band.bottom,
      cells: cellParts(page, row.columns, layout),
      first,
      ruled: band.ruled && numbers.length === 0,
      broken: !frame.closedBottom && band === bands.at(-1),
      closed: band.ruled && (frame.closedTop || band.top > frame.box.y0) && (frame.closedBottom || band !== bands.at(-1)),
    });
    first = false;
  }
  return { strips, headers, outside, layout };
}

/** The words of the bands that head columns, above the headers; `known` is what was there on the page before. */
function headingBands(bands: readonly Band[], isRow: (band: Band) => boolean, known: string | undefined): ReadonlySet<readonly Word[]> {
  const header = bands.findIndex((band) => band.header !== undefined);
  const above = bands.slice(0, Math.max(0, header)).filter((band) => !isRow(band));
  const words = above.map((band) => band.words);
  return headingGroups(words, known);
}

/** What is between two row lines or grounds of a frame, or the part of it above or below a header that no row line separates. */
interface Band {
  readonly top: number;
  readonly bottom: number;
  readonly words: readonly Word[];
  /** Whether a row line is drawn above it. */
  readonly ruled: boolean;
  readonly header:
    { readonly columns: readonly (readonly Word[])[]; readonly texts: readonly string[]; readonly match: HeaderMatch } | undefined;
}

/** The bands of a frame from top to bottom, each header in a separate one. */
function bandsOf(frame: RuledFrame, grounds: readonly number[], words: readonly Word[], matrix: Matrix): Band[] {
  const rows = [...frame.rows, ...grounds].sort((a, b) => a - b);
  const byBand = splitBands(words, rows);
  return rows.slice(1).flatMap((bottom, i) => {
    const top = rows[i] ?? bottom;
    return dividedBand({ top, bottom, words: byBand[i] ?? [], ruled: !grounds.includes(top), header: undefined }, frame, matrix);
  });
}

function dividedBand(band: Band, frame: RuledFrame, matrix: Matrix): Band[] {
  const inner = frame.columns.slice(1, -1);
  const whole = splitColumns(band.words, inner);
  const texts = whole.map((words) => textOfLines(linesOf(words)));
  const match = matchHeader(texts, matrix.columns);
  const found = findHeader(linesOf(band.words), matrix.columns, (line) => columnPhrases(line, inner));
  // If some columns of the row below are empty, header and row together still name columns, but less well than the header's own lines.
  if (
    match !== undefined &&
    match.score >= (found?.match.score ?? 0) &&
    (found === undefined || whole.every((words) => mayBeName(words, matrix)))
  ) {
    return [{ ...band, header: { columns: whole, texts, match } }];
  }
  if (found === undefined) return [band];
  const named = new Set(found.phrases.flatMap((phrase) => phrase.words));
  const columns = splitColumns([...named], inner);
  const isAbove = (word: Word): boolean => word.baseline <= found.box.y0;
  const above = band.words.filter((word) => !named.has(word) && isAbove(word));
  const below = band.words.filter((word) => !named.has(word) && !isAbove(word));
  const header: Band = {
    ...band,
    words: [...named],
    header: {
      columns,
      texts: columns.map((words) => textOfLines(linesOf(words))),
      match: { ...found.match, fields: fieldsByColumn(found, inner), unknown: unknownByColumn(found, inner) },
    },
  };
  return [
    ...(above.length === 0 ? [] : [{ ...band, bottom: found.box.y0, words: above }]),
    header,
    ...(below.length === 0 ? [] : dividedBand({ ...band, top: found.box.y1, words: below, ruled: false }, frame, matrix)),
  ];
}

/** Whether all words of a column may be its name. Under a name that the profile does not know, they may also be the cell of a row. */
function mayBeName(words: readonly Word[], { isMarker }: Matrix): boolean {
  const lines = linesOf(words);
  return lines.length <= MOST_LINES && !lines.some((line) => isMarker(line.words[0]?.text ?? ""));
}

/** The words of a line by the ruled column that they are in; a column without words has no phrase. */
function columnPhrases(line: Line, inner: readonly number[]): Phrase[] {
  return splitColumns(line.words, inner).flatMap((words) => phraseOf(words) ?? []);
}

/** The index of the ruled column that a phrase is in. */
function columnOf({ box }: Phrase, inner: readonly number[]): number {
  return columnAt(middleX(box), inner);
}

function fieldsByColumn(header: OpenHeader, inner: readonly number[]): (string | undefined)[] {
  const fields: (string | undefined)[] = Array.from({ length: inner.length + 1 }, () => undefined);
  header.phrases.forEach((phrase, i) => (fields[columnOf(phrase, inner)] = header.match.fields[i]));
  return fields;
}

function unknownByColumn(header: OpenHeader, inner: readonly number[]): number[] {
  return header.match.unknown.flatMap((i) => {
    const phrase = header.phrases[i];
    return phrase === undefined ? [] : [columnOf(phrase, inner)];
  });
}

/** A frame whose lines do not separate the columns: these are found as if there were no lines. */
function openFrame(page: number, frame: RuledFrame, words: readonly Word[], matrix: Matrix): PageTable | undefined {
  const header = findHeader(linesOf(words), matrix.columns);
  return header === undefined ? undefined : readBelow(page, header, words, matrix, { drawn: frame.rows, grounds: [] });
}

function framedLayout(frame: RuledFrame, fields: ColumnLayout["fields"], heading = ""): ColumnLayout {
  const boundaries = frame.columns.slice(1, -1);
  return {
    fields,
    boundaries,
    left: frame.box.x0,
    right: frame.box.x1,
    ruled: true,
    anchors: [],
    shown: boundaries.map(() => true),
    heading,
  };
}

/** A line between columns is at the same x on each page, within this many points. */
const SAME_LINE = 6;

/** The layout of a frame without a header: that of the page before, if it has as many columns, or its columns are in the same place. */
function inherited(frame: RuledFrame, before: ColumnLayout | undefined): ColumnLayout | undefined {
  if (before === undefined) return undefined;
  const columns = frame.columns.length - 1;
  if (columns === before.fields.length) return framedLayout(frame, before.fields, before.heading);
  const edges = [before.left, ...before.boundaries, before.right];
  // Another table has other lines.
  if (!before.ruled || !frame.columns.every((x) => edges.some((edge) => Math.abs(edge - x) <= SAME_LINE))) return undefined;
  const fields = frame.columns.slice(1).map((x1, i) => {
    const middle = ((frame.columns[i] ?? x1) + x1) / 2;
    const index = edges.findIndex((edge, k) => middle >= edge && middle < (edges[k + 1] ?? -Infinity));
    return index < 0 ? undefined : before.fields[index];
  });
  const distinct = new Set(fields);
  return distinct.size === fields.length && !distinct.has(undefined) ? framedLayout(frame, fields, before.heading) : undefined;
}
