import { availableParallelism } from "node:os";
import { type Limits, type PoolOptions, ReaderPool } from "../../worker/pool.js";
import type { ReadingOptions } from "../commandLine/options.js";
import { takeHeadStart } from "./headStart.js";

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
