import { type Box, contains, unionOf } from "../geometry/box.js";
import { type Line, glyphsIn, linesOf, textOf } from "../layout/lines.js";
import type { PageLayout } from "../layout/pageLayout.js";
import type { Word } from "../layout/word.js";
import { type ColumnNames, type HeaderMatch, likeness, matchHeader } from "./header.js";
import { type Interval, type IsMarker, boundariesBetween, movedBoundaries } from "./gutters.js";
import { type Phrase, phrasesOf } from "./phrases.js";
import { type RuledFrame, ruledFrames } from "./ruledFrames.js";
import type { CellPart, HeaderCell, HeaderRow, Strip } from "./strip.js";

/** What is looked for on the pages. */
export interface Matrix {
  readonly columns: readonly ColumnNames[];
  readonly isMarker: IsMarker;
}

/** Where the columns of the table are, and which is which; a page without a header takes those of the page before. */
export interface ColumnLayout {
  /** The field of each column from left to right; undefined for a column that the profile does not have. */
  readonly fields: readonly (string | undefined)[];
  /** The x between the columns, one fewer than there are columns. */
  readonly boundaries: readonly number[];
  readonly left: number;
  readonly right: number;
  readonly ruled: boolean;
  /** The left edges of the header words, where no rulings show the columns. */
  readonly anchors: readonly Interval[];
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
  for (const frame of ruledFrames(page.edges)) {
    const inside = rest.filter((word) => isInside(word, frame.box));
    const table = framedTable(page.number, frame, inside, matrix, layout);
    if (table === undefined) continue;
    strips.push(...table.strips);
    headers.push(...table.headers);
    layout = table.layout;
    rest = rest.filter((word) => !isInside(word, frame.box));
  }
  if (strips.length > 0 || headers.length > 0) return { strips, headers, outside: rest, layout };
  return openTable(page, rest, matrix, before);
}

function isInside(word: Word, box: Box): boolean {
  // The baseline less a bit: text touches the line below it in narrow rows.
  return contains(box, (word.box.x0 + word.box.x1) / 2, word.baseline - 0.3 * word.size);
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
  const bands = frame.rows.slice(1).map((bottom, i) => {
    const top = frame.rows[i] ?? bottom;
    return { top, bottom, words: words.filter((word) => bandOf(word, frame.rows) === i) };
  });
  const strips: Strip[] = [];
  const headers: HeaderRow[] = [];
  let layout: ColumnLayout | undefined;
  let first = true;
  for (const band of bands) {
    const columns = splitColumns(band.words, inner);
    const texts = columns.map((column) => linesOf(column).map(textOf).join(" "));
    const match = matchHeader(texts, matrix.columns);
    if (match !== undefined) {
      layout = framedLayout(frame, match.fields);
      headers.push(headerRow(page, columns, texts, match));
      first = true;
      continue;
    }
    layout ??= inherited(frame, before);
    if (layout === undefined) return openFrame(page, frame, words, matrix);
    strips.push({
      page,
      top: band.top,
      bottom: band.bottom,
      cells: cellParts(page, columns, layout),
      first,
      ruled: true,
    });
    first = false;
  }
  return { strips, headers, outside: [], layout };
}

/** A frame whose lines do not divide the columns: they are found as if there were none. */
function openFrame(page: number, frame: RuledFrame, words: readonly Word[], matrix: Matrix): PageTable | undefined {
  const header = findHeader(linesOf(words), matrix);
  return header === undefined ? undefined : readBelow(page, header, words, matrix, frame.rows);
}

function framedLayout(frame: RuledFrame, fields: ColumnLayout["fields"]): ColumnLayout {
  return {
    fields,
    boundaries: frame.columns.slice(1, -1),
    left: frame.box.x0,
    right: frame.box.x1,
    ruled: true,
    anchors: [],
  };
}

