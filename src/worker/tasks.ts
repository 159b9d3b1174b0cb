import type { Profile } from "../annex/profile.js";
import type { Fault } from "../model/errors.js";
import type { Extraction } from "../pipeline.js";

/** What a worker can do with the bytes of a PDF: for each task what it is told besides the bytes, and what comes out. */
export interface TaskMap {
  readonly extract: {
    readonly input: { readonly file: string; readonly password?: string; readonly profile?: Profile };
    readonly output: Extraction;
  };
}

/** The name of a task. */
export type TaskName = keyof TaskMap;

/** One PDF and what to do with it; the bytes are handed over. */
export interface Job<N extends TaskName> {
  readonly task: N;
  readonly bytes: Uint8Array;
  readonly input: TaskMap[N]["input"];
}

/** What became of a job. A crash is a bug: of this program, or of the PDF library where it lets an error out. */
export type Outcome<N extends TaskName> =
  | { readonly kind: "done"; readonly result: TaskMap[N]["output"] }
  | { readonly kind: "fault"; readonly fault: Fault }
  | { readonly kind: "crash"; readonly reason: string; readonly stack: string };

/** What a worker says: the outcome, and before it how far it is. */
export type Message<N extends TaskName> = Outcome<N> | { readonly kind: "page"; readonly read: number; readonly pages: number };

/** Told after each page: how many are read, of how many. */
export type OnPage = (read: number, pages: number) => void;

/** How a task is run, in the worker. */
export type Runner<N extends TaskName> = (
  bytes: Uint8Array,
  input: TaskMap[N]["input"],
  onPage: OnPage,
) => Promise<TaskMap[N]["output"]>;
