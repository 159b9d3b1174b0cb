import { type ToBbox, outputBoxes } from "./layout/bbox.js";
import { linesOf, textOf } from "./layout/lines.js";
import { faultWithoutText, pageFindings } from "./layout/pageFindings.js";
import { describeFinding } from "./model/describe.js";
import { AnnexError, faultOfNothing } from "./model/errors.js";
import { TABLES_SCHEMA_ID, TABLES_SCHEMA_VERSION, type Table, type TablesDocument } from "./model/tables.js";
import type { PdfFile } from "./pdf/open.js";
import { type ReadOptions, layOutPages, sourceOf } from "./reading.js";
import { type PageWithTables, type PagedTable, joinedTables, separateTables } from "./table/grids/joinPages.js";
import { pageTables } from "./table/grids/pageTables.js";
import { joinLines } from "./text/words/join.js";
import { vocabularyOf } from "./text/words/vocabulary.js";
import { WordKnowledge } from "./text/words/wordKnowledge.js";

/** Options of `findTables`; all are optional. */
export interface TablesOptions extends ReadOptions {
  /** The password, if the PDF needs one to open. */
  readonly password?: string;
  /** The pages to look at. The default is all. */
  readonly pages?: readonly PageRange[];
  /** Whether tables that continue across pages are joined into one. The default is a separate table for each page. */
  readonly join?: boolean;
}

/** Pages from the first to the last, both included, counted from 1. */
export interface PageRange {
  readonly first: number;
  readonly last: number;
}

/**
 * Finds every table of an open PDF, and closes it: pages of glyphs and rulings, words, the tables on each page, the text of their cells.
 *
 * @throws AnnexError if the PDF gives no pages with text, or lacks one that was requested; its `fault` says why.
 */
export async function findTables(pdf: PdfFile, options: Omit<TablesOptions, "password">): Promise<TablesDocument> {
  try {
    // A range may reach past the end: all pages from its first on are meant.
    const absent = options.pages?.find(({ first }) => first > pdf.pages);
    if (absent !== undefined) throw new AnnexError({ code: "no-page", page: absent.first, pages: pdf.pages });
    const pages: PageWithTables[] = [];
    const findings = await layOutPages(pdf, options, (layout) => pages.push({ layout, ...pageTables(layout) }), wantedPages(options.pages));
    const layouts = pages.map(({ layout }) => layout);
    const toBbox = outputBoxes(layouts);
    const knowledge = new WordKnowledge(vocabularyOf(pages.flatMap(({ layout }) => linesOf(layout.words).map(textOf))), () => false);
    const tables = options.join === true ? joinedTables(pages) : separateTables(pages);
    // If chosen pages have no text, the diagnostics say which: other pages of the PDF may have some.
    const textless = tables.length === 0 && options.pages === undefined ? faultWithoutText(layouts, pdf.pages) : undefined;
    if (textless !== undefined) throw new AnnexError(faultOfNothing(findings, textless));
    return {
      $schema: TABLES_SCHEMA_ID,
      schemaVersion: TABLES_SCHEMA_VERSION,
      source: sourceOf(pdf, options),
      tables: tables.map((table) => tableOf(table, toBbox, knowledge)),
      diagnostics: [...findings, ...pageFindings(layouts, ({ words }) => words, toBbox)].map(describeFinding),
    };
  } finally {
    await pdf.close();
  }
}

function wantedPages(ranges: readonly PageRange[] | undefined): (page: number) => boolean {
  return (page) => ranges === undefined || ranges.some(({ first, last }) => page >= first && page <= last);
}

function tableOf(table: PagedTable, toBbox: ToBbox, knowledge: WordKnowledge): Table {
  const [page = 1] = table.pages;
  return {
    page,
    pages: [...table.pages],
    bbox: toBbox(page, table.box),
    rows: table.rows,
    columns: table.columns,
    headerRows: table.headerRows,
    cells: table.cells.map((cell) => ({
      row: cell.row,
      col: cell.col,
      rowspan: cell.rowspan,
      colspan: cell.colspan,
      text: joinLines(cell.lines.map(textOf), knowledge).text,
      page: cell.page,
      bbox: toBbox(cell.page, cell.box),
    })),
  };
}
