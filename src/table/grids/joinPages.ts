import { linesOf, textOf, textOfLines } from "../../layout/lines.js";
import type { PageLayout } from "../../layout/pageLayout.js";
import type { Word } from "../../layout/word.js";
import { isDatum } from "../evidence/numericText.js";
import { furnitureOf } from "../evidence/furniture.js";
import { isWordIn } from "../evidence/containment.js";
import type { GridCell, GridTable } from "./grid.js";
import { headerRowsOf } from "./headerRows.js";
import type { PageTables } from "./pageTables.js";

/** A cell and the page that it starts on. */
export interface PagedCell extends GridCell {
  readonly page: number;
}

/** A table on one or more pages. */
export interface PagedTable extends GridTable {
  readonly cells: readonly PagedCell[];
  readonly headerRows: number;
  /** The pages that it runs over; `box` is its place on the first. */
  readonly pages: readonly number[];
}

/** What a page shows: its layout and its tables. */
export interface PageWithTables extends PageTables {
  readonly layout: PageLayout;
}

/** Sides and columns of a table differ by no more than this share of its width from page to page. */
const SAME_PLACE = 0.05;

/** Words that say that a table continues. */
const CONTINUED = /\b(?:continued|cont['’.]?d?\.?|suite|fortsetzung)\b/iu;

/** Each table as its page shows it. */
export function separateTables(pages: readonly PageWithTables[]): PagedTable[] {
  return inOrder(pages).map(({ table }) => table);
}

/**
 * Joins tables that continue across pages: the last of a page and the first of the next, if only page numbers and running headers are
 * between them and the columns are the same. The repeated header is dropped, and a row cut by the break is rejoined.
 */
export function joinedTables(pages: readonly PageWithTables[]): PagedTable[] {
  const joined: PagedTable[] = [];
  for (const { table, goesOn: isRest } of inOrder(pages)) {
    const last = joined.at(-1);
    if (last !== undefined && isRest) joined[joined.length - 1] = append(last, table);
    else joined.push(table);
  }
  return joined;
}

/** The tables of all pages, each with whether it continues the one before it. Single rows are tables if they do. */
function inOrder(pages: readonly PageWithTables[]): { table: PagedTable; goesOn: boolean }[] {
  const furniture = furnitureOf(
    pages.map(({ layout }) => layout),
    () => false,
  );
  const found: { table: PagedTable; goesOn: boolean }[] = [];
  // The last table on the page before, with its header.
  let open: { readonly table: PagedTable; readonly headerRows: number } | undefined;
  pages.forEach(({ layout, tables, rows }, i) => {
    const before = open?.table.pages[0] === layout.number - 1 ? open : undefined;
    const dropped = furniture[i] ?? new Set<number>();
    const outside = (grids: readonly GridTable[]): Word[] =>
      layout.words.filter((word, place) => !dropped.has(place) && !grids.some((grid) => isWordIn(word, grid.box)));
    const [row] = rows.filter((grid) => before !== undefined && isFirst(grid, outside([grid])) && hasColumnsOf(before.table, grid));
    const own = row === undefined ? tables : [row, ...tables];
    const words = outside(own);
    own.forEach((grid, k) => {
      const table = paged(grid, layout.number);
      const isRest = k === 0 && before !== undefined && isFirst(grid, words) && goesOn(before.table, before.headerRows, grid);
      found.push({ table, goesOn: isRest });
      open = { table, headerRows: isRest ? before.headerRows : table.headerRows };
    });
    const bottom = own.at(-1);
    if (bottom === undefined || words.some((word) => word.baseline > bottom.box.y1)) open = undefined;
  });
  return found;
}

/** Whether a row has the columns of the table before it, side by side. */
function hasColumnsOf(table: GridTable, row: GridTable): boolean {
  const starts = (grid: GridTable): number[] =>
    Array.from({ length: grid.columns }, (_, col) => Math.min(...grid.cells.filter((cell) => cell.col === col).map((cell) => cell.box.x0)));
  const own = starts(row);
  return table.columns === row.columns && starts(table).every((start, col) => Math.abs(start - (own[col] ?? Infinity)) <= SAME_COLUMN);
}

/** Columns of one table start at the same x on every page, within this many points. */
const SAME_COLUMN = 4;

function paged(table: GridTable, page: number): PagedTable {
  return { ...table, headerRows: headerRowsOf(table), pages: [page], cells: table.cells.map((cell) => ({ ...cell, page })) };
}

/** Whether nothing is above a table on its page, except words that say that it continues. */
function isFirst(table: GridTable, words: readonly Word[]): boolean {
  const above = linesOf(words.filter((word) => word.baseline < table.box.y0 + 1));
  return above.length === 0 || above.some((line) => CONTINUED.test(textOf(line)));
}

/** Whether a table has the columns of one before it, and either its header or none. */
function goesOn(before: GridTable, headerRows: number, table: GridTable): boolean {
  if (before.columns !== table.columns) return false;
  const width = before.box.x1 - before.box.x0;
  const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= SAME_PLACE * width;
  if (!isNear(before.box.x0, table.box.x0) || !isNear(before.box.x1, table.box.x1)) return false;
  return repeatsHeader(before, headerRows, table) || headerRowsOf(table) === 0 || table.rows < 2 || !hasNumbers(table);
}

function hasNumbers(table: GridTable): boolean {
  return table.cells.some((cell) => cell.col > 0 && isDatum(textOfLines(cell.lines)));
}

/** Whether a table starts with the header of one before it: over the same columns, with mostly the same names. Editors reword some. */
function repeatsHeader(before: GridTable, headerRows: number, table: GridTable): boolean {
  if (headerRows === 0 || headerRows >= table.rows) return false;
  const names = headerCells(before, headerRows);
  const own = headerCells(table, headerRows);
  const same = names.filter((name) => own.some((other) => isSameCell(name, other) && lettersIn(other) === lettersIn(name)));
  return (
    names.length === own.length && names.every((name) => own.some((other) => isSameCell(name, other))) && same.length >= 0.5 * names.length
  );
}

function headerCells(table: GridTable, rows: number): GridCell[] {
  return table.cells.filter((cell) => cell.row < rows && cell.lines.length > 0);
}

function isSameCell(a: GridCell, b: GridCell): boolean {
  return a.row === b.row && a.col === b.col && a.colspan === b.colspan;
}

function lettersIn(cell: GridCell): string {
  return textOfLines(cell.lines)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

function append(first: PagedTable, next: PagedTable): PagedTable {
  const dropped = repeatsHeader(first, first.headerRows, next) ? first.headerRows : 0;
  const body = next.cells.filter((cell) => cell.row >= dropped).map((cell) => ({ ...cell, row: cell.row - dropped }));
  const overlap = isCut(first, body) ? 1 : 0;
  const start = first.rows - overlap;
  const cut = body.filter((cell) => overlap > 0 && cell.row === 0);
  const healed = first.cells.map((cell) => {
    const rest = cell.row + cell.rowspan === first.rows ? cut.find((own) => own.col === cell.col) : undefined;
    return rest === undefined ? cell : { ...cell, lines: [...cell.lines, ...rest.lines] };
  });
  const rest = body.filter((cell) => cell.row >= overlap).map((cell) => ({ ...cell, row: cell.row + start }));
  return {
    ...first,
    rows: start + next.rows - dropped,
    cells: [...healed, ...rest],
    pages: [...first.pages, ...next.pages],
  };
}

/**
 * Whether the first row on a page is the rest of the row before: it has no label of its own and no numbers, and continues in cells that had
 * text.
 */
function isCut(first: PagedTable, body: readonly PagedCell[]): boolean {
  const row = body.filter((cell) => cell.row === 0 && cell.lines.length > 0);
  const last = first.cells.filter((cell) => cell.row + cell.rowspan === first.rows && cell.lines.length > 0);
  if (row.length === 0 || row.some((cell) => isDatum(textOfLines(cell.lines)) || cell.rowspan > 1)) return false;
  const label = row.find((cell) => cell.col === 0);
  const goesOnFrom = (cell: PagedCell): boolean => last.some((own) => own.col === cell.col && own.colspan === cell.colspan);
  const isMidSentence = row.some((cell) => /^\p{Ll}/u.test(textOfLines(cell.lines)));
  // If all other columns have text that starts with capitals, it is a row whose label was forgotten.
  const isFresh = row.length >= first.columns - 1 && !isMidSentence;
  return row.every(goesOnFrom) && (label === undefined ? !isFresh : /^\p{Ll}/u.test(textOfLines(label.lines)));
}
