import { middleX } from "../../geometry/box.js";
import { type Line, linesOf, textOfLines } from "../../layout/lines.js";
import type { Word } from "../../layout/word.js";
import { type Phrase, phraseOf } from "../evidence/phrases.js";
import { type RuledFrame, isDrawnIn } from "../evidence/ruledFrames.js";
import { columnAt, splitBands, splitColumns } from "../evidence/splitWords.js";
import { cellParts, headerRow } from "./cells.js";
import { columnNumbers, numbersRow } from "./columnNumbers.js";
import { type HeaderMatch, matchHeader } from "./header.js";
import type { ColumnLayout, Matrix, PageTable } from "./matrix.js";
import { MOST_LINES, type OpenHeader, findHeader } from "./openHeader.js";
import { readBelow } from "./openTable.js";
import { type DividedRow, dividedRow, rowBand } from "./overColumns.js";
import { headingGroups, isRowAbove } from "./spanningHeadings.js";
import type { Strip } from "./strip.js";

/** A table inside ruling lines, whose rows are also divided by `grounds`; undefined if it is not the matrix. */
export function framedTable(
  page: number,
  frame: RuledFrame,
  grounds: readonly number[],
  words: readonly Word[],
  matrix: Matrix,
  before: ColumnLayout | undefined,
): PageTable | undefined {
  const known = inherited(frame, before)?.fields;
  const bands = wholeRows(bandsOf(frame, grounds, words, matrix, known), frame, grounds, matrix, known);
  const top = topOf(bands, frame, before);
  // A box that extends above the table, such as a stamp's, begins before its header.
  if (top.layout === undefined && top.rows.some((band) => band.words.length > 0)) return openFrame(page, frame, words, matrix);
  const sections = sectionsOf(bands, top, frame, before);
  const read = sections.map((section) => readSection(page, section, frame, matrix, bands.at(-1)));
  return {
    strips: read.flatMap(({ strips }) => strips),
    headers: read.flatMap(({ headers }) => headers),
    outside: [...top.title, ...read.flatMap(({ outside }) => outside)],
    layout: sections.at(-1)?.layout,
  };
}

/** What is above the first header of a frame, or all of a frame without one. */
interface Top {
  readonly title: readonly Word[];
  readonly rows: readonly Band[];
  /** The columns of these rows; undefined if nothing shows them. */
  readonly layout: ColumnLayout | undefined;
  /** Headings of several columns. */
  readonly heading: readonly Word[];
}

function topOf(bands: readonly Band[], frame: RuledFrame, before: ColumnLayout | undefined): Top {
  const at = bands.findIndex((band) => band.header !== undefined);
  const header = bands[at]?.header;
  if (header === undefined) return { title: [], rows: bands, layout: inherited(frame, before), heading: [] };
  const inner = frame.columns.slice(1, -1);
  const isRow = (band: Band): boolean => before === undefined && isRowAbove(band.words, splitColumns(band.words, inner));
  const above = bands.slice(0, at);
  const groups = above.filter((band) => !isRow(band)).map((band) => band.words);
  const headings = headingGroups(groups, before?.heading);
  const heading = [...headings].flat();
  const rows = above.filter((band) => !headings.has(band.words));
  if (before !== undefined) return { title: [], rows, layout: inherited(frame, before), heading };
  const first = rows.findIndex(isRow);
  if (first < 0) return { title: wordsOf(rows), rows: [], layout: undefined, heading };
  return { title: wordsOf(rows.slice(0, first)), rows: rows.slice(first), layout: framedLayout(frame, header.match.fields), heading };
}

function wordsOf(bands: readonly Band[]): Word[] {
  return bands.flatMap((band) => band.words);
}

/** A header and the rows below it, down to the next header; the rows at the top of a frame may have none. */
interface Section {
  readonly header: BandHeader | undefined;
  /** Headings of several columns above the header. */
  readonly heading: readonly Word[];
  readonly layout: ColumnLayout;
  readonly rows: readonly Band[];
}

function sectionsOf(bands: readonly Band[], top: Top, frame: RuledFrame, before: ColumnLayout | undefined): Section[] {
  const heading = textOfLines(linesOf(top.heading)) || (top.layout ?? before)?.heading;
  const starts = bands.flatMap(({ header }, at) => (header === undefined ? [] : [{ header, at }]));
  const below = starts.map(({ header, at }, i) => ({
    header,
    heading: i === 0 ? top.heading : [],
    layout: framedLayout(frame, header.match.fields, heading),
    rows: bands.slice(at + 1, starts[i + 1]?.at),
  }));
  return top.layout === undefined ? below : [{ header: undefined, heading: [], layout: top.layout, rows: top.rows }, ...below];
}

