import { type ReadRow, gapFindings } from "./annex/gaps.js";
import type { RecordsProfile } from "./annex/profile.js";
import { readRecords } from "./annex/readRecords.js";
import { describeFinding } from "./model/describe.js";
import type { RecordsLedger } from "./model/ledger.js";
import { RECORDS_SCHEMA_ID, RECORDS_SCHEMA_VERSION, type MatrixRecord, type RecordsDocument } from "./model/records.js";
import type { PdfFile } from "./pdf/open.js";
import type { ExtractOptions } from "./pipeline.js";
import { type TextOptions, readTable } from "./reading.js";
import { sharedLedger } from "./table/pages/ledger.js";

/** Options of `extractRecords`; all except the profile are optional. */
export interface RecordsOptions extends Omit<ExtractOptions, "profile"> {
  /** The matrix to look for. */
  readonly profile: RecordsProfile;
}

/** A document of records, and the account of where its glyphs went. */
export interface RecordsExtraction {
  readonly document: RecordsDocument;
  readonly ledger: RecordsLedger;
}

/**
 * Reads a matrix as records from an open PDF, and closes it. The stages are those of the annex, up to its rows.
 *
 * @throws AnnexError if the PDF gives no document; its `fault` says why.
 */
export async function extractRecords(
  pdf: PdfFile,
  { profile, ...options }: Omit<RecordsOptions, "password"> & TextOptions,
): Promise<RecordsExtraction> {
  const { pages, table, findings, knowledge, toBbox, source } = await readTable(pdf, options, profile.columns);
  const reading = readRecords(table, profile, knowledge, toBbox);
  const document: RecordsDocument = {
    $schema: RECORDS_SCHEMA_ID,
    schemaVersion: RECORDS_SCHEMA_VERSION,
    profile: profile.name,
    source,
    title: reading.title,
    columns: profile.columns.map(({ field, headers: [header = null], holds }) => ({ field, header, holds })),
    records: [...reading.records],
    diagnostics: [...findings, ...reading.findings, ...gapFindings(reading.records.map(rowOfRecord), findings)].map(describeFinding),
  };
  const { glyphs, headers, heading, furniture, ...unread } = sharedLedger(pages, table);
  const { items, cells, emptyMarkers } = reading.glyphs;
  return { document, ledger: { glyphs, items, cells, headers, heading, furniture, emptyMarkers, ...unread } };
}

function rowOfRecord({ pages, cells }: MatrixRecord): ReadRow {
  return { pages, meeting: undefined, items: Object.values(cells).flatMap((cell) => ("items" in cell ? cell.items : [])) };
}
