import { asemProfile } from "./annex/builtinProfile.js";
import type { ToBbox } from "./annex/columnItems.js";
import { plainLines } from "./annex/columnItems.js";
import { faultWithoutText, headingFindings, homelessFindings, pageFindings, placeholderFindings, tableFindings } from "./annex/findings.js";
import { type ReadRow, gapFindings } from "./annex/gaps.js";
import { titleBlock } from "./annex/heading.js";
import type { Profile } from "./annex/profile.js";
import { type AnnexReading, readAnnex } from "./annex/readAnnex.js";
import { outputBoxes } from "./layout/bbox.js";
import { glyphsIn } from "./layout/lines.js";
import { layOut } from "./layout/pageLayout.js";
import type { AnnexDocument, Meeting, Source } from "./model/annex.js";
import { describeFinding } from "./model/describe.js";
import type { Finding } from "./model/diagnostic.js";
import { AnnexError, faultOfNothing } from "./model/errors.js";
import type { Ledger, SharedLedger } from "./model/ledger.js";
import { SCHEMA_ID, SCHEMA_VERSION } from "./model/version.js";
import type { PdfFile } from "./pdf/open.js";
import type { PdfPage } from "./pdf/page.js";
import { type DocumentTable, documentTable } from "./table/documentTable.js";
import type { ColumnNames } from "./table/header.js";
import { type KeptPage, PagesReader } from "./table/pagesReader.js";
import type { TableRow } from "./table/rows.js";
import { englishDictionary } from "./text/dictionary.js";
import type { WordKnowledge } from "./text/join.js";
import { looksLikeMarker } from "./text/markers.js";
import { vocabularyOf } from "./text/vocabulary.js";

/** What `extractAnnex` may be told besides the bytes. */
export interface ExtractOptions {
  /** The name that the result gives as its source; no folder. */
  readonly file?: string;
  /** The password of an encrypted PDF. */
  readonly password?: string;
  /** The matrix to look for; the ASEM culture ministers' annex where none is given. */
  readonly profile?: Profile;
  /** Told after each page: how many are read, of how many. */
  readonly onPage?: (read: number, pages: number) => void;
}

/** What the stages are told: all but what opens the PDF. */
export type StageOptions = Omit<ExtractOptions, "password">;

/** A document and the account of its glyphs. */
export interface Extraction {
  readonly document: AnnexDocument;
  readonly ledger: Ledger;
}

/** An extraction with what its stages made on the way. */
export interface StagedExtraction extends Extraction {
  readonly layouts: readonly KeptPage[];
  readonly table: DocumentTable;
  readonly rows: readonly TableRow[];
}

/**
 * Reads the annex out of an open PDF, and nothing else: see `extractStages`.
 *
 * @throws AnnexError where the PDF gives no document; its `fault` says why.
 */
export async function extractAnnex(pdf: PdfFile, options: StageOptions): Promise<Extraction> {
  const { document, ledger } = await extractStages(pdf, options, () => undefined);
  return { document, ledger };
}

/**
 * Reads the annex out of an open PDF, and closes it: pages of glyphs and lines, words, the table on each page, one table over all pages,
 * items, meetings, the document.
 *
 * @param onDrawn Given each page as it is drawn; its glyphs are not held after that.
 * @throws AnnexError where the PDF gives no document; its `fault` says why.
 */
export async function extractStages(
  pdf: PdfFile,
  options: StageOptions,
  onDrawn: (page: PdfPage) => void,
): Promise<StagedExtraction> {
  const profile = options.profile ?? asemProfile;
  const { pages, findings, table: found, knowledge, toBbox, source } = await readTable(pdf, options, profile.columns, onDrawn);
  const { block, below } = titleBlock(found.heading);
  const table: DocumentTable = { ...found, heading: block, homeless: [...below, ...found.homeless] };
  const reading = readAnnex(table, profile, knowledge, toBbox);
  const document: AnnexDocument = {
    $schema: SCHEMA_ID,
    schemaVersion: SCHEMA_VERSION,
    document: reading.heading,
    source,
    meetings: [...reading.meetings],
    diagnostics: [
      ...findings,
      ...homelessFindings(below, toBbox),
      ...headingFindings(reading.heading),
      ...placeholderFindings(table.heading, toBbox),
      ...reading.findings,
      ...gapFindings(reading.meetings.map(rowOfMeeting), findings),
    ].map(describeFinding),
  };
  return { document, ledger: ledgerOf(sharedLedger(pages, table), reading), layouts: pages, table, rows: reading.rows };
}

