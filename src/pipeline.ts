import { asemProfile } from "./annex/builtinProfile.js";
import type { ColumnCell } from "./annex/columnItems.js";
import { ColumnStyles } from "./annex/columnStyles.js";
import { headingFindings, homelessFindings, placeholderFindings } from "./annex/findings.js";
import { type ReadRow, gapFindings } from "./annex/gaps.js";
import { readHeading, titleBlock } from "./annex/heading.js";
import { itemsOfRow, readItemColumns } from "./annex/itemColumns.js";
import { labelStart } from "./annex/keys.js";
import { meetingRows } from "./annex/meetingRows.js";
import type { Profile } from "./annex/profile.js";
import { pagesOf } from "./annex/rowCells.js";
import { type RowHead, readRowHeads } from "./annex/rowHeads.js";
import type { AnnexDocument, Meeting } from "./model/annex.js";
import { describeFinding } from "./model/describe.js";
import { topItems } from "./model/items.js";
import type { Ledger, SharedLedger } from "./model/ledger.js";
import { SCHEMA_ID, SCHEMA_VERSION } from "./model/version.js";
import type { PdfFile } from "./pdf/open.js";
import type { PdfPage } from "./pdf/page.js";
import { type ReadOptions, type TextOptions, readTable } from "./reading.js";
import type { ColumnNames } from "./table/matrix/header.js";
import type { DocumentTable } from "./table/pages/documentTable.js";
import { sharedLedger } from "./table/pages/ledger.js";
import type { KeptPage } from "./table/pages/pagesReader.js";
import type { TableRow } from "./table/pages/rows.js";

/** Options of `extractAnnex`; all are optional. */
export interface ExtractOptions extends ReadOptions {
  /** The password, if the PDF needs one to open. */
  readonly password?: string;
  /** The matrix to look for. The default is the annex of the ASEM culture ministers. */
  readonly profile?: Profile;
}

/** Options for a PDF that is open already. */
export type StageOptions = Omit<ExtractOptions, "password"> & TextOptions;

/** A document, and the account of where its glyphs went. */
export interface Extraction {
  readonly document: AnnexDocument;
  readonly ledger: Ledger;
}

/** An extraction with the results of its stages. */
export interface StagedExtraction extends Extraction {
  readonly layouts: readonly KeptPage[];
  readonly table: DocumentTable;
  readonly rows: readonly TableRow[];
}

/**
 * Reads the annex from an open PDF, and closes it.
 *
 * @throws AnnexError if the PDF gives no document; its `fault` says why.
 */
export async function extractAnnex(pdf: PdfFile, options: StageOptions): Promise<Extraction> {
  const { document, ledger } = await extractStages(pdf, options, () => undefined);
  return { document, ledger };
}

/**
 * Reads the annex from an open PDF, closes it, and keeps what each stage made. `readTable` turns pages of glyphs and rulings into words,
 * lines and one table over all pages; the rest turns its rows into the document.
 *
 * @param onDrawn Called with each page as drawn; its glyphs are not kept after that.
 * @throws AnnexError if the PDF gives no document; its `fault` says why.
 */
export async function extractStages(pdf: PdfFile, options: StageOptions, onDrawn: (page: PdfPage) => void): Promise<StagedExtraction> {
  const profile = options.profile ?? asemProfile;
  const { pages, findings, table: found, knowledge, toBbox, source } = await readTable(pdf, options, columnsOf(profile), onDrawn);
  const { block, below } = titleBlock(found.heading);
  const table: DocumentTable = { ...found, heading: block, homeless: [...below, ...found.homeless] };
  const heading = readHeading(block, knowledge);
  const rows = meetingRows(table.strips, profile);
  const styles = new ColumnStyles(rows);
  const heads = readRowHeads(rows, styles, profile, knowledge, toBbox);
  const columns = readItemColumns(rows, heads, styles, profile, knowledge, toBbox);
  const cells = [...columns.values()].flat();
  const meetings = rows.flatMap((row, i): Meeting[] => {
    const head = heads[i];
    return head === undefined ? [] : [{ ...head.fields, pages: pagesOf(row), ...itemsOfRow(columns, i) }];
  });
  const document: AnnexDocument = {
    $schema: SCHEMA_ID,
    schemaVersion: SCHEMA_VERSION,
    document: heading,
    source,
    meetings,
    diagnostics: [
      ...findings,
      ...homelessFindings(below, toBbox),
      ...headingFindings(heading),
      ...placeholderFindings(block, toBbox),
      ...heads.flatMap((head) => head.findings),
      ...cells.flatMap((cell) => cell.findings),
      ...gapFindings(meetings.map(rowOfMeeting), findings),
    ].map(describeFinding),
  };
  return { document, ledger: ledgerOf(sharedLedger(pages, table), heads, cells), layouts: pages, table, rows };
}

/** The columns of a matrix of meetings, and what identifies their rows. */
function columnsOf({ columns, label }: Profile): ColumnNames[] {
  const starts = labelStart(new RegExp(label, "iu"));
  return columns.map(({ field, headers, holds }) => (holds === "meeting" ? { field, headers, starts } : { field, headers }));
}

function rowOfMeeting(meeting: Meeting): ReadRow {
  return { pages: meeting.pages, meeting: meeting.number ?? undefined, items: topItems(meeting) };
}

/** The keys are in the order in which `--stats` shows them. */
function ledgerOf(
  { glyphs, headers, heading, furniture, ...unread }: SharedLedger,
  heads: readonly RowHead[],
  cells: readonly ColumnCell[],
): Ledger {
  const items = cells.reduce((sum, cell) => sum + cell.itemGlyphs, 0);
  const meetings = heads.reduce((sum, head) => sum + head.glyphs, 0);
  const emptyMarkers = cells.reduce((sum, cell) => sum + cell.emptyMarkerGlyphs, 0);
  return { glyphs, items, meetings, headers, heading, furniture, emptyMarkers, ...unread };
}
