import type { Profile, RecordsProfile } from "../annex/profile.js";
import type { Inspection } from "../inspect.js";
import type { Fault } from "../model/errors.js";
import type { TablesDocument } from "../model/tables.js";
import type { PdfFile } from "../pdf/open.js";
import type { Extraction } from "../pipeline.js";
import type { RecordsExtraction } from "../records.js";
import type { PageRange } from "../tables.js";

/** The input that all tasks have. */
interface Opening {
  readonly file: string;
  readonly password?: string;
  /** Whether the text of scans is recognised. */
  readonly ocr?: true;
}

/** The tasks of a reader: the input of each besides the bytes of a PDF, and its output. */
export interface TaskMap {
  readonly extract: {
    readonly input: Opening & { readonly profile?: Profile };
    readonly output: Extraction;
  };
  readonly records: {
    readonly input: Opening & { readonly profile: RecordsProfile };
    readonly output: RecordsExtraction;
  };
  readonly inspect: {
    readonly input: TaskMap["extract"]["input"];
    readonly output: Inspection;
  };
  readonly tables: {
    readonly input: Opening & { readonly pages?: readonly PageRange[]; readonly join: boolean };
    readonly output: TablesDocument;
  };
}

/** The name of a task. */
export type TaskName = keyof TaskMap;

/** One PDF and what to do with it. */
export interface Job<N extends TaskName> {
  readonly task: N;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly input: TaskMap[N]["input"];
}

/** The outcome of a job. A crash is a bug in this program, or an error that the PDF library did not catch. */
export type Outcome<N extends TaskName> = { readonly kind: "done"; readonly result: TaskMap[N]["output"] } | Failed;

/** A job without a result. */
export type Failed =
  { readonly kind: "fault"; readonly fault: Fault } | { readonly kind: "crash"; readonly reason: string; readonly stack: string };

/** An uncaught error in one of a reader's threads. The PDF library does not catch all its own errors, and may wait forever after one. */
export interface UncaughtError {
  readonly kind: "uncaught-error";
  readonly reason: string;
}

/** A message to a reader's thread. */
export type Order = { readonly kind: "job"; readonly job: Job<TaskName> } | UncaughtError;

/**
 * A message from a reader's thread: its progress (`page`), that all pages are parsed and the PDF is closed (`parsed`), that it has waited
 * in vain since an uncaught error (`stalled`), or the outcome. A result is serialized, so that it outlives the thread.
 */
export type Message =
  | { readonly kind: "page"; readonly read: number; readonly pages: number }
  | { readonly kind: "parsed" }
  | { readonly kind: "stalled"; readonly reason: string }
  | { readonly kind: "done"; readonly serialized: Uint8Array }
  | Failed;

/** Called after each page with the number of pages read so far, and the total. */
export type OnPage = (read: number, pages: number) => void;

/** Runs a task on an open PDF, in the thread. */
export type Runner<N extends TaskName> = (pdf: PdfFile, input: TaskMap[N]["input"], onPage: OnPage) => Promise<TaskMap[N]["output"]>;
