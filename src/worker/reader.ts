import { deserialize } from "node:v8";
import { MessageChannel, type MessagePort, Worker } from "node:worker_threads";
import type { Fault } from "../model/errors.js";
import { limitHeapGrowth } from "./heapGrowth.js";
import type { Failed, Job, Message, OnPage, Order, Outcome, Stray, TaskMap, TaskName } from "./tasks.js";

/**
 * How a reader spreads its work: over one thread, for one PDF after another, or over two so that the pages are parsed in one while they are read in
 * the other. Two are for one PDF: each ends as soon as it is no more needed, so that its memory is free for what the next stages need.
 */
export type Threads = 1 | 2;

/**
 * The heap may grow past the limit of memory, which is watched from outside: when the heap's own limit is reached in the
 * middle of, say, the growth of a Map, V8 ends the whole process instead of the thread.
 */
const HEAP_PER_LIMIT = 4;

/** A result is not taken over before the thread that made it has ended, where it is larger than this, in bytes: it is there twice meanwhile. Ending a thread takes some 10 ms. */
const LARGE_RESULT = 2 ** 20;

/** Threads that read PDFs and that can be ended at any time, also in the middle of a loop without end. */
export class Reader {
  readonly #thread: Worker;
  readonly #parser: Worker | undefined;
  readonly #workers: readonly Worker[];
  #settle: ((outcome: Failed) => void) | undefined;
  #over = false;

  /** @param mebibytes What a job may take; a reader does not watch that itself. */
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
      this.#parser.on("message", (stray: Stray) => this.#order(stray));
    }
    for (const worker of this.#workers) {
      worker.on("error", (error: Error & { readonly code?: string }) => {
        if (error.code === "ERR_WORKER_OUT_OF_MEMORY") this.end({ code: "out-of-memory", mebibytes });
        else this.#fail({ kind: "crash", reason: error.message, stack: error.stack ?? "" });
      });
      // A message that cannot be taken over would never be answered.
      worker.on("messageerror", (error: Error) => this.#fail({ kind: "crash", reason: error.message, stack: error.stack ?? "" }));
      worker.on("exit", () => this.#fail({ kind: "crash", reason: "a thread ended early", stack: "" }));
    }
  }

  /** Whether it can read no more: its threads have ended, or must be. */
  get isOver(): boolean {
    return this.#over;
  }

  /** Reads a PDF within so many seconds, or each page of it where scans are recognised; one at a time. Buffers in `transfer` are handed over. */
  async run<N extends TaskName>(
    job: Job<N>,
    seconds: number,
    onPage?: OnPage,
    transfer: readonly ArrayBuffer[] = [],
  ): Promise<Outcome<N>> {
    const timer = setTimeout(() => this.end({ code: "timed-out", seconds }), seconds * 1000);
    let listen: ((message: Message) => void) | undefined;
    try {
      return await new Promise<Outcome<N>>((resolve) => {
        this.#settle = resolve;
        listen = (message) => {
          if (message.kind === "page") {
            limitHeapGrowth(message.pages);
            if (job.input.ocr === true) timer.refresh();
            onPage?.(message.read, message.pages);
          } else if (message.kind === "stalled") this.end({ code: "damaged", reason: message.reason });
          else if (message.kind === "parsed") this.#endParser();
          else if (message.kind === "done") resolve(this.#takeOver<N>(message.serialized));
          else resolve(message);
        };
        this.#thread.on("message", listen);
        if (this.#over) this.#fail({ kind: "crash", reason: "a thread ended early", stack: "" });
        else this.#order({ kind: "job", job }, transfer);
      });
    } finally {
      clearTimeout(timer);
      this.#settle = undefined;
      if (listen !== undefined) this.#thread.off("message", listen);
    }
  }

  /** Gives up the job that runs, and the threads with it. */
  end(fault: Fault): void {
    this.#fail({ kind: "fault", fault });
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    this.#over = true;
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  async #takeOver<N extends TaskName>(serialized: Uint8Array): Promise<Outcome<N>> {
    if (this.#parser !== undefined) {
      this.#over = true;
      if (serialized.byteLength > LARGE_RESULT) await this.close();
    }
    // The thread has written what its task gave.
    return { kind: "done", result: deserialize(serialized) as TaskMap[N]["output"] };
  }

  #endParser(): void {
    this.#parser?.removeAllListeners("exit");
    void this.#parser?.terminate();
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
    // What the PDF library prints is for nobody.
    stdout: true,
    stderr: true,
  });
  worker.stdout.resume();
  worker.stderr.resume();
  return worker;
}
