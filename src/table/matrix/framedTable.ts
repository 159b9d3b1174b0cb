import { linesOf, textOfLines } from "../../layout/lines.js";
import type { Word } from "../../layout/word.js";
import type { RuledFrame } from "../evidence/ruledFrames.js";
import { splitColumns } from "../evidence/splitWords.js";
import { type ShownNames, cellParts, headerRow } from "./cells.js";
import { columnNumbers, numbersRow } from "./columnNumbers.js";
import { type Band, type FramedPage, frameBands } from "./frameBands.js";
import type { ColumnLayout, PageTable } from "./matrix.js";
import { findHeader } from "./openHeader.js";
import { readBelow } from "./openTable.js";
import { type DividedRow, dividedRow, rowBand } from "./overColumns.js";
import { headingGroups, isRowAbove } from "./spanningHeadings.js";
import type { Strip } from "./strip.js";

/** A table inside ruling lines; undefined if it is not the matrix. `words` are those of the table, `before` the layout above it. */
export function framedTable(page: FramedPage, words: readonly Word[], before: ColumnLayout | undefined): PageTable | undefined {
  const { frame } = page;
  const known = inherited(frame, before)?.fields;
  const bands = frameBands(page, words, known);
  const top = topOf(bands, frame, before);
  const hasHeader = bands.some(({ header }) => header !== undefined);
  // A box that extends above the table, such as a stamp's, begins before its header.
  if (top.layout === undefined && (!hasHeader || wordsOf(top.rows).length > 0)) return openFrame(page, words);
  const sections = sectionsOf(bands, top, frame, before);
  const read = sections.map((section) => readSection(page, section, bands.at(-1)));
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
  readonly header: ShownNames | undefined;
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
function readSection(page: FramedPage, { header, heading, layout, rows }: Section, last: Band | undefined): Omit<PageTable, "layout"> {
  const { number, frame } = page;
  const strips: Strip[] = [];
  const headers = header === undefined ? [] : [headerRow(number, header, heading)];
  const outside: Word[] = [];
  for (const band of rows) {
    const numbers = strips.length === 0 ? columnNumbers(band.words, layout.fields.length) : [];
    if (numbers.length > 0) headers.push(numbersRow(number, numbers));
    const own = band.words.filter((word) => !numbers.includes(word));
    if (numbers.length > 0 && own.length === 0) continue;
    const row = rowWithin(page, band, own, layout.fields);
    outside.push(...row.outside);
    if (row.outside.length > 0 && row.outside.length === own.length) continue;
    strips.push({
      page: number,
      top: band.top,
      bottom: band.bottom,
      cells: cellParts(number, row.columns, layout),
      first: strips.length === 0,
      ruled: band.ruled && numbers.length === 0,
      broken: !frame.closedBottom && band === last,
      closed: band.divided && (frame.closedTop || band.top > frame.box.y0) && (frame.closedBottom || band !== last),
    });
  }
  return { strips, headers, outside };
}

/** The words of a band by column: those of the row's own heading are in the column that it starts. */
function rowWithin(
  { frame, matrix }: FramedPage,
  { top, bottom }: Band,
  words: readonly Word[],
  fields: ColumnLayout["fields"],
): DividedRow {
  const row = { top, bottom, words, boundaries: frame.columns.slice(1, -1), lines: frame.verticals };
  const starts = fields.map((field) => matrix.columns.find((column) => column.field === field)?.starts);
  const over = rowBand(row, starts);
  return over === undefined ? dividedRow(row, matrix.isMarker) : { columns: over, outside: [] };
}

/** A frame whose lines do not separate the columns: these are found as if there were no lines. */
function openFrame({ number, frame, matrix }: FramedPage, words: readonly Word[]): PageTable | undefined {
  const header = findHeader(linesOf(words), matrix.columns);
  return header === undefined ? undefined : readBelow({ number, across: { drawn: frame.rows, grounds: [] }, matrix }, header, words);
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