/** The layout of a frame without a header: that of the page before, if it has as many columns or stands where they stood. */
function inherited(frame: RuledFrame, before: ColumnLayout | undefined): ColumnLayout | undefined {
  if (before === undefined) return undefined;
  const columns = frame.columns.length - 1;
  if (columns === before.fields.length) return framedLayout(frame, before.fields);
  if (!before.ruled) return undefined;
  const edges = [before.left, ...before.boundaries, before.right];
  const fields = frame.columns.slice(1).map((x1, i) => {
    const middle = ((frame.columns[i] ?? x1) + x1) / 2;
    const index = edges.findIndex((edge, k) => middle >= edge && middle < (edges[k + 1] ?? -Infinity));
    return index < 0 ? undefined : before.fields[index];
  });
  const distinct = new Set(fields);
  return distinct.size === fields.length && !distinct.has(undefined) ? framedLayout(frame, fields) : undefined;
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
  const header = findHeader(lines, matrix);
  if (span === undefined || (header === undefined && before === undefined)) {
    return { strips: [], headers: [], outside: words, layout: before };
  }
  const across = rows.filter((edge) => edge.to - edge.from >= 0.8 * (span.x1 - span.x0)).map((edge) => edge.at);
  if (header !== undefined) return readBelow(page.number, header, words, matrix, across);
  return before === undefined
    ? { strips: [], headers: [], outside: words, layout: before }
    : readOn(page.number, words, matrix, before, across);
}

/** A header line, its phrases and the words that were joined to them from the lines around it. */
interface OpenHeader {
  readonly phrases: readonly Phrase[];
  readonly match: HeaderMatch;
  readonly box: Box;
}

/** The first line whose phrases name the matrix' columns. A name may run on in the line below or above. */
function findHeader(lines: readonly Line[], matrix: Matrix): OpenHeader | undefined {
  for (const [i, line] of lines.entries()) {
    const phrases = phrasesOf(line);
    const match = matchHeader(
      phrases.map((phrase) => phrase.text),
      matrix.columns,
    );
    if (match === undefined) continue;
    return [lines[i + 1], lines[i - 1]].reduce<OpenHeader>(
      (header, neighbour) => (neighbour === undefined ? header : extended(header, neighbour, matrix)),
      { phrases, match, box: line.box },
    );
  }
  return undefined;
}

/** The header with a neighbouring line, if every phrase of it makes a column's name more like what the profile calls it. */
function extended(header: OpenHeader, neighbour: Line, matrix: Matrix): OpenHeader {
  const below = neighbour.box.y0 > header.box.y0;
  const gap = below ? neighbour.box.y0 - header.box.y1 : header.box.y0 - neighbour.box.y1;
  if (gap > neighbour.size) return header;
  let phrases = [...header.phrases];
  let exact = true;
  for (const piece of phrasesOf(neighbour)) {
    const host = phrases.findIndex((phrase) => phrase.box.x0 < piece.box.x1 && piece.box.x0 < phrase.box.x1);
    const phrase = phrases[host];
    if (phrase === undefined) return header;
    const text = below ? `${phrase.text} ${piece.text}` : `${piece.text} ${phrase.text}`;
    const box = unionOf([phrase.box, piece.box]) ?? phrase.box;
    exact &&= matrix.columns.some((column) => likeness(text, column.headers) === 1);
    phrases = phrases.with(host, { text, box, words: [...phrase.words, ...piece.words] });
  }
  const match = matchHeader(
    phrases.map((phrase) => phrase.text),
    matrix.columns,
  );
  if (match === undefined || (!exact && match.score <= header.match.score)) return header;
  return { phrases, match, box: unionOf([header.box, neighbour.box]) ?? header.box };
}

