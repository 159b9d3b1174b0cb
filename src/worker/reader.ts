import { deserialize } from "node:v8";
import { MessageChannel, type MessagePort, Worker } from "node:worker_threads";
import type { Fault } from "../model/errors.js";
import { endThread } from "./ending.js";
import { limitHeapGrowth } from "./heapGrowth.js";
import type { Failed, Job, Message, OnPage, Order, Outcome, TaskMap, TaskName, UncaughtError } from "./tasks.js";

/**
 * How many threads a reader has: one, for one PDF after another, or two, so that one thread parses pages while the other reads them. Two
 * serve a single PDF: each ends as soon as it is no longer needed, so that its memory is free for the next stages.
 */
export type Threads = 1 | 2;

/**
 * The limit of a thread's heap, as a multiple of the memory limit. It is far above that one, which is watched from outside: if a heap
 * reaches its own limit in the middle of, say, the growth of a Map, V8 ends the whole process instead of the thread.
 */
const HEAP_PER_LIMIT = 4;

/**
 * A result larger than this, in bytes, is taken over only after the thread that made it has ended, so that it is never in memory twice. For
 * smaller ones that is not worth the 10 ms that it takes.
 */
const LARGE_RESULT = 2 ** 20;

/** Threads that read PDFs, and that can be ended at any time, even in an endless loop. */
export class Reader {
  readonly #thread: Worker;
  readonly #parser: Worker | undefined;
  readonly #workers: readonly Worker[];
  #settle: ((outcome: Failed) => void) | undefined;
  #over = false;

  /** @param mebibytes The memory limit of a job. The reader does not enforce it; see `MemoryWatch`. */
  constructor(
    readonly mebibytes: number,
    readonly threads: Threads,
  ) {
    if (threads === 1) {
      this.#thread = startThread("readerThread", mebibytes);
      this.#workers = [this.#thread];
    } else {
      const { port1, port2 } = new MessageChannel();
      this.#parser = startThread("parserThread", mebibytes, port1);
      this.#thread = startThread("readerThread", mebibytes, port2);
      this.#workers = [this.#thread, this.#parser];
      this.#parser.on("message", (error: UncaughtError) => this.#order(error));
    }
    for (const worker of this.#workers) {
      worker.on("error", (error: Error & { readonly code?: string }) => {
        if (error.code === "ERR_WORKER_OUT_OF_MEMORY") this.end({ code: "out-of-memory", mebibytes });
        else this.#fail({ kind: "crash", reason: error.message, stack: error.stack ?? "" });
      });
      // Without this, a message that cannot be deserialized would never be answered.
      worker.on("messageerror", (error: Error) => this.#fail({ kind: "crash", reason: error.message, stack: error.stack ?? "" }));
      worker.on("exit", () => this.#fail({ kind: "crash", reason: "a thread ended early", stack: "" }));
    }
  }

  /** Whether it can read no more PDFs: its threads have ended, or must be ended. */
  get isOver(): boolean {
    return this.#over;
  }

  /**
   * Reads a PDF; one at a time.
   *
   * @param seconds The time limit: for the PDF or, if scans are recognised, for each page.
   * @param transfer Buffers that are handed over to the thread.
   */
  async run<N extends TaskName>(job: Job<N>, seconds: number, onPage?: OnPage, transfer: readonly ArrayBuffer[] = []): Promise<Outcome<N>> {
    const timer = setTimeout(() => this.end({ code: "timed-out", seconds }), seconds * 1000);
    const onProgress: OnPage = (read, pages) => {
      limitHeapGrowth(pages);
      if (job.input.ocr === true) timer.refresh();
      onPage?.(read, pages);
    };
    let onMessage: (message: Message) => void = () => undefined;
    try {
      return await new Promise<Outcome<N>>((resolve) => {
        this.#settle = resolve;
        onMessage = (message) => this.#receive(message, onProgress, resolve);
        this.#thread.on("message", onMessage);
        if (this.#over) this.#fail({ kind: "crash", reason: "a thread ended early", stack: "" });
        else this.#order({ kind: "job", job }, transfer);
      });
    } finally {
      clearTimeout(timer);
      this.#settle = undefined;
      this.#thread.off("message", onMessage);
    }
  }

  /** Gives up the running job, with the fault as its outcome; the threads cannot be used again. */
  end(fault: Fault): void {
    this.#fail({ kind: "fault", fault });
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    this.#over = true;
    await Promise.all(this.#workers.map(endThread));
  }

  #receive<N extends TaskName>(message: Message, onProgress: OnPage, resolve: (outcome: Outcome<N> | Promise<Outcome<N>>) => void): void {
    switch (message.kind) {
      case "page":
        return onProgress(message.read, message.pages);
      case "stalled":
        return this.end({ code: "damaged", reason: { code: "library", words: message.reason } });
      case "parsed":
        return this.#endParser();
      case "done":
        return resolve(this.#takeOver<N>(message.serialized));
      case "fault":
      case "crash":
        return resolve(message);
    }
  }

  async #takeOver<N extends TaskName>(serialized: Uint8Array): Promise<Outcome<N>> {
    if (this.#parser !== undefined) {
      this.#over = true;
      if (serialized.byteLength > LARGE_RESULT) await this.close();
    }
    // The thread serialized what its task returned.
    return { kind: "done", result: deserialize(serialized) as TaskMap[N]["output"] };
  }

  #endParser(): void {
    this.#parser?.removeAllListeners("exit");
    if (this.#parser !== undefined) void endThread(this.#parser);
  }

  #fail(outcome: Failed): void {
    this.#over = true;
    this.#settle?.(outcome);
  }

  #order(order: Order, transfer: readonly ArrayBuffer[] = []): void {
    this.#thread.postMessage(order, transfer);
  }
}

function startThread(name: string, mebibytes: number, port?: MessagePort): Worker {
  const worker = new Worker(new URL("./thread.js", import.meta.url), {
    argv: [name],
    resourceLimits: { maxOldGenerationSizeMb: mebibytes * HEAP_PER_LIMIT },
    workerData: port,
    transferList: port === undefined ? [] : [port],
    // What the PDF library prints is discarded.
    stdout: true,
    stderr: true,
  });
  worker.stdout.resume();
  worker.stderr.resume();
  return worker;
}