function rowOfMeeting(meeting: Meeting): ReadRow {
  return { pages: meeting.pages, meeting: meeting.number ?? undefined, items: [...meeting.workshops, ...meeting.actionPlan, ...meeting.recommendations, ...meeting.followUp] };
}

/** A document's pages, and the one table over all of them that has the columns that were looked for. */
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
 * The stages that are the same for every kind of matrix, out of an open PDF, which is closed then.
 *
 * @param onDrawn Given each page as it is drawn; its glyphs are not held after that.
 * @throws AnnexError where no page has text, or none a table with these columns.
 */
export async function readTable(
  pdf: PdfFile,
  { file = "", onPage }: Omit<StageOptions, "profile">,
  columns: readonly ColumnNames[],
  onDrawn: (page: PdfPage) => void = () => undefined,
): Promise<TableReading> {
  try {
    const reader = new PagesReader({ columns, isMarker: looksLikeMarker });
    const findings = await readPages(pdf, reader, onDrawn, onPage);
    const read = reader.pages();
    const pages = read.map(({ page }) => page);
    const toBbox = outputBoxes(pages);
    const table = documentTable(read);
    if (table.headers.length === 0) {
      throw new AnnexError(faultOfNothing(findings, faultWithoutText(pages, pdf.pages) ?? { code: "no-table", missing: columnNames(columns) }));
    }
    return {
      pages,
      table,
      findings: [...findings, ...pageFindings(pages, toBbox), ...tableFindings(table, columns, toBbox)],
      knowledge: { vocabulary: vocabularyOf(plainLines(table.strips)), dictionary: englishDictionary },
      toBbox,
      source: { file, sha256: pdf.sha256, bytes: pdf.bytes, pages: pdf.pages, producer: pdf.producer },
    };
  } finally {
    await pdf.close();
  }
}

/** Lays out the pages one by one and finds the table on them, so that one page's glyphs and words are held at a time. */
async function readPages(
  pdf: PdfFile,
  reader: PagesReader,
  onDrawn: (page: PdfPage) => void,
  onPage: ExtractOptions["onPage"],
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for await (const page of pdf.read()) {
    const damage = "reason" in page ? page.reason : page.damage;
    if (damage !== undefined) findings.push({ code: "page-unreadable", reason: damage, page: page.number });
    if (!("reason" in page)) {
      onDrawn(page);
      reader.add(layOut(page));
    }
    onPage?.(page.number, pdf.pages);
  }
  for (const reason of pdf.leftOut()) findings.push({ code: "page-unreadable", reason });
  return findings;
}

function columnNames(columns: readonly ColumnNames[]): string[] {
  return columns.map((column) => column.headers[0] ?? column.field);
}

/** Where the glyphs went that are in no cell of the table. */
export function sharedLedger(pages: readonly KeptPage[], table: DocumentTable): SharedLedger {
  const sum = (count: (page: KeptPage) => number): number => pages.reduce((total, page) => total + count(page), 0);
  const linesOf = (entries: DocumentTable["heading"]): number => glyphsIn(entries.flatMap((entry) => entry.lines));
  return {
    glyphs: sum((page) => page.counts.glyphs),
    headers: table.headers.reduce((total, header) => total + header.glyphs, 0),
    heading: linesOf(table.heading),
    furniture: linesOf(table.furniture) + sum((page) => page.counts.watermark),
    doubled: sum((page) => page.counts.doubled),
    hidden: sum((page) => page.counts.hidden),
    homeless: linesOf(table.homeless),
  };
}

function ledgerOf({ glyphs, headers, heading, furniture, ...unread }: SharedLedger, reading: AnnexReading): Ledger {
  const { items, meetings, emptyMarkers } = reading.glyphs;
  return { glyphs, items, meetings, headers, heading, furniture, emptyMarkers, ...unread };
}
