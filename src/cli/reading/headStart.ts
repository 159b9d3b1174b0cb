import { optimizeLater } from "../../worker/optimizing.js";
import { Reader, type Threads } from "../../worker/reader.js";
import { DEFAULT_LIMITS } from "../commandLine/limits.js";

/** Commands that read PDFs, or may do so. */
const COMMANDS = new Set(["extract", "tables", "inspect", "diff", "check", "profile"]);

let started: Reader | undefined;

/**
 * Starts the threads that read a PDF before the arguments are parsed: the threads take longer to load than the argument parser. Only for a
 * plain command with one PDF; other commands start threads once they know how many they need.
 */
export function headStart([command = "", ...args]: readonly string[]): void {
  if (!COMMANDS.has(command)) return;
  optimizeLater();
  const special = args.some((arg) => /^(?:-h|--help|--out-dir|--max-memory)/u.test(arg));
  const pdfs = args.filter((arg) => /\.pdf$/iu.test(arg));
  if (pdfs.length === 1 && !special) started = new Reader(DEFAULT_LIMITS.mebibytes, 2);
}

/** The reader that was started early, if it has the wanted limits. */
export function takeHeadStart(mebibytes: number, threads: Threads): Reader | undefined {
  if (started?.mebibytes !== mebibytes || started.threads !== threads) return undefined;
  const reader = started;
  started = undefined;
  return reader;
}

/** Ends the reader that was started early, if it was not used. */
export async function dropHeadStart(): Promise<void> {
  await started?.close();
}
