import type { ReaderPool } from "../../worker/pool.js";
import type { ReadingOptions } from "../commandLine/options.js";
import { readInput } from "../files/input.js";
import type { Terminal } from "../terminal/terminal.js";
import type { PdfReader } from "./extraction.js";
import { limitsOf, openPool } from "./pool.js";

/** What a command does with the result of one PDF. */
export interface OnePdf<Result> {
  readonly reader: (pool: ReaderPool) => PdfReader<Result>;
  /** Writes the result; resolves to the exit code. Meanwhile, the threads end. */
  readonly use: (result: Result) => Promise<number>;
}

/** Reads one PDF, shows the progress, and uses the result. */
export async function readOnePdf<Result>(
  path: string,
  options: ReadingOptions,
  terminal: Terminal,
  { reader, use }: OnePdf<Result>,
): Promise<number> {
  const pool = openPool(options);
  try {
    const bytes = await readInput(path, limitsOf(options));
    const result = await reader(pool)(path, bytes, (read, pages) => {
      terminal.progress(`${path}: page ${read} of ${pages}`);
    });
    terminal.progress("");
    const [code] = await Promise.all([use(result), pool.close()]);
    return code;
  } finally {
    terminal.progress("");
    await pool.close();
  }
}
