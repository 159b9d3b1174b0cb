import { MemoryWatch } from "./memoryWatch.js";
import { Places } from "./places.js";
import { Reader, type Threads } from "./reader.js";
import type { Job, OnPage, Outcome, TaskName } from "./tasks.js";

/** What a job may take before it is ended. */
export interface Limits {
  /** Wall clock of one job, in seconds. */
  readonly seconds: number;
  /** Memory of one job, in MiB. */
  readonly mebibytes: number;
}

/** How many PDFs are read at a time, by how many threads each, and a reader that runs already. */
export interface PoolOptions {
  readonly size?: number;
  /** Two are faster for one PDF, and are started anew for another; one is better where there are several. */
  readonly threads?: Threads;
  readonly reader?: Reader | undefined;
}

/**
 * Readers that work side by side, each reused from PDF to PDF; one that is over is replaced. Close the pool when done: its threads keep the
 * process alive.
 */
export class ReaderPool {
  readonly #limits: Limits;
  readonly #threads: Threads;
  readonly #places: Places;
  readonly #idle: Reader[];
  readonly #busy = new Set<Reader>();
  /** Readers whose threads end while their result is used. */
  readonly #ending: Promise<void>[] = [];
  readonly #watch: MemoryWatch;
  #closed = false;

  /** Starts the first reader at once, so that it loads while its job is prepared. */
  constructor(limits: Limits, { size = 1, threads = 1, reader }: PoolOptions = {}) {
    this.#limits = limits;
    this.#threads = threads;
    this.#places = new Places(size);
    this.#watch = new MemoryWatch(limits.mebibytes);
    this.#idle = [reader ?? this.#start()];
  }

  /**
   * Reads a PDF as soon as there is a place. Where several are read at a time nobody can tell whose the memory is: one that was
   * ended for it is read again alone, so that its outcome does not depend on its neighbours.
   *
   * @param onBegin Told when there is a place.
   */
  async run<N extends TaskName>(job: Job<N>, onPage?: OnPage, onBegin?: () => void): Promise<Outcome<N>> {
    if (this.#places.size === 1) return this.#runIn(1, job, { onPage, onBegin }, transferable(job.bytes));
    const outcome = await this.#runIn(1, job, { onPage, onBegin });
    if (outcome.kind !== "fault" || outcome.fault.code !== "out-of-memory") return outcome;
    return this.#runIn(this.#places.size, job, { onPage });
  }

  /** Ends all threads; what still runs or waits is rejected. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#ending, ...[...this.#idle.splice(0), ...this.#busy].map((reader) => reader.close())]);
  }

  async #runIn<N extends TaskName>(
    places: number,
    job: Job<N>,
    { onPage, onBegin }: { readonly onPage?: OnPage | undefined; readonly onBegin?: (() => void) | undefined },
    transfer: readonly ArrayBuffer[] = [],
  ): Promise<Outcome<N>> {
    await this.#places.take(places);
    try {
      this.#throwIfClosed();
      onBegin?.();
      const reader = this.#idle.pop() ?? this.#start();
      const outcome = await this.#runOn(reader, job, onPage, transfer);
      this.#throwIfClosed();
      if (!reader.isOver) this.#idle.push(reader);
      else if (outcome.kind === "done") this.#ending.push(reader.close());
      else await reader.close();
      return outcome;
    } finally {
      this.#places.give(places);
    }
  }

  async #runOn<N extends TaskName>(
    reader: Reader,
    job: Job<N>,
    onPage: OnPage | undefined,
    transfer: readonly ArrayBuffer[],
  ): Promise<Outcome<N>> {
    this.#busy.add(reader);
    this.#watch.add(reader);
    try {
      return await reader.run(job, this.#limits.seconds, onPage, transfer);
    } finally {
      this.#watch.remove(reader);
      this.#busy.delete(reader);
    }
  }

  #throwIfClosed(): void {
    if (this.#closed) throw new Error("The pool is closed");
  }

  #start(): Reader {
    return new Reader(this.#limits.mebibytes, this.#threads);
  }
}

/** The buffer, if all of it is the bytes': small buffers of Node share one. */
function transferable({ buffer, byteLength }: Uint8Array<ArrayBuffer>): ArrayBuffer[] {
  return buffer.byteLength === byteLength ? [buffer] : [];
}
