import type { Reader } from "./reader.js";

/** How often memory is checked, in milliseconds: a runaway job allocates about 100 MiB in that time. */
const WATCH_MILLISECONDS = 50;

const MEBIBYTE = 2 ** 20;

/** What is watched: it can be ended. */
export type Watched = Pick<Reader, "end">;

/**
 * Watches the memory that the process actually uses. Limits of V8's heap do not count typed arrays. When the process has grown by more than
 * the limit times the number of PDFs being read, the reader that has run longest is ended.
 */
export class MemoryWatch {
  readonly #mebibytes: number;
  /** In the order in which they started. */
  readonly #running = new Set<Watched>();
  #timer: NodeJS.Timeout | undefined;
  /** The process' memory when the first of them started, in bytes. */
  #before = 0;

  constructor(mebibytes: number) {
    this.#mebibytes = mebibytes;
  }

  /** Starts watching a reader, when it starts a job. */
  add(reader: Watched): void {
    this.#running.add(reader);
    if (this.#timer !== undefined) return;
    this.#before = process.memoryUsage.rss();
    this.#timer = setInterval(() => this.#look(), WATCH_MILLISECONDS);
  }

  /** Stops watching a reader, when its job is over. */
  remove(reader: Watched): void {
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
