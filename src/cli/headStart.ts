import v8 from "node:v8";
import { Reader, type Threads } from "../worker/reader.js";
import { DEFAULT_LIMITS } from "./limits.js";

/** Commands that read one PDF, or may. */
const COMMANDS = new Set(["extract", "tables", "inspect", "diff", "check"]);

let started: Reader | undefined;

/**
 * Starts the threads that read a PDF while this one still loads what it needs to understand its arguments: they take longer. Only
 * for a plain command with one PDF; for all others the threads start when it is known how many.
 */
export function headStart([command = "", ...args]: readonly string[]): void {
  const special = args.some((arg) => /^(?:-h|--help|--out-dir|--max-memory)/u.test(arg));
  const pdfs = args.filter((arg) => /\.pdf$/iu.test(arg));
  if (!COMMANDS.has(command) || pdfs.length !== 1 || special) return;
  optimizeLater();
  started = new Reader(DEFAULT_LIMITS.mebibytes, 2);
}

/**
 * V8 11 (Node 20) and 12 (Node 22) know nothing between their baseline code and their slowest compiler, and start that so early that a run of one
 * PDF spends a quarter or a tenth of its processor time there for code that is soon done with. Functions that stay at work are compiled a few
 * milliseconds later. Newer versions have a faster compiler between the two.
 */
function optimizeLater(): void {
  const flag = LATER[process.versions.v8.split(".", 1)[0] ?? ""];
  if (flag !== undefined) v8.setFlagsFromString(flag);
}

/** What delays V8's optimizing compiler, by V8's version; the values gave the least wall clock. */
const LATER: Readonly<Record<string, string>> = { 11: "--interrupt-budget=1000000", 12: "--invocation-count-for-turbofan=10000" };

/** The reader that was started ahead, if it is what is wanted. */
export function takeHeadStart(mebibytes: number, threads: Threads): Reader | undefined {
  if (started?.mebibytes !== mebibytes || started.threads !== threads) return undefined;
  const reader = started;
  started = undefined;
  return reader;
}

/** Ends a reader that nobody took. */
export async function dropHeadStart(): Promise<void> {
  await started?.close();
}