function readBelow(
  page: number,
  header: OpenHeader,
  words: readonly Word[],
  matrix: Matrix,
  across: readonly number[],
): PageTable {
  const named = new Set(header.phrases.flatMap((phrase) => phrase.words));
  const body = words.filter((word) => word.baseline > header.box.y1 && !named.has(word));
  const above = words.filter((word) => word.baseline <= header.box.y1 && !named.has(word));
  const anchors = header.phrases.map((phrase) => ({ x0: phrase.box.x0, x1: phrase.box.x1 }));
  const next = findHeader(linesOf(body), matrix);
  const own = next === undefined ? body : body.filter((word) => word.baseline <= next.box.y0);
  const boundaries = boundariesBetween(anchors, own, matrix.isMarker);
  const span = unionOf([...header.phrases.map((phrase) => phrase.box), ...own.map((word) => word.box)]) ?? header.box;
  const layout: ColumnLayout = {
    fields: header.match.fields,
    boundaries,
    left: Math.min(span.x0, header.box.x0),
    right: span.x1,
    ruled: false,
    anchors,
  };
  const row = headerRow(
    page,
    header.phrases.map((phrase) => phrase.words),
    header.phrases.map((phrase) => phrase.text),
    header.match,
  );
  const strips = openStrips(page, own, layout, across);
  if (next === undefined) return { strips, headers: [row], outside: above, layout };
  const rest = readBelow(page, next, body.filter((word) => !own.includes(word)), matrix, across);
  return {
    strips: [...strips, ...rest.strips],
    headers: [row, ...rest.headers],
    outside: [...above, ...rest.outside],
    layout: rest.layout,
  };
}

/** A page without a header: the columns of the page before, moved where its text wants them. */
function readOn(
  page: number,
  words: readonly Word[],
  matrix: Matrix,
  before: ColumnLayout,
  across: readonly number[],
): PageTable {
  const boundaries = movedBoundaries(before.boundaries, words, matrix.isMarker);
  const layout = { ...before, boundaries, ruled: false };
  return { strips: openStrips(page, words, layout, across), headers: [], outside: [], layout };
}

function openStrips(page: number, words: readonly Word[], layout: ColumnLayout, across: readonly number[]): Strip[] {
  const span = unionOf(words.map((word) => word.box));
  if (span === undefined) return [];
  const inner = across.filter((y) => y > span.y0 && y < span.y1);
  const rows = [span.y0 - 1, ...inner, span.y1 + 1];
  return rows.slice(1).flatMap((bottom, i) => {
    const own = words.filter((word) => bandOf(word, rows) === i);
    if (own.length === 0) return [];
    const columns = splitColumns(own, layout.boundaries);
    return [
      {
        page,
        top: rows[i] ?? bottom,
        bottom,
        cells: cellParts(page, columns, layout),
        first: i === 0,
        ruled: inner.length > 0,
      },
    ];
  });
}

/** The index of the band that a word stands in; `rows` are the y between and around the bands. */
function bandOf(word: Word, rows: readonly number[]): number {
  const y = word.baseline - 0.3 * word.size;
  const below = rows.findIndex((row) => row > y);
  return Math.max(0, (below < 0 ? rows.length - 1 : below) - 1);
}

/** The words of each column, by the column in which a word's middle lies. */
function splitColumns(words: readonly Word[], boundaries: readonly number[]): Word[][] {
  const columns: Word[][] = Array.from({ length: boundaries.length + 1 }, () => []);
  for (const word of words) {
    const middle = (word.box.x0 + word.box.x1) / 2;
    columns[boundaries.filter((x) => x <= middle).length]?.push(word);
  }
  return columns;
}

function cellParts(page: number, columns: readonly (readonly Word[])[], layout: ColumnLayout): CellPart[] {
  const edges = [layout.left, ...layout.boundaries, layout.right];
  return columns.flatMap((words, i) => {
    const lines = linesOf(words);
    if (lines.length === 0) return [];
    return [
      {
        page,
        field: layout.fields[i] ?? UNKNOWN_FIELD,
        lines,
        left: edges[i] ?? layout.left,
        right: edges[i + 1] ?? layout.right,
      },
    ];
  });
}

/** The field of cells in a column that the profile does not have. */
export const UNKNOWN_FIELD = "";

function headerRow(
  page: number,
  columns: readonly (readonly Word[])[],
  texts: readonly string[],
  match: HeaderMatch,
): HeaderRow {
  const cells = columns.flatMap((words, i): HeaderCell[] => {
    const box = unionOf(words.map((word) => word.box));
    if (box === undefined) return [];
    return [{ text: texts[i] ?? "", field: match.fields[i], known: !match.unknown.includes(i), box }];
  });
  const box = unionOf(cells.map((cell) => cell.box)) ?? { x0: 0, y0: 0, x1: 0, y1: 0 };
  return { page, box, glyphs: columns.reduce((sum, words) => sum + glyphsIn(linesOf(words)), 0), cells };
}
