import { unionOf } from "../../geometry/box.js";
import { type Line, linesOf, textOfLines } from "../../layout/lines.js";
import type { Edge } from "../../layout/edges.js";
import type { PageLayout } from "../../layout/pageLayout.js";
import type { Word } from "../../layout/word.js";
import { type IsMarker, type KnownBoundary, boundariesBetween, movedBoundaries, standAlike } from "../evidence/gutters.js";
import { phrasesOf } from "../evidence/phrases.js";
import { splitBands, splitColumns } from "../evidence/splitWords.js";
import { cellParts, headerRow } from "./cells.js";
import { columnNumbers, numbersRow } from "./columnNumbers.js";
import type { ColumnLayout, Matrix, PageTable } from "./matrix.js";
import { notesBelow } from "./notes.js";
import { type OpenHeader, findHeader } from "./openHeader.js";
import { openRow } from "./overColumns.js";
import { headingAbove } from "./spanningHeadings.js";
import type { HeaderRow, Strip } from "./strip.js";

/** A page, or a part of one, whose columns no lines show. */
interface OpenPage {
  readonly number: number;
  /** The y of what divides rows over its whole width: its row lines, and the sides of its coloured grounds. */
  readonly across: { readonly drawn: readonly number[]; readonly grounds: readonly number[] };
  /** The matrix to look for. */
  readonly matrix: Matrix;
}

/**
 * The sides of grounds that extend under all text above or below, as far as the next side. If a row continues at the top of a page, some
 * engines colour only the cells that have text.
 */
function groundsAcross(sides: readonly Edge[], words: readonly Word[]): number[] {
  return sides.flatMap(({ at, from, to }, i) => {
    const [before, next] = [sides[i - 1]?.at ?? -Infinity, sides[i + 1]?.at ?? Infinity];
    const above = words.filter(({ baseline }) => baseline > before && baseline <= at);
    const below = words.filter(({ baseline }) => baseline > at && baseline <= next);
    return [above, below].some((own) => own.length > 0 && own.every(({ box }) => box.x0 >= from && box.x1 <= to)) ? [at] : [];
  });
}

/** The table of a page without column lines: below its header words, or where the page before had it. */
export function openTable(page: PageLayout, words: readonly Word[], matrix: Matrix, before: ColumnLayout | undefined): PageTable {
  const span = unionOf(words.map((word) => word.box));
  const lines = linesOf(words);
  const header = findHeader(lines, matrix.columns);
  if (span === undefined || (header === undefined && before === undefined)) {
    return { strips: [], headers: [], outside: words, layout: before };
  }
  const runsAcross = ({ axis, from, to }: Edge): boolean => axis === "horizontal" && to - from >= 0.8 * (span.x1 - span.x0);
  const across = { drawn: page.edges.filter(runsAcross).map(({ at }) => at), grounds: groundsAcross(page.grounds, words) };
  const anchors = header === undefined ? (before?.anchors ?? []) : header.phrases.map(({ box }) => box);
  const notes = new Set(
    notesBelow(
      words.filter((word) => header === undefined || word.baseline > header.box.y1),
      anchors,
    ),
  );
  const own = words.filter((word) => !notes.has(word));
  const table = openRows({ number: page.number, across, matrix }, header, own, before);
  return { ...table, outside: [...table.outside, ...notes] };
}

function openRows(page: OpenPage, header: OpenHeader | undefined, words: readonly Word[], before: ColumnLayout | undefined): PageTable {
  if (header !== undefined) return before === undefined ? readBelow(page, header, words) : readAround(page, header, words, before);
  return before === undefined ? { strips: [], headers: [], outside: words, layout: before } : readOn(page, words, before);
}

/** What is known of the columns from above a header: their heading above the previous header, at least. */
type ColumnsBefore = Pick<ColumnLayout, "heading"> & Partial<ColumnLayout>;

