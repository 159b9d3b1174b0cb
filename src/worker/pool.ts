import { Worker } from "node:worker_threads";
import type { Fault } from "../model/errors.js";
import type { Job, Message, OnPage, Outcome, TaskName } from "./tasks.js";

/** What a job may take before it is ended. */
export interface Limits {
  /** Wall clock of one job, in seconds. */
  readonly seconds: number;
  /** Memory of one job, in MiB: heap, and what lies outside it. */
  readonly mebibytes: number;
}

/** How often memory is looked at, in milliseconds: a runaway allocates some 100 MiB in that time. */
const WATCH_MILLISECONDS = 50;

const MEBIBYTE = 2 ** 20;

/** A job that runs, and how to end it. */
interface Running {
  readonly started: number;
  readonly end: (fault: Fault) => void;
}

/**
 * Workers that parse PDFs where they can be ended: a worker that takes too long or too much is terminated, and a new one takes its
 * place. Workers are reused from job to job. Close the pool when done: its workers keep the process alive.
 */
export class WorkerPool {
  readonly #idle: Worker[] = [];
  readonly #running = new Set<Running>();
  readonly #waiting: (() => void)[] = [];
  #free: number;
  #watch: NodeJS.Timeout | undefined;
  #resident = 0;

  constructor(
    readonly limits: Limits,
    size = 1,
  ) {
    this.#free = size;
  }

  /** Starts a worker ahead of its first job, so that it loads while the job is prepared. */
  warm(): void {
    this.#idle.push(this.#start());
  }

  /** Runs a job as soon as a worker is free. */
  async run<N extends TaskName>(job: Job<N>, onPage?: OnPage): Promise<Outcome<N>> {
    await this.#takePlace();
    const worker = this.#idle.pop() ?? this.#start();
    try {
      const outcome = await this.#runOn(worker, job, onPage);
      if (isReusable(outcome)) this.#idle.push(worker);
      else await worker.terminate();
      return outcome;
    } finally {
      this.#free += 1;
      this.#waiting.shift()?.();
    }
  }

  /** Ends all workers. */
  async close(): Promise<void> {
    await Promise.all(this.#idle.splice(0).map((worker) => worker.terminate()));
  }

  async #takePlace(): Promise<void> {
    if (this.#free === 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#free -= 1;
  }

  #start(): Worker {
    const worker = new Worker(new URL("./entry.js", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: this.limits.mebibytes },
      // What the PDF library prints is for nobody.
      stdout: true,
      stderr: true,
    });
    worker.stdout.resume();
    worker.stderr.resume();
    worker.on("error", () => undefined);
    return worker;
  }

  #runOn<N extends TaskName>(worker: Worker, job: Job<N>, onPage: OnPage | undefined): Promise<Outcome<N>> {
    return new Promise((resolve) => {
      const settle = (outcome: Outcome<N>): void => {
        clearTimeout(timer);
        this.#running.delete(running);
        if (this.#running.size === 0) this.#unwatch();
        worker.removeAllListeners("message");
        worker.removeAllListeners("error");
        worker.removeAllListeners("exit");
        worker.on("error", () => undefined);
        resolve(outcome);
      };
      const { seconds, mebibytes } = this.limits;
      const running: Running = { started: performance.now(), end: (fault) => settle({ kind: "fault", fault }) };
      const timer = setTimeout(() => running.end({ code: "timed-out", seconds }), seconds * 1000);
      worker.on("message", (message: Message<N>) => {
        if (message.kind === "page") onPage?.(message.read, message.pages);
        else settle(message);
      });
      worker.on("error", (error: Error & { code?: string }) => {
        if (error.code === "ERR_WORKER_OUT_OF_MEMORY") running.end({ code: "out-of-memory", mebibytes });
        else settle({ kind: "crash", reason: error.message, stack: error.stack ?? "" });
      });
      worker.on("exit", () => settle({ kind: "crash", reason: "the worker ended early", stack: "" }));
      this.#running.add(running);
      this.#keepWatch();
      worker.postMessage(job, transferable(job.bytes));
    });
  }

  /** The heap limit does not see typed arrays: watches the real memory of the process, and ends the longest job when it is too much. */
  #keepWatch(): void {
    if (this.#watch !== undefined) return;
    this.#resident = process.memoryUsage.rss();
    this.#watch = setInterval(() => {
      const grown = (process.memoryUsage.rss() - this.#resident) / MEBIBYTE;
      const { mebibytes } = this.limits;
      if (grown <= mebibytes * this.#running.size) return;
      const longest = [...this.#running].sort((a, b) => a.started - b.started)[0];
      longest?.end({ code: "out-of-memory", mebibytes });
    }, WATCH_MILLISECONDS);
  }

  #unwatch(): void {
    clearInterval(this.#watch);
    this.#watch = undefined;
  }
}

/** A worker goes on after an answer; after a crash, or when it was ended, it does not. */
function isReusable(outcome: Outcome<TaskName>): boolean {
  if (outcome.kind === "fault") return outcome.fault.code !== "timed-out" && outcome.fault.code !== "out-of-memory";
  return outcome.kind === "done";
}

/** The buffer, if all of it is the bytes': small Node buffers share one. */
function transferable(bytes: Uint8Array): ArrayBuffer[] {
  const { buffer } = bytes;
  return buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength ? [buffer] : [];
}
