import { basename } from "node:path";
import type { Profile, RecordsProfile } from "../../annex/profile.js";
import type { Inspection } from "../../inspect.js";
import type { AnnexDocument } from "../../model/annex.js";
import type { Fits, publishedSchema } from "../../model/contract.js";
import type { Ledger, RecordsLedger } from "../../model/ledger.js";
import type { RecordsDocument } from "../../model/records.js";
import type { TablesDocument } from "../../model/tables.js";
import type { PageRange } from "../../tables.js";
import type { ReaderPool } from "../../worker/pool.js";
import type { OnPage, Outcome, TaskMap, TaskName } from "../../worker/tasks.js";
import type { OcrOptions, ReadingOptions } from "../commandLine/options.js";
import { STANDARD } from "../files/disk.js";
import { Failure } from "../terminal/failure.js";
import { ReadingFailure } from "../terminal/readingFailure.js";
import type { Access } from "./access.js";

/** The options of every command that reads annexes. */
export interface ExtractionOptions extends ReadingOptions, OcrOptions {
  readonly profile?: string;
}

/** A document, and a ledger of where its glyphs went. */
export interface Extracted<Document> {
  readonly document: Document;
  readonly ledger: Ledger | RecordsLedger;
}

/**
 * Reads one PDF.
 *
 * @param onBegin Called when a reader is free for the PDF.
 * @throws Failure if the PDF gives no result; it names the file.
 */
export type PdfReader<Result> = (path: string, bytes: Uint8Array<ArrayBuffer>, onPage?: OnPage, onBegin?: () => void) => Promise<Result>;

/** Reads the document of one PDF. */
export type Extractor<Document> = PdfReader<Extracted<Document>>;

/** Extracts annexes in a pool's threads. Meanwhile, the schema that results are checked against loads in this thread. */
export function annexExtractor(pool: ReaderPool, profile: Profile | undefined, access: Access): Extractor<AnnexDocument> {
  return annexReader("extract", pool, profile, access);
}

/** Extracts annexes in the same way, and keeps what was seen on their pages. */
export function annexInspector(pool: ReaderPool, profile: Profile | undefined, access: Access): PdfReader<Inspection> {
  return annexReader("inspect", pool, profile, access);
}

function annexReader<N extends "extract" | "inspect">(
  task: N,
  pool: ReaderPool,
  profile: Profile | undefined,
  access: Access,
): PdfReader<TaskMap[N]["output"]> {
  const schema = lazySchema("annex-1");
  return async (path, bytes, onPage, onBegin) => {
    const input = { ...sourceInput(path, access), ...(profile === undefined ? {} : { profile }) };
    const running = pool.run({ task, bytes, input }, onPage, onBegin);
    const fits = await schema();
    const result = resultOf(path, await running);
    return checked(path, result, fits(result.document));
  };
}

/** Extracts records in a pool's threads, and checks them against the schema of their profile. */
export function recordsExtractor(pool: ReaderPool, profile: RecordsProfile, access: Access): Extractor<RecordsDocument> {
  return async (path, bytes, onPage, onBegin) => {
    const running = pool.run({ task: "records", bytes, input: { ...sourceInput(path, access), profile } }, onPage, onBegin);
    const { validateRecords } = await import("../../model/records.js");
    const result = resultOf(path, await running);
    return checked(path, result, validateRecords(result.document, profile.columns).length === 0);
  };
}

/** How to look for tables: on which pages (all if none are given), and whether to join those that continue on later pages. */
export interface TablesSearch {
  readonly pages?: readonly PageRange[];
  readonly join: boolean;
}

/** Finds the tables of PDFs in a pool's threads. */
export function tablesReader(pool: ReaderPool, search: TablesSearch, access: Access): PdfReader<TablesDocument> {
  const schema = lazySchema("tables-1");
  return async (path, bytes, onPage, onBegin) => {
    const running = pool.run({ task: "tables", bytes, input: { ...sourceInput(path, access), ...search } }, onPage, onBegin);
    const fits = await schema();
    const document = resultOf(path, await running);
    return checked(path, document, fits(document));
  };
}

function sourceInput(path: string, access: Access): Access & { readonly file: string } {
  return { file: path === STANDARD ? "stdin" : basename(path), ...access };
}

/** A published schema, loaded on first use, while a thread reads a PDF. */
function lazySchema(name: Parameters<typeof publishedSchema>[0]): () => Promise<Fits> {
  let loaded: Promise<Fits> | undefined;
  return () => (loaded ??= import("../../model/contract.js").then((contract) => contract.publishedSchema(name)));
}

function checked<Result>(path: string, result: Result, fits: boolean): Result {
  if (fits) return result;
  throw new Failure(`${path}: the result does not fit its own schema`, "This is a bug; please report it with the PDF.");
}

/**
 * The result of a job.
 *
 * @throws Failure if there is none; it names the file and says why.
 */
function resultOf<N extends TaskName>(path: string, outcome: Outcome<N>): Extract<Outcome<N>, { kind: "done" }>["result"] {
  switch (outcome.kind) {
    case "done":
      return outcome.result;
    case "fault":
      throw new ReadingFailure(path, outcome.fault);
    case "crash": {
      const reason = outcome.reason.split("\n", 1)[0] ?? "";
      const failure = new Failure(`${path}: unexpected error: ${reason}`, "This is a bug; --debug shows where it comes from.");
      failure.stack = outcome.stack;
      throw failure;
    }
  }
}
