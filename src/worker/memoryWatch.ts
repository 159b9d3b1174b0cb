import type { Reader } from "./reader.js";

/** How often memory is looked at, in milliseconds: a runaway allocates some 100 MiB in that time. */
const WATCH_MILLISECONDS = 50;

const MEBIBYTE = 2 ** 20;

/**
 * Watches the real memory of the process, typed arrays included, which the limits of a heap do not see. When it has grown past the
 * limit for each PDF that is being read, it ends the one that has been read for longest.
 */
export class MemoryWatch {
  readonly #mebibytes: number;
  /** In the order of their start. */
  readonly #running = new Set<Reader>();
  #timer: NodeJS.Timeout | undefined;
  /** The process' memory when the first of them started, in bytes. */
  #before = 0;

  constructor(mebibytes: number) {
    this.#mebibytes = mebibytes;
  }

  /** Watches a reader that starts a job. */
  add(reader: Reader): void {
    this.#running.add(reader);
    if (this.#timer !== undefined) return;
    this.#before = process.memoryUsage.rss();
    this.#timer = setInterval(() => this.#look(), WATCH_MILLISECONDS);
  }

  /** Leaves a reader alone whose job is over. */
  remove(reader: Reader): void {
    this.#running.delete(reader);
    if (this.#running.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #look(): void {
    const grown = (process.memoryUsage.rss() - this.#before) / MEBIBYTE;
    if (grown <= this.#mebibytes * this.#running.size) return;
    const [longest] = this.#running;
    longest?.end({ code: "out-of-memory", mebibytes: this.#mebibytes });
  }
}
