/**
 * The library: bytes of a PDF in, typed data out. Nothing here writes a file, reads one that is not the package's own, prints, or ends the
 * process.
 *
 * PDFs are parsed on the calling thread, which nothing can interrupt: for files of unknown origin, call it in a worker thread
 * that may be ended, as the command `annex` does.
 */
import type { Extraction, ExtractOptions } from "./pipeline.js";
import { openPdf } from "./pdf/open.js";
import { extractAnnex as extractFrom } from "./pipeline.js";
import type { RecordsExtraction, RecordsOptions } from "./records.js";
import { extractRecords as recordsFrom } from "./records.js";
import type { TablesDocument } from "./model/tables.js";
import type { TablesOptions } from "./tables.js";
import { findTables as findIn } from "./tables.js";

/**
 * Reads the meetings and their decisions out of an annex.
 *
 * The document is what `annex extract` prints: pages are counted from 1, boxes are [x0, y0, x1, y1] in points from the top left
 * corner of the page as shown, dates are ISO 8601. What was doubtful stands in `document.diagnostics`, in the order in which it was
 * met; the ledger says where every glyph went. Of a damaged page that could be read in part, the command tells more than this: what pdf.js
 * passes over it says on the console, which is yours.
 *
 * @param bytes The PDF; a Node `Buffer` is fine. The bytes are copied and left as they are.
 * @throws {@link AnnexError} where the bytes give no document; its `fault` says why: `not-a-pdf`, `damaged`, `password-needed`,
 * `password-wrong`, `no-text` (a scan), `blank` or `no-table` (no table with the profile's columns).
 */
export async function extractAnnex(bytes: Uint8Array, options: ExtractOptions = {}): Promise<Extraction> {
  return extractFrom(await openPdf(Uint8Array.from(bytes), options.password), options);
}

/**
 * Finds every table of any PDF, ruled or not.
 *
 * Rows and columns are counted from 0, pages from 1; boxes are [x0, y0, x1, y1] in points from the top left corner of the page as
 * shown. A PDF without tables gives a document without tables.
 *
 * @param bytes The PDF; a Node `Buffer` is fine. The bytes are copied and left as they are.
 * @throws {@link AnnexError} where the bytes give no pages with text: `not-a-pdf`, `damaged`, `password-needed`, `password-wrong`,
 * `no-text` (a scan), `blank`, or `no-page` (one that was asked for is not there).
 */
export async function findTables(bytes: Uint8Array, options: TablesOptions = {}): Promise<TablesDocument> {
  return findIn(await openPdf(Uint8Array.from(bytes), options.password), options);
}

/**
 * Reads a matrix that a profile of kind `records` describes: each row with a cell for each of its columns.
 *
 * The document is what `annex extract --profile` prints; pages, boxes, diagnostics and the ledger are as for `extractAnnex`.
 *
 * @param bytes The PDF; a Node `Buffer` is fine. The bytes are copied and left as they are.
 * @throws {@link AnnexError} where the bytes give no document, as `extractAnnex`.
 */
export async function extractRecords(bytes: Uint8Array, options: RecordsOptions): Promise<RecordsExtraction> {
  return recordsFrom(await openPdf(Uint8Array.from(bytes), options.password), options);
}

export type { Extraction, ExtractOptions } from "./pipeline.js";
export type { RecordsExtraction, RecordsOptions } from "./records.js";
export type { PageRange, TablesOptions } from "./tables.js";
export { type ParsedProfile, type Profile, type RecordsProfile, parseProfile, profileJsonSchema } from "./annex/profile.js";
export { starterProfile } from "./annex/starterProfile.js";
export { asemProfile } from "./annex/builtinProfile.js";
export { AnnexError, type Fault } from "./model/errors.js";
export type { Ledger, RecordsLedger } from "./model/ledger.js";
export type { Bbox } from "./model/place.js";
export type { Diagnostic, DiagnosticCode, Severity } from "./model/diagnostic.js";
export {
  type AnnexDocument,
  type Heading,
  ITEM_COLUMNS,
  type Item,
  type ItemColumn,
  type Marker,
  type Meeting,
  type Source,
  type Span,
  annexJsonSchema,
} from "./model/annex.js";
export { SCHEMA_ID, SCHEMA_VERSION } from "./model/version.js";
export { type Validation, validateDocument } from "./model/validate.js";
export type { ShapeFault } from "./model/shape.js";
export { type CellKind, type MatrixRecord, type RecordCell, type RecordColumn, type RecordsDocument, recordsJsonSchema, recordsJsonSchemaFor, validateRecords } from "./model/records.js";
export { type Table, type TableCell, type TablesDocument, tablesJsonSchema } from "./model/tables.js";
export { diffDocuments } from "./diff/diff.js";
export { diffJsonSchema } from "./diff/schema.js";
export type {
  AnnexDiff,
  Change,
  ChangeKind,
  DiffSummary,
  Edition,
  FieldValue,
  IdLink,
  ItemPlace,
  MeetingContent,
  MeetingPlace,
  WordRun,
} from "./diff/model.js";
export { type CheckOptions, type FailOn, checkDocument, isFailing } from "./check/check.js";
export type { CheckFinding, CheckReport, Fault as CheckFault, FaultPlace, Period, RuleCode, RuleLevel } from "./check/model.js";
