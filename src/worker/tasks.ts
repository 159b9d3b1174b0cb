import type { Profile, RecordsProfile } from "../annex/profile.js";
import type { Inspection } from "../inspect.js";
import type { Fault } from "../model/errors.js";
import type { TablesDocument } from "../model/tables.js";
import type { PdfFile } from "../pdf/open.js";
import type { Extraction } from "../pipeline.js";
import type { RecordsExtraction } from "../records.js";
import type { PageRange } from "../tables.js";

/** What a PDF is opened with, whatever is done with it. */
interface Opening {
  readonly file: string;
  readonly password?: string;
  /** Whether the text of scans is recognised. */
  readonly ocr?: true;
}

/** What a reader can do with the bytes of a PDF: for each task what it is told besides the bytes, and what comes out. */
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

/** What became of a job. A crash is a bug: of this program, or of the PDF library where it lets an error out. */
export type Outcome<N extends TaskName> = { readonly kind: "done"; readonly result: TaskMap[N]["output"] } | Failed;

/** A job that gave no result. */
export type Failed =
  | { readonly kind: "fault"; readonly fault: Fault }
  | { readonly kind: "crash"; readonly reason: string; readonly stack: string };

/** An error that nobody caught, in one of a reader's threads: the PDF library lets some out, and may wait for ever after it. */
export interface Stray {
  readonly kind: "stray";
  readonly reason: string;
}

/** What a reader's thread is told. */
export type Order = { readonly kind: "job"; readonly job: Job<TaskName> } | Stray;

/**
 * What a reader's thread says: how far it is, that all pages are parsed and the PDF is closed, that it waits in vain since an error was let
 * out, or the outcome; a result as `v8.serialize` writes it, so that it can be taken over when the thread has ended.
 */
export type Message =
  | { readonly kind: "page"; readonly read: number; readonly pages: number }
  | { readonly kind: "parsed" }
  | { readonly kind: "stalled"; readonly reason: string }
  | { readonly kind: "done"; readonly serialized: Uint8Array }
  | Failed;

/** Told after each page: how many are read, of how many. */
export type OnPage = (read: number, pages: number) => void;

/** How a task is run on an open PDF, in the thread. */
export type Runner<N extends TaskName> = (
  pdf: PdfFile,
  input: TaskMap[N]["input"],
  onPage: OnPage,
) => Promise<TaskMap[N]["output"]>;