/** The rows of a section; `last` is the last band of the frame. If the first row only numbers the columns, it is a header, too. */
function readSection(
  page: number,
  { header, heading, layout, rows }: Section,
  frame: RuledFrame,
  matrix: Matrix,
  last: Band | undefined,
): Omit<PageTable, "layout"> {
  const strips: Strip[] = [];
  const headers = header === undefined ? [] : [headerRow(page, header.columns, header.texts, header.match, heading)];
  const outside: Word[] = [];
  for (const band of rows) {
    const numbers = strips.length === 0 ? columnNumbers(band.words, layout.fields.length) : [];
    if (numbers.length > 0) headers.push(numbersRow(page, numbers));
    const own = band.words.filter((word) => !numbers.includes(word));
    if (numbers.length > 0 && own.length === 0) continue;
    const row = rowWithin(band, own, frame, layout, matrix);
    outside.push(...row.outside);
    if (row.outside.length > 0 && row.outside.length === own.length) continue;
    strips.push({
      page,
      top: band.top,
      bottom: band.bottom,
      cells: cellParts(page, row.columns, layout),
      first: strips.length === 0,
      ruled: band.ruled && numbers.length === 0,
      broken: !frame.closedBottom && band === last,
      closed: band.divided && (frame.closedTop || band.top > frame.box.y0) && (frame.closedBottom || band !== last),
    });
  }
  return { strips, headers, outside };
}

/** The words of a band by column: those of the row's own heading are in the column that it starts. */
function rowWithin(band: Band, words: readonly Word[], frame: RuledFrame, layout: ColumnLayout, matrix: Matrix): DividedRow {
  const inner = frame.columns.slice(1, -1);
  const starts = layout.fields.map((field) => matrix.columns.find((column) => column.field === field)?.starts);
  const over = rowBand(words, band, inner, frame.verticals, starts);
  return over === undefined ? dividedRow(words, band, inner, frame.verticals, matrix.isMarker) : { columns: over, outside: [] };
}

/** The cells of a header, by column, and the fields that their texts name. */
interface BandHeader {
  readonly columns: readonly (readonly Word[])[];
  readonly texts: readonly string[];
  readonly match: HeaderMatch;
}

/** What is between two row lines or grounds of a frame, or the part of it above or below a header that no row line separates. */
interface Band {
  readonly top: number;
  readonly bottom: number;
  readonly words: readonly Word[];
  /** Whether a row line is drawn above it. */
  readonly ruled: boolean;
  /** Whether a row line or the side of a ground is at its top. */
  readonly divided: boolean;
  readonly header: BandHeader | undefined;
}

/** The field of each column from left to right; undefined for a column that the profile does not have. */
type Fields = ColumnLayout["fields"];

/** The bands of a frame from top to bottom, each header in a separate one; `known` are its columns, if the page before shows them. */
function bandsOf(frame: RuledFrame, grounds: readonly number[], words: readonly Word[], matrix: Matrix, known: Fields | undefined): Band[] {
  const rows = [...frame.rows, ...grounds].sort((a, b) => a - b);
  const byBand = splitBands(words, rows);
  let fields = known;
  return rows.slice(1).flatMap((bottom, i) => {
    const top = rows[i] ?? bottom;
    const band = { top, bottom, words: byBand[i] ?? [], ruled: !grounds.includes(top), divided: true, header: undefined };
    const bands = dividedBand(band, frame, matrix, fields);
    fields ??= bands.find(({ header }) => header !== undefined)?.header?.match.fields;
    return bands;
  });
}

/**
 * The bands, with those joined that one cell spans in the column whose cells start rows: their lines divide only the cells beside it. Some
 * editors give each group of items a row of its own.
 */
function wholeRows(
  bands: readonly Band[],
  frame: RuledFrame,
  grounds: readonly number[],
  { columns }: Matrix,
  known: Fields | undefined,
): Band[] {
  const fields = known ?? bands.find(({ header }) => header !== undefined)?.header?.match.fields ?? [];
  const starting = fields.findIndex((field) => columns.some((column) => column.field === field && column.starts !== undefined));
  if (starting < 0) return [...bands];
  const rows: Band[] = [];
  for (const band of bands) {
    const above = rows.at(-1);
    const isDivided = band.header !== undefined || !band.ruled || grounds.includes(band.top) || isDrawnIn(frame, band.top, starting);
    if (above === undefined || above.header !== undefined || isDivided) rows.push(band);
    else rows[rows.length - 1] = { ...above, bottom: band.bottom, words: [...above.words, ...band.words] };
  }
  return rows;
}

function dividedBand(band: Band, frame: RuledFrame, matrix: Matrix, known: Fields | undefined): Band[] {
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
  if (above.length > 0 && isOfOtherColumns(found, inner, known)) return [band];
  const fields = fieldsByColumn(found, inner);
  const header: Band = {
    ...band,
    words: [...named],
    header: {
      columns,
      texts: columns.map((words) => textOfLines(linesOf(words))),
      match: { ...found.match, fields, unknown: unknownByColumn(found, inner) },
    },
  };
  return [
    ...(above.length === 0 ? [] : [{ ...band, bottom: found.box.y0, words: above }]),
    header,
    ...(below.length === 0
      ? []
      : dividedBand({ ...band, top: found.box.y1, words: below, ruled: false, divided: false }, frame, matrix, known ?? fields)),
  ];
}

/**
 * Whether a line within a row names other columns than those which it is in: their places do not change, so it is a line of sentences that
 * contain words of names.
 */
function isOfOtherColumns(found: OpenHeader, inner: readonly number[], known: Fields | undefined): boolean {
  if (known === undefined || found.match.score === found.phrases.length) return false;
  return fieldsByColumn(found, inner).some((field, i) => field !== undefined && known[i] !== undefined && field !== known[i]);
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
