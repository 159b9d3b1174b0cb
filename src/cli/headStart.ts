import { optimizeLater } from "../worker/optimizing.js";
import { Reader, type Threads } from "../worker/reader.js";
import { DEFAULT_LIMITS } from "./limits.js";

/** Commands that read PDFs, or may. */
const COMMANDS = new Set(["extract", "tables", "inspect", "diff", "check", "profile"]);

let started: Reader | undefined;

/**
 * Starts the threads that read a PDF while this one still loads what it needs to understand its arguments: they take longer. Only
 * for a plain command with one PDF; for all others the threads start when it is known how many.
 */
export function headStart([command = "", ...args]: readonly string[]): void {
  if (!COMMANDS.has(command)) return;
  optimizeLater();
  const special = args.some((arg) => /^(?:-h|--help|--out-dir|--max-memory)/u.test(arg));
  const pdfs = args.filter((arg) => /\.pdf$/iu.test(arg));
  if (pdfs.length === 1 && !special) started = new Reader(DEFAULT_LIMITS.mebibytes, 2);
}

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