/** The table below a header; `before` is undefined if there was no header before it. */
export function readBelow(page: OpenPage, header: OpenHeader, words: readonly Word[], before?: ColumnsBefore): PageTable {
  const { number, matrix } = page;
  const named = new Set(header.phrases.flatMap((phrase) => phrase.words));
  const unnamed = words.filter((word) => !named.has(word));
  const above = unnamed.filter((word) => word.baseline <= header.box.y1);
  const below = unnamed.filter((word) => word.baseline > header.box.y1);
  const heading = new Set(headingAbove(linesOf(above), header.box.y0, before?.heading));
  const repeated = textOfLines(linesOf([...heading])) || (before?.heading ?? "");
  const numbers = columnNumbers(below, header.match.fields.length);
  const body = below.filter((word) => !numbers.includes(word));
  const next = findHeader(linesOf(body), matrix.columns);
  const own = next === undefined ? body : rowsAbove(body, next, repeated);
  const layout = { ...columnsBelow(header, own, matrix.isMarker, before), heading: repeated };
  const headers = [openHeaderRow(number, header, [...heading]), ...(numbers.length === 0 ? [] : [numbersRow(number, numbers)])];
  const { strips, outside: sentences } = openStrips(page, own, layout);
  const outside = [...above.filter((word) => !heading.has(word)), ...sentences];
  if (next === undefined) return { strips, headers, outside, layout };
  const others = body.filter((word) => !own.includes(word));
  const rest = readBelow(page, next, others, { heading: repeated });
  return {
    strips: [...strips, ...rest.strips],
    headers: [...headers, ...rest.headers],
    outside: [...outside, ...rest.outside],
    layout: rest.layout,
  };
}

/** The columns that a header and the words below it show. */
function columnsBelow(
  header: OpenHeader,
  words: readonly Word[],
  isMarker: IsMarker,
  before: ColumnsBefore | undefined,
): Omit<ColumnLayout, "heading"> {
  const anchors = header.phrases.map((phrase) => ({ x0: phrase.box.x0, x1: phrase.box.x1 }));
  const known = standAlike(anchors, before?.anchors ?? []) ? knownBoundaries(before) : [];
  const boundaries = boundariesBetween(anchors, words, isMarker, known);
  const span = unionOf([...header.phrases.map((phrase) => phrase.box), ...words.map((word) => word.box)]) ?? header.box;
  return {
    fields: header.match.fields,
    boundaries,
    left: Math.min(span.x0, header.box.x0),
    right: span.x1,
    ruled: false,
    anchors,
    shown: shownBoundaries(words, boundaries, isMarker).map((isShown, i) => isShown || isKept(known[i], boundaries[i])),
  };
}

function openHeaderRow(page: number, { phrases, match }: OpenHeader, heading: readonly Word[]): HeaderRow {
  return headerRow(page, { columns: phrases.map(({ words }) => words), texts: phrases.map(({ text }) => text), match }, heading);
}

/** The words above a header, without headings of its columns. */
function rowsAbove(words: readonly Word[], header: OpenHeader, known: string): Word[] {
  const above = words.filter((word) => word.baseline <= header.box.y0);
  const heading = new Set(headingAbove(linesOf(above), header.box.y0, known));
  return above.filter((word) => !heading.has(word));
}

/** A page with a header further down: the rows of the page before may continue above it. */
function readAround(page: OpenPage, header: OpenHeader, words: readonly Word[], before: ColumnLayout): PageTable {
  const named = new Set(header.phrases.flatMap((phrase) => phrase.words));
  const above = linesOf(
    rowsAbove(
      words.filter((word) => !named.has(word)),
      header,
      before.heading,
    ),
  );
  // A line of text that runs over the gap between two columns is a heading of the page.
  const isRow = (line: Line): boolean =>
    !phrasesOf(line).some(({ box }) => before.boundaries.some((x) => box.x0 < x - HEADING_OVERHANG && box.x1 > x + HEADING_OVERHANG));
  const rows = new Set(above.filter(isRow).flatMap((line) => line.words));
  if (rows.size === 0) return readBelow(page, header, words, before);
  const onward = readOn(page, [...rows], before);
  const others = words.filter((word) => !rows.has(word));
  const below = readBelow(page, header, others, before);
  return { ...below, strips: [...onward.strips, ...below.strips] };
}

