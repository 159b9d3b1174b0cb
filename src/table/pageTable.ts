import { type Box, unionOf } from "../geometry/box.js";
import { type Line, linesOf, textOf } from "../layout/lines.js";
import type { PageLayout } from "../layout/pageLayout.js";
import type { Word } from "../layout/word.js";
import { type ColumnPlaces, cellParts, headerRow } from "./cells.js";
import { type ColumnNames, type HeaderMatch, matchHeader } from "./header.js";
import { type Interval, type IsMarker, boundariesBetween, movedBoundaries, standAlike } from "./gutters.js";
import { notesBelow } from "./notes.js";
import { type OpenHeader, findHeader } from "./openHeader.js";
import { overflowBelow } from "./overflow.js";
import { type Phrase, phraseOf, phrasesOf } from "./phrases.js";
import { type RuledFrame, ruledFrames, withOpenSides } from "./ruledFrames.js";
import { headingAbove, headingGroups, headingText, isRowAbove } from "./spanningHeadings.js";
import { columnAt, splitBands, splitColumns } from "./splitWords.js";
import type { HeaderRow, Strip } from "./strip.js";

/** What is looked for on the pages. */
export interface Matrix {
  readonly columns: readonly ColumnNames[];
  readonly isMarker: IsMarker;
}

/** Where the columns of the table are, and which is which; a page without a header takes those of the page before. */
export interface ColumnLayout extends ColumnPlaces {
  readonly ruled: boolean;
  /** The left edges of the header words, where no rulings show the columns. */
  readonly anchors: readonly Interval[];
  /** Whether text has shown the boundaries, or rules: a header may stand alone at the end of its page. */
  readonly shown: boolean;
  /** What stands above the names of the columns and heads several of them; empty where nothing does. */
  readonly heading: string;
}

/** The table as one page shows it. */
export interface PageTable {
  readonly strips: readonly Strip[];
  readonly headers: readonly HeaderRow[];
  /** Words that stand in no column, in the order of the page. */
  readonly outside: readonly Word[];
  /** The layout that holds at the end of the page. */
  readonly layout: ColumnLayout | undefined;
}

/** Finds the table on a page. `words` are the page's words without its furniture, `before` the layout of the page before. */
export function pageTable(
  page: PageLayout,
  words: readonly Word[],
  matrix: Matrix,
  before: ColumnLayout | undefined,
): PageTable {
  const strips: Strip[] = [];
  const headers: HeaderRow[] = [];
  let layout = before;
  let rest = words;
  for (const ruled of ruledFrames(page.edges)) {
    const frame = withOpenSides(ruled, rest);
    const inside = rest.filter((word) => isInside(word, frame.box));
    const own = new Set([...inside, ...overflowBelow(frame, inside, rest)]);
    const table = framedTable(page.number, frame, [...own], matrix, layout);
    if (table === undefined) continue;
    strips.push(...table.strips);
    headers.push(...table.headers);
    layout = table.layout;
    rest = [...rest.filter((word) => !own.has(word)), ...table.outside];
  }
  if (strips.length > 0 || headers.length > 0) return { strips, headers, outside: rest, layout };
  return openTable(page, rest, matrix, before);
}

/** Most of a word's small letters are below the one height and above the other, in font sizes from its baseline. */
const OVER_TOP = 0.2;
const OVER_BOTTOM = 0.6;

function isInside(word: Word, box: Box): boolean {
  const middle = (word.box.x0 + word.box.x1) / 2;
  // Where a page ends, text may run over the line above or below it.
  return middle >= box.x0 && middle <= box.x1 && word.baseline - OVER_TOP * word.size >= box.y0 && word.baseline - OVER_BOTTOM * word.size <= box.y1;
}

