/**
 * The library: bytes of a PDF in, typed data out. It writes no file, reads none but those of this package, and never ends the process. It
 * prints nothing itself; pdf.js may print warnings about damaged PDFs on the console.
 *
 * PDFs are parsed on the calling thread, where nothing can interrupt them. For files of unknown origin, call the library in a worker
 * thread that you can end, as the command `annex` does.
 */
import { englishDictionary } from "./dictionaries.js";
import type { TablesDocument } from "./model/tables.js";
import { openPdf } from "./pdf/open.js";
import { type ExtractOptions, type Extraction, extractAnnex as extractFrom } from "./pipeline.js";
import { type RecordsExtraction, type RecordsOptions, extractRecords as recordsFrom } from "./records.js";
import { type TablesOptions, findTables as findIn } from "./tables.js";

/**
 * Reads the meetings and their decisions from an annex.
 *
 * The document is what `annex extract` prints. Pages are counted from 1; boxes are [x0, y0, x1, y1] in points (1/72 inch) from the top left
 * corner of the page as shown (rotation and crop applied); dates are ISO 8601. `document.diagnostics` lists what is doubtful, and the
 * ledger says where every glyph went.
 *
 * If pdf.js leaves out a part of a damaged page, it says so on the console at most. The command listens there and reports it as a
 * diagnostic; the library leaves the console to you, and reports what it can see without it: pages that end early or are not there, content
 * that differs from its checksum, cross-references that do not lead to the pages (`file-mended`; not of encrypted PDFs or those of more
 * than 50 MB).
 *
 * @param bytes The PDF, for example a Node `Buffer`. It is copied, not changed.
 * @throws {@link AnnexError} if the bytes give no document; its `fault.code` says why: `not-a-pdf`, `damaged`, `password-needed`,
 * `password-wrong`, `no-text` (a scan), `blank` or `no-table` (no table has the profile's columns).
 */
export async function extractAnnex(bytes: Uint8Array, options: ExtractOptions = {}): Promise<Extraction> {
  return extractFrom(await openPdf(Uint8Array.from(bytes), options.password), { ...options, dictionary: englishDictionary() });
}

/**
 * Finds every table in any PDF, with or without ruling lines.
 *
 * Rows and columns are counted from 0, pages from 1; boxes are as for {@link extractAnnex}. A PDF that has text but no tables gives a
 * document with an empty list of tables.
 *
 * @param bytes The PDF, for example a Node `Buffer`. It is copied, not changed.
 * @throws {@link AnnexError} if no page has text or a requested one does not exist; its `fault.code` says why: `not-a-pdf`, `damaged`,
 * `password-needed`, `password-wrong`, `no-text` (a scan), `blank` or `no-page`.
 */
export async function findTables(bytes: Uint8Array, options: TablesOptions = {}): Promise<TablesDocument> {
  return findIn(await openPdf(Uint8Array.from(bytes), options.password), options);
}

/**
 * Reads the rows of a matrix that a profile of kind `records` describes, each with a cell for every column of the profile.
 *
 * The document is what `annex extract --profile` prints. Pages, boxes, dates, diagnostics and the ledger are as for {@link extractAnnex}.
 *
 * @param bytes The PDF, for example a Node `Buffer`. It is copied, not changed.
 * @throws {@link AnnexError} if the bytes give no document, for the same reasons as {@link extractAnnex}.
 */
export async function extractRecords(bytes: Uint8Array, options: RecordsOptions): Promise<RecordsExtraction> {
  return recordsFrom(await openPdf(Uint8Array.from(bytes), options.password), { ...options, dictionary: englishDictionary() });
}

export type { Extraction, ExtractOptions } from "./pipeline.js";
export type { RecordsExtraction, RecordsOptions } from "./records.js";
export type { PageRange, TablesOptions } from "./tables.js";
export { type ParsedProfile, type Profile, type RecordsProfile, parseProfile, profileJsonSchema } from "./annex/profile.js";
export { starterProfile } from "./annex/starterProfile.js";
export { asemProfile } from "./annex/builtinProfile.js";
export { type Damage, describeDamage } from "./model/damage.js";
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
export {
  type CellKind,
  type MatrixRecord,
  type RecordCell,
  type RecordColumn,
  type RecordsDocument,
  recordsJsonSchema,
  recordsJsonSchemaFor,
  validateRecords,
} from "./model/records.js";
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
