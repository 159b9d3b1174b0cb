/** The first stages, which are the same whatever is read: from an open PDF to its pages, and to the one table across all of them. */
import { tableFindings } from "./annex/findings.js";
import { type ToBbox, outputBoxes } from "./layout/bbox.js";
import { unpackWords } from "./layout/packedWords.js";
import { faultWithoutText, pageFindings } from "./layout/pageFindings.js";
import { type PageLayout, layOut } from "./layout/pageLayout.js";
import type { Source } from "./model/annex.js";
import type { Finding } from "./model/diagnostic.js";
import { AnnexError, type Fault, faultOfNothing } from "./model/errors.js";
import type { PdfFile } from "./pdf/open.js";
import type { PdfPage } from "./pdf/page.js";
import type { ColumnNames } from "./table/matrix/header.js";
import { type DocumentTable, documentTable } from "./table/pages/documentTable.js";
import { type KeptPage, PagesReader } from "./table/pages/pagesReader.js";
import { plainLines } from "./text/flow/plainLines.js";
import { looksLikeMarker } from "./text/words/markers.js";
import { vocabularyOf } from "./text/words/vocabulary.js";
import { type Dictionary, WordKnowledge } from "./text/words/wordKnowledge.js";

/** Options that every way of reading has. */
export interface ReadOptions {
  /** The file name to put into the result's `source`, without a folder. The default is an empty name. */
  readonly file?: string;
  /** Called after each page with the number of pages read so far, and the total. */
  readonly onPage?: (read: number, pages: number) => void;
}

/** Options of every way of reading that turns lines into running text. */
export interface TextOptions extends ReadOptions {
  /** The dictionary of the document's language, for words that line ends have cut. */
  readonly dictionary: Dictionary;
}

/** The pages of a document, and the one table across all of them that has the wanted columns. */
export interface TableReading {
  readonly pages: readonly KeptPage[];
  readonly table: DocumentTable;
  /** What is doubtful about the pages and the table. */
  readonly findings: readonly Finding[];
  readonly knowledge: WordKnowledge;
  readonly toBbox: ToBbox;
  readonly source: Source;
}

/**
 * Reads the table that has certain columns from an open PDF, and closes it.
 *
 * @param onDrawn Called with each page as drawn; its glyphs are not kept after that.
 * @throws AnnexError if no page has text, or none has a table with these columns.
 */
export async function readTable(
  pdf: PdfFile,
  options: TextOptions,
  columns: readonly ColumnNames[],
  onDrawn: (page: PdfPage) => void = () => undefined,
): Promise<TableReading> {
  try {
    const reader = new PagesReader({ columns, isMarker: looksLikeMarker });
    const findings = await layOutPages(pdf, options, (layout, drawn) => {
      onDrawn(drawn);
      reader.add(layout);
    });
    const read = reader.pages();
    const pages = read.map(({ page }) => page);
    const toBbox = outputBoxes(pages);
    const table = documentTable(read);
    if (table.headers.length === 0) {
      throw new AnnexError(faultOfNothing(findings, faultWithoutText(pages, pdf.pages) ?? faultWithoutTable(pages, columns)));
    }
    return {
      pages,
      table,
      findings: [...findings, ...pageFindings(pages, ({ words }) => unpackWords(words), toBbox), ...tableFindings(table, columns, toBbox)],
      knowledge: new WordKnowledge(vocabularyOf(plainLines(table.strips)), options.dictionary),
      toBbox,
      source: sourceOf(pdf, options),
    };
  } finally {
    await pdf.close();
  }
}

/**
 * Lays out the pages of a PDF one by one, so that only the glyphs and words of one page are in memory at a time.
 *
 * @param take Called with each page that could be read, laid out and as drawn.
 * @returns A finding for each page that could not be read, or not completely.
 */
export async function layOutPages(
  pdf: PdfFile,
  { onPage }: ReadOptions,
  take: (layout: PageLayout, drawn: PdfPage) => void,
  isWanted?: (page: number) => boolean,
): Promise<Finding[]> {
  const findings: Finding[] = pdf.isMended ? [{ code: "file-mended" }] : [];
  for await (const page of pdf.read(isWanted)) {
    const damage = "reason" in page ? page.reason : page.damage;
    if (damage !== undefined) findings.push({ code: "page-unreadable", reason: damage, page: page.number });
    if (!("reason" in page)) take(layOut(page), page);
    onPage?.(page.number, pdf.pages);
  }
  for (const reason of pdf.leftOut()) findings.push({ code: "page-unreadable", reason });
  return findings;
}

/** The source that a result names. */
export function sourceOf({ sha256, bytes, pages, producer }: PdfFile, { file = "" }: ReadOptions): Source {
  return { file, sha256, bytes, pages, producer };
}

/** Why pages with text give nothing. */
function faultWithoutTable(pages: readonly KeptPage[], columns: readonly ColumnNames[]): Fault {
  const unmapped = pages.reduce((sum, { counts }) => sum + counts.unmapped, 0);
  return { code: "no-table", missing: columnNames(columns), ...(unmapped === 0 ? {} : { unmapped }) };
}

function columnNames(columns: readonly ColumnNames[]): string[] {
  return columns.map((column) => column.headers[0] ?? column.field);
}
