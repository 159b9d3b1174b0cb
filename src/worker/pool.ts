import { MemoryWatch } from "./memoryWatch.js";
import { Reader, type Threads } from "./reader.js";
import { Semaphore } from "./semaphore.js";
import type { Job, OnPage, Outcome, TaskName } from "./tasks.js";

/** The limits of a job; it is ended if it exceeds them. */
export interface Limits {
  /** Wall clock of one job, in seconds. */
  readonly seconds: number;
  /** Memory of one job, in MiB. */
  readonly mebibytes: number;
}

/** How a pool reads. */
export interface PoolOptions {
  /** How many PDFs are read at a time. The default is 1. */
  readonly size?: number;
  /** Threads for each PDF. Two are faster for a single PDF, but must be started anew for the next; the default is 1. */
  readonly threads?: Threads;
  /** A reader that has already been started. */
  readonly reader?: Reader | undefined;
}

/**
 * Readers that run side by side. Each reads one PDF after another, and is replaced when it has ended. Close the pool when done: its threads
 * keep the process alive.
 */
export class ReaderPool {
  readonly #limits: Limits;
  readonly #threads: Threads;
  readonly #permits: Semaphore;
  readonly #idle: Reader[];
  readonly #busy = new Set<Reader>();
  /** Readers whose threads are still ending while their result is already used. */
  readonly #ending: Promise<void>[] = [];
  readonly #watch: MemoryWatch;
  #closed = false;

  /** Starts the first reader at once, so that it loads while its job is prepared. */
  constructor(limits: Limits, { size = 1, threads = 1, reader }: PoolOptions = {}) {
    this.#limits = limits;
    this.#threads = threads;
    this.#permits = new Semaphore(size);
    this.#watch = new MemoryWatch(limits.mebibytes);
    this.#idle = [reader ?? this.#start()];
  }

  /**
   * Reads a PDF as soon as there is a place. While several are read, it is impossible to know which of them uses the memory: one that was
   * ended for that reason is read again alone, so that its outcome does not depend on its neighbours.
   *
   * @param onBegin Called when there is a place.
   */
  async run<N extends TaskName>(job: Job<N>, onPage?: OnPage, onBegin?: () => void): Promise<Outcome<N>> {
    if (this.#permits.size === 1) return this.#runIn(1, job, { onPage, onBegin }, transferable(job.bytes));
    const outcome = await this.#runIn(1, job, { onPage, onBegin });
    if (outcome.kind !== "fault" || outcome.fault.code !== "out-of-memory") return outcome;
    return this.#runIn(this.#permits.size, job, { onPage });
  }

  /** Ends all threads; jobs that are still running or waiting are rejected. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#ending, ...[...this.#idle.splice(0), ...this.#busy].map((reader) => reader.close())]);
  }

  async #runIn<N extends TaskName>(
    permits: number,
    job: Job<N>,
    { onPage, onBegin }: { readonly onPage?: OnPage | undefined; readonly onBegin?: (() => void) | undefined },
    transfer: readonly ArrayBuffer[] = [],
  ): Promise<Outcome<N>> {
    await this.#permits.acquire(permits);
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
      this.#permits.release(permits);
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

/** The buffer of the bytes, if it contains nothing else: Node's small Buffers share one. */
function transferable({ buffer, byteLength }: Uint8Array<ArrayBuffer>): ArrayBuffer[] {
  return buffer.byteLength === byteLength ? [buffer] : [];
}
