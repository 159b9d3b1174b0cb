import { availableParallelism } from "node:os";
import { OCR_PACKAGES, findOcrPackages } from "../../ocr/packages.js";
import { type Limits, type PoolOptions, ReaderPool } from "../../worker/pool.js";
import type { Outcome, TaskName } from "../../worker/tasks.js";
import type { OcrOptions, ReadingOptions } from "../commandLine/options.js";
import { readText } from "../files/input.js";
import { Failure } from "../terminal/failure.js";
import { ReadingFailure } from "../terminal/readingFailure.js";
import { takeHeadStart } from "./headStart.js";
import { withOptional } from "./optional.js";

/** The user's limits for one PDF. */
export function limitsOf({ timeout, maxMemory }: ReadingOptions): Limits {
  return { seconds: timeout, mebibytes: maxMemory };
}

/** Opens a pool of readers with the user's limits. It uses the reader that was started early, if that fits. */
export function openPool(options: ReadingOptions, { size = 1, threads = 2 }: PoolOptions = {}): ReaderPool {
  return new ReaderPool(limitsOf(options), { size, threads, reader: takeHeadStart(options.maxMemory, threads) });
}

/** How many PDFs are read at a time by default: one per processor. */
export function defaultJobs(): number {
  return availableParallelism();
}

/** How PDFs are opened: with which password, and whether scans are recognised. */
export interface Access {
  readonly password?: string;
  readonly ocr?: true;
}

/**
 * How the user wants PDFs to be opened.
 *
 * @throws Failure if scans are to be recognised but the packages for that are missing.
 */
export async function accessOf(options: ReadingOptions & OcrOptions): Promise<Access> {
  const { ocr } = options;
  if (ocr === true) await withOptional(OCR_PACKAGES, "--ocr", findOcrPackages);
  const password = await passwordOf(options);
  return { ...(password === undefined ? {} : { password }), ...(ocr === true ? { ocr } : {}) };
}

/** The password of encrypted PDFs: the first line of the file, or ANNEX_PASSWORD. */
async function passwordOf({ passwordFile }: ReadingOptions): Promise<string | undefined> {
  if (passwordFile !== undefined) return (await readText(passwordFile)).split(/\r?\n/u, 1)[0];
  return process.env["ANNEX_PASSWORD"];
}

/**
 * The result of a job.
 *
 * @throws Failure if there is none; it names the file and says why.
 */
export function resultOf<N extends TaskName>(path: string, outcome: Outcome<N>): Extract<Outcome<N>, { kind: "done" }>["result"] {
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
