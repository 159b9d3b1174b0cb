import { availableParallelism } from "node:os";
import type { Outcome, TaskName } from "../worker/tasks.js";
import { WorkerPool } from "../worker/pool.js";
import { readText } from "./disk.js";
import { Failure } from "./failure.js";
import { describeFault } from "./words.js";

/** The options of every command that reads PDFs. */
export interface ReadingOptions {
  readonly passwordFile?: string;
  /** Seconds. */
  readonly timeout: number;
  /** MiB. */
  readonly maxMemory: number;
  readonly quiet?: boolean;
  readonly debug?: boolean;
}

/** Workers within the limits that the user gave, the first of them loading already. */
export function startPool({ timeout, maxMemory }: ReadingOptions, size = 1): WorkerPool {
  const pool = new WorkerPool({ seconds: timeout, mebibytes: maxMemory }, size);
  pool.warm();
  return pool;
}

/** How many PDFs are read at the same time where the user does not say. */
export function defaultJobs(): number {
  return availableParallelism();
}

/** The password of encrypted PDFs: the first line of the file, or ANNEX_PASSWORD. */
export async function passwordOf(options: ReadingOptions): Promise<string | undefined> {
  if (options.passwordFile !== undefined) return (await readText(options.passwordFile)).split(/\r?\n/u, 1)[0];
  return process.env["ANNEX_PASSWORD"];
}

/** The result of a job, or a failure that names the file and says why there is none. */
export function resultOf<N extends TaskName>(path: string, outcome: Outcome<N>): Extract<Outcome<N>, { kind: "done" }>["result"] {
  if (outcome.kind === "done") return outcome.result;
  throw failureOf(path, outcome);
}

function failureOf(path: string, outcome: Exclude<Outcome<TaskName>, { kind: "done" }>): Failure {
  if (outcome.kind === "fault") {
    const { problem, advice } = describeFault(outcome.fault);
    return new Failure(`${path}: ${problem}`, advice);
  }
  const failure = new Failure(`${path}: unexpected error: ${outcome.reason.split("\n", 1)[0] ?? ""}`, "This is a bug; --debug shows where it comes from.");
  failure.stack = outcome.stack;
  return failure;
}