/** How far the text of a column may extend over its boundary, in points, if the page has other boundaries. */
const HEADING_OVERHANG = 12;

/** Where the boundaries of the page before are, and which of them are shown by text. */
function knownBoundaries({ boundaries = [], shown = [] }: Partial<ColumnLayout> = {}): KnownBoundary[] {
  return boundaries.map((at, i) => ({ at, isShown: shown[i] === true }));
}

/** Whether a boundary is still where an earlier page showed it. */
function isKept(known: KnownBoundary | undefined, at: number | undefined): boolean {
  return known?.isShown === true && known.at === at;
}

/** Which boundaries have text in the columns on both sides. */
function shownBoundaries(words: readonly Word[], boundaries: readonly number[], isMarker: IsMarker): boolean[] {
  const columns = splitColumns(words, boundaries, isMarker);
  return boundaries.map((_, i) => (columns[i]?.length ?? 0) > 0 && (columns[i + 1]?.length ?? 0) > 0);
}

/**
 * A page without a header: the columns of the page before, moved to fit its text, or below the names of that page's header if no text has
 * shown them.
 */
function readOn(page: OpenPage, words: readonly Word[], before: ColumnLayout): PageTable {
  const { isMarker } = page.matrix;
  const numbers = columnNumbers(words, before.fields.length);
  const own = words.filter((word) => !numbers.includes(word));
  const moved = movedBoundaries(before.boundaries, own, isMarker);
  const found = before.shown.includes(false) ? boundariesBetween(before.anchors, own, isMarker, knownBoundaries(before)) : [];
  const boundaries = moved.map((at, i) => (before.shown[i] === true ? at : (found[i] ?? at)));
  const shown = shownBoundaries(own, boundaries, isMarker).map((isShown, i) => isShown || before.shown[i] === true);
  const layout = { ...before, boundaries, ruled: false, shown };
  const headers = numbers.length === 0 ? [] : [numbersRow(page.number, numbers)];
  return { ...openStrips(page, own, layout), headers, layout };
}

function openStrips(
  { number: page, across, matrix }: OpenPage,
  words: readonly Word[],
  layout: ColumnLayout,
): Pick<PageTable, "strips" | "outside"> {
  const span = unionOf(words.map((word) => word.box));
  if (span === undefined) return { strips: [], outside: [] };
  const within = (ys: readonly number[]): number[] => ys.filter((y) => y > span.y0 && y < span.y1);
  const drawn = within(across.drawn);
  const inner = [...drawn, ...within(across.grounds)].sort((a, b) => a - b);
  const lines = { above: across.drawn.findLast((y) => y <= span.y0), below: across.drawn.find((y) => y >= span.y1) };
  const rows = [lines.above ?? span.y0 - 1, ...inner, lines.below ?? span.y1 + 1];
  const bands = splitBands(words, rows);
  // The rule below the header may run above all words.
  const firstBand = bands.findIndex((band) => band.length > 0);
  const lastBand = bands.findLastIndex((band) => band.length > 0);
  const outside: Word[] = [];
  const strips = rows.slice(1).flatMap((bottom, i): Strip[] => {
    const own = bands[i] ?? [];
    if (own.length === 0) return [];
    const row = openRow(own, layout.boundaries, matrix.isMarker);
    outside.push(...row.outside);
    return [
      {
        page,
        top: rows[i] ?? bottom,
        bottom,
        cells: cellParts(page, row.columns, layout),
        first: i === firstBand,
        ruled: drawn.length > 0,
        broken: drawn.length > 0 && i === lastBand && lines.below === undefined,
        closed: (i > firstBand || lines.above !== undefined) && (i < lastBand || lines.below !== undefined),
      },
    ];
  });
  return { strips, outside };
}