/** A table inside ruling lines; undefined where it is another one than the matrix. */
function framedTable(
  page: number,
  frame: RuledFrame,
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
  const bands = bandsOf(frame, words, matrix);
  const header = bands.find((band) => band.header !== undefined)?.header;
  const isRow = (band: Band): boolean => before === undefined && isRowAbove(band.words, splitColumns(band.words, inner));
  const headings = headingBands(bands, isRow, before?.heading);
  for (const band of bands) {
    if (band.header !== undefined) {
      const { columns, texts, match } = band.header;
      layout = framedLayout(frame, match.fields, headingText(heading) || (layout ?? before)?.heading);
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
    if (layout === undefined) return openFrame(page, frame, words, matrix);
    strips.push({
      page,
      top: band.top,
      bottom: band.bottom,
      cells: cellParts(page, splitColumns(band.words, inner, matrix.isMarker), layout),
      first,
      ruled: band.ruled,
      broken: !frame.closedBottom && band === bands.at(-1),
    });
    first = false;
  }
  return { strips, headers, outside, layout };
}

/** The words of the bands that head columns, above the headers; `known` is what stood there on the page before. */
function headingBands(bands: readonly Band[], isRow: (band: Band) => boolean, known: string | undefined): ReadonlySet<readonly Word[]> {
  const above = bands.slice(0, Math.max(0, bands.findIndex((band) => band.header !== undefined))).filter((band) => !isRow(band));
  return headingGroups(above.map(({ words }) => words), known);
}

/** What stands between two row lines of a frame, or the part of it above or below a header that no row line sets apart. */
interface Band {
  readonly top: number;
  readonly bottom: number;
  readonly words: readonly Word[];
  /** Whether a row line is drawn above it. */
  readonly ruled: boolean;
  readonly header: { readonly columns: readonly (readonly Word[])[]; readonly texts: readonly string[]; readonly match: HeaderMatch } | undefined;
}

/** The bands of a frame from top to bottom, each header in one of its own. */
function bandsOf(frame: RuledFrame, words: readonly Word[], matrix: Matrix): Band[] {
  const byBand = splitBands(words, frame.rows);
  return frame.rows.slice(1).flatMap((bottom, i) =>
    dividedBand({ top: frame.rows[i] ?? bottom, bottom, words: byBand[i] ?? [], ruled: true, header: undefined }, frame, matrix),
  );
}

function dividedBand(band: Band, frame: RuledFrame, matrix: Matrix): Band[] {
  const inner = frame.columns.slice(1, -1);
  const whole = splitColumns(band.words, inner);
  const texts = whole.map(columnText);
  const match = matchHeader(texts, matrix.columns);
  const found = findHeader(linesOf(band.words), matrix.columns, (line) => columnPhrases(line, inner));
  // Where some columns of the row below are empty, header and row together still name columns: less well than the header's own lines.
  if (match !== undefined && match.score >= (found?.match.score ?? 0)) return [{ ...band, header: { columns: whole, texts, match } }];
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
      texts: columns.map(columnText),
      match: { ...found.match, fields: fieldsByColumn(found, inner), unknown: unknownByColumn(found, inner) },
    },
  };
  return [
    ...(above.length === 0 ? [] : [{ ...band, bottom: found.box.y0, words: above }]),
    header,
    ...(below.length === 0 ? [] : dividedBand({ ...band, top: found.box.y1, words: below, ruled: false }, frame, matrix)),
  ];
}

function columnText(words: readonly Word[]): string {
  return linesOf(words).map(textOf).join(" ");
}

/** The words of a line by the ruled column that they stand in; a column without words has no phrase. */
function columnPhrases(line: Line, inner: readonly number[]): Phrase[] {
  return splitColumns(line.words, inner).flatMap((words) => phraseOf(words) ?? []);
}

