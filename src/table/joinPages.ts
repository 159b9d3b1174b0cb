import type { Box } from "../geometry/box.js";
import { contains } from "../geometry/box.js";
import { linesOf, textOf } from "../layout/lines.js";
import type { PageLayout } from "../layout/pageLayout.js";
import type { Word } from "../layout/word.js";
import { isDatum } from "./figures.js";
import { furnitureOf } from "./furniture.js";
import type { GridCell, GridTable } from "./grid.js";
import { headerRowsOf, textIn } from "./headerRows.js";

/** A cell and the page that it starts on. */
export interface PagedCell extends GridCell {
  readonly page: number;
}

/** A table over one page or more. */
export interface PagedTable extends GridTable {
  readonly cells: readonly PagedCell[];
  readonly headerRows: number;
  /** The pages that it runs over; `box` is its place on the first. */
  readonly pages: readonly number[];
}

/** What a page shows: its layout and its tables, from top to bottom. */
export interface PageWithTables {
  readonly layout: PageLayout;
  readonly tables: readonly GridTable[];
}

/** Sides and columns of a table differ by no more than this share of its width from page to page. */
const SAME_PLACE = 0.05;

/** What says that a table goes on. */
const CONTINUED = /\b(?:continued|cont['’.]?d?\.?|suite|fortsetzung)\b/iu;

/** Each table as its page shows it. */
export function separateTables(pages: readonly PageWithTables[]): PagedTable[] {
  return pages.flatMap(({ layout, tables }) => tables.map((table) => paged(table, layout.number)));
}

/**
 * Tables that go on over pages put together: the last of a page and the first of the next, where nothing but page numbers and running
 * headers stands between and the columns are the same. The repeated header is dropped, and a row that the break cut is healed.
 */
export function joinedTables(pages: readonly PageWithTables[]): PagedTable[] {
  const furniture = furnitureOf(
    pages.map(({ layout }) => layout),
    () => false,
  );
  const joined: PagedTable[] = [];
  let open: { readonly table: GridTable; readonly page: number } | undefined;
  pages.forEach(({ layout, tables }, i) => {
    const dropped = furniture[i] ?? new Set<Word>();
    const words = layout.words.filter((word) => !dropped.has(word) && !tables.some((table) => isInside(word, table.box)));
    tables.forEach((table, k) => {
      const last = joined.at(-1);
      const follows = k === 0 && open?.page === layout.number - 1 && isFirst(table, words);
      if (last !== undefined && open !== undefined && follows && goesOn(open.table, last.headerRows, table)) {
        joined[joined.length - 1] = append(last, paged(table, layout.number));
      } else joined.push(paged(table, layout.number));
    });
    const bottom = tables.at(-1);
    open = bottom !== undefined && !words.some((word) => word.baseline > bottom.box.y1) ? { table: bottom, page: layout.number } : undefined;
  });
  return joined;
}

function paged(table: GridTable, page: number): PagedTable {
  return { ...table, headerRows: headerRowsOf(table), pages: [page], cells: table.cells.map((cell) => ({ ...cell, page })) };
}

function isInside(word: Word, box: Box): boolean {
  return contains(box, (word.box.x0 + word.box.x1) / 2, word.baseline - 0.3 * word.size);
}

/** Whether nothing stands above a table on its page but words that it goes on. */
function isFirst(table: GridTable, words: readonly Word[]): boolean {
  const above = linesOf(words.filter((word) => word.baseline < table.box.y0 + 1));
  return above.length === 0 || above.some((line) => CONTINUED.test(textOf(line)));
}

/** Whether a table has the columns of one before it, and its header or none. */
function goesOn(before: GridTable, headerRows: number, table: GridTable): boolean {
  if (before.columns !== table.columns) return false;
  const width = before.box.x1 - before.box.x0;
  const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= SAME_PLACE * width;
  if (!isNear(before.box.x0, table.box.x0) || !isNear(before.box.x1, table.box.x1)) return false;
  return repeatsHeader(before, headerRows, table) || headerRowsOf(table) === 0 || table.rows < 2 || !hasNumbers(table);
}

function hasNumbers(table: GridTable): boolean {
  return table.cells.some((cell) => cell.col > 0 && isDatum(textIn(cell)));
}

function repeatsHeader(before: GridTable, headerRows: number, table: GridTable): boolean {
  return headerRows > 0 && headerRows < table.rows && headerText(before, headerRows) === headerText(table, headerRows);
}

/** The header's texts and places, as one text to compare. */
function headerText(table: GridTable, rows: number): string {
  const header = table.cells.filter((cell) => cell.row < rows);
  return JSON.stringify(header.map((cell) => [cell.row, cell.col, cell.colspan, textIn(cell)]));
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

/** Whether the first row on a page is the rest of the row before: it has no label and no numbers, and goes on in cells that had text. */
function isCut(first: PagedTable, body: readonly PagedCell[]): boolean {
  const row = body.filter((cell) => cell.row === 0 && cell.lines.length > 0);
  const last = first.cells.filter((cell) => cell.row + cell.rowspan === first.rows && cell.lines.length > 0);
  if (row.length === 0 || row.some((cell) => isDatum(textIn(cell)) || cell.rowspan > 1)) return false;
  const goesOnFrom = (cell: PagedCell): boolean => last.some((own) => own.col === cell.col && own.colspan === cell.colspan);
  const isUnlabelled = row.every((cell) => cell.col > 0);
  const isMidSentence = row.some((cell) => /^\p{Ll}/u.test(textIn(cell)));
  return row.every(goesOnFrom) && (isUnlabelled || isMidSentence);
}