/** The index of the ruled column that a phrase stands in. */
function columnOf({ box }: Phrase, inner: readonly number[]): number {
  return columnAt((box.x0 + box.x1) / 2, inner);
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

/** A frame whose lines do not divide the columns: they are found as if there were none. */
function openFrame(page: number, frame: RuledFrame, words: readonly Word[], matrix: Matrix): PageTable | undefined {
  const header = findHeader(linesOf(words), matrix.columns);
  return header === undefined ? undefined : readBelow(page, header, words, matrix, frame.rows);
}

function framedLayout(frame: RuledFrame, fields: ColumnLayout["fields"], heading = ""): ColumnLayout {
  return {
    fields,
    boundaries: frame.columns.slice(1, -1),
    left: frame.box.x0,
    right: frame.box.x1,
    ruled: true,
    anchors: [],
    shown: true,
    heading,
  };
}

/** The layout of a frame without a header: that of the page before, if it has as many columns or stands where they stood. */
function inherited(frame: RuledFrame, before: ColumnLayout | undefined): ColumnLayout | undefined {
  if (before === undefined) return undefined;
  const columns = frame.columns.length - 1;
  if (columns === before.fields.length) return framedLayout(frame, before.fields, before.heading);
  if (!before.ruled) return undefined;
  const edges = [before.left, ...before.boundaries, before.right];
  const fields = frame.columns.slice(1).map((x1, i) => {
    const middle = ((frame.columns[i] ?? x1) + x1) / 2;
    const index = edges.findIndex((edge, k) => middle >= edge && middle < (edges[k + 1] ?? -Infinity));
    return index < 0 ? undefined : before.fields[index];
  });
  const distinct = new Set(fields);
  return distinct.size === fields.length && !distinct.has(undefined) ? framedLayout(frame, fields, before.heading) : undefined;
}

/** The table of a page without column lines: below its header words, or where the page before had it. */
function openTable(
  page: PageLayout,
  words: readonly Word[],
  matrix: Matrix,
  before: ColumnLayout | undefined,
): PageTable {
  const rows = page.edges.filter((edge) => edge.axis === "horizontal");
  const span = unionOf(words.map((word) => word.box));
  const lines = linesOf(words);
  const header = findHeader(lines, matrix.columns);
  if (span === undefined || (header === undefined && before === undefined)) {
    return { strips: [], headers: [], outside: words, layout: before };
  }
  const across = rows.filter((edge) => edge.to - edge.from >= 0.8 * (span.x1 - span.x0)).map((edge) => edge.at);
  const anchors = header === undefined ? (before?.anchors ?? []) : header.phrases.map(({ box }) => box);
  const notes = new Set(notesBelow(words.filter((word) => header === undefined || word.baseline > header.box.y1), anchors));
  const own = words.filter((word) => !notes.has(word));
  const table = openRows(page.number, header, own, matrix, before, across);
  return { ...table, outside: [...table.outside, ...notes] };
}

function openRows(page: number, header: OpenHeader | undefined, words: readonly Word[], matrix: Matrix, before: ColumnLayout | undefined, across: readonly number[]): PageTable {
  if (header !== undefined) return before === undefined ? readBelow(page, header, words, matrix, across) : readAround(page, header, words, matrix, before, across);
  return before === undefined ? { strips: [], headers: [], outside: words, layout: before } : readOn(page, words, matrix, before, across);
}

/** The table below a header; `heading` is what headed columns above the header before, undefined where there was none. */
function readBelow(
  page: number,
  header: OpenHeader,
  words: readonly Word[],
  matrix: Matrix,
  across: readonly number[],
  before?: Pick<ColumnLayout, "heading"> & Partial<ColumnLayout>,
): PageTable {
  const named = new Set(header.phrases.flatMap((phrase) => phrase.words));
  const body = words.filter((word) => word.baseline > header.box.y1 && !named.has(word));
  const above = words.filter((word) => word.baseline <= header.box.y1 && !named.has(word));
  const heading = new Set(headingAbove(linesOf(above), header.box.y0, before?.heading));
  const anchors = header.phrases.map((phrase) => ({ x0: phrase.box.x0, x1: phrase.box.x1 }));
  const next = findHeader(linesOf(body), matrix.columns);
  const repeated = headingText([...heading]) || (before?.heading ?? "");
  const own = next === undefined ? body : rowsAbove(body, next, repeated);
  const boundaries = boundariesBetween(anchors, own, matrix.isMarker, standAlike(anchors, before?.anchors ?? []) ? before?.boundaries : []);
  const span = unionOf([...header.phrases.map((phrase) => phrase.box), ...own.map((word) => word.box)]) ?? header.box;
  const layout: ColumnLayout = {
    fields: header.match.fields,
    boundaries,
    left: Math.min(span.x0, header.box.x0),
    right: span.x1,
    ruled: false,
    anchors,
    shown: own.length > 0,
    heading: repeated,
  };
  const row = headerRow(
    page,
    header.phrases.map((phrase) => phrase.words),
    header.phrases.map((phrase) => phrase.text),
    header.match,
    [...heading],
  );
  const outside = above.filter((word) => !heading.has(word));
  const strips = openStrips(page, own, layout, across, matrix.isMarker);
  if (next === undefined) return { strips, headers: [row], outside, layout };
  const rest = readBelow(page, next, body.filter((word) => !own.includes(word)), matrix, across, { heading: repeated });
  return {
    strips: [...strips, ...rest.strips],
    headers: [row, ...rest.headers],
    outside: [...outside, ...rest.outside],
    layout: rest.layout,
  };
}

/** The words above a header, without what heads its columns. */
function rowsAbove(words: readonly Word[], header: OpenHeader, known: string): Word[] {
  const above = words.filter((word) => word.baseline <= header.box.y0);
  const heading = new Set(headingAbove(linesOf(above), header.box.y0, known));
  return above.filter((word) => !heading.has(word));
}

/** A page with a header further down: the rows of the page before may go on above it. */
function readAround(
  page: number,
  header: OpenHeader,
  words: readonly Word[],
  matrix: Matrix,
  before: ColumnLayout,
  across: readonly number[],
): PageTable {
  const named = new Set(header.phrases.flatMap((phrase) => phrase.words));
  const above = linesOf(rowsAbove(words.filter((word) => !named.has(word)), header, before.heading));
  // A line of text that runs over the gap between two columns is a heading of the page.
  const isRow = (line: Line): boolean =>
    !phrasesOf(line).some(({ box }) => before.boundaries.some((x) => box.x0 < x - HEADING_OVERHANG && box.x1 > x + HEADING_OVERHANG));
  const rows = new Set(above.filter(isRow).flatMap((line) => line.words));
  if (rows.size === 0) return readBelow(page, header, words, matrix, across, before);
  const onward = readOn(page, [...rows], matrix, before, across);
  const below = readBelow(page, header, words.filter((word) => !rows.has(word)), matrix, across, before);
  return { ...below, strips: [...onward.strips, ...below.strips] };
}

/** Text of a column may reach this far over its boundary where the page has other ones, in points. */
const HEADING_OVERHANG = 12;

/** A page without a header: the columns of the page before, moved where its text wants them; below the header of that page where no text was. */
function readOn(
  page: number,
  words: readonly Word[],
  matrix: Matrix,
  before: ColumnLayout,
  across: readonly number[],
): PageTable {
  const boundaries = before.shown
    ? movedBoundaries(before.boundaries, words, matrix.isMarker)
    : boundariesBetween(before.anchors, words, matrix.isMarker);
  const layout = { ...before, boundaries, ruled: false, shown: true };
  return { strips: openStrips(page, words, layout, across, matrix.isMarker), headers: [], outside: [], layout };
}

function openStrips(page: number, words: readonly Word[], layout: ColumnLayout, across: readonly number[], isMarker: IsMarker): Strip[] {
  const span = unionOf(words.map((word) => word.box));
  if (span === undefined) return [];
  const inner = across.filter((y) => y > span.y0 && y < span.y1);
  const rows = [span.y0 - 1, ...inner, span.y1 + 1];
  const bands = splitBands(words, rows);
  // The rule below the header may run above all words.
  const firstBand = bands.findIndex((band) => band.length > 0);
  return rows.slice(1).flatMap((bottom, i) => {
    const own = bands[i] ?? [];
    if (own.length === 0) return [];
    const columns = splitColumns(own, layout.boundaries, isMarker);
    return [
      {
        page,
        top: rows[i] ?? bottom,
        bottom,
        cells: cellParts(page, columns, layout),
        first: i === firstBand,
        ruled: inner.length > 0,
        broken: false,
      },
    ];
  });
}
