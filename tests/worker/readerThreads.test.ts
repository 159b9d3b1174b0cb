import { EventEmitter } from "node:events";
import { PassThrough } from "node:stream";
import { serialize } from "node:v8";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Message, Outcome, TaskName } from "../../src/worker/tasks.js";

/** A thread that notes what it is told, and says nothing by itself. */
class SilentThread extends EventEmitter {
  readonly stdout = new PassThrough();
  readonly stderr = new PassThrough();
  readonly orders: unknown[] = [];
  isEnded = false;

  constructor(
    readonly file: URL,
    readonly options: { readonly argv: readonly string[]; readonly resourceLimits: object },
  ) {
    super();
    threads.push(this);
  }

  postMessage(order: unknown): void {
    this.orders.push(order);
  }

  /** As a thread of Node, it says that it has ended. */
  terminate(): Promise<number> {
    this.isEnded = true;
    this.emit("exit", 1);
    return Promise.resolve(1);
  }
}

const threads: SilentThread[] = [];

vi.mock("node:worker_threads", async (original) => ({ ...(await original<object>()), Worker: SilentThread }));

const { Reader } = await import("../../src/worker/reader.js");

const job = { task: "extract", bytes: new Uint8Array(), input: { file: "a.pdf" } } as const;
const scan = { ...job, input: { ...job.input, ocr: true } } as const;

function threadOf(name: string): SilentThread {
  const found = threads.find(({ options }) => options.argv[0] === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}

function say(message: Message): void {
  threadOf("readerThread").emit("message", message);
}

function done(result: unknown): Message {
  return { kind: "done", serialized: serialize(result) };
}

beforeEach(() => {
  threads.length = 0;
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("the result of a thread is the outcome, after each page has been told", async () => {
  const reader = new Reader(100, 1);
  const told: number[][] = [];
  const outcome = reader.run(job, 60, (read, pages) => told.push([read, pages]));
  expect(threadOf("readerThread").orders).toEqual([{ kind: "job", job }]);
  say({ kind: "page", read: 1, pages: 2 });
  say({ kind: "page", read: 2, pages: 2 });
  say(done({ pages: 2 }));
  expect(await outcome).toEqual({ kind: "done", result: { pages: 2 } });
  expect(told).toEqual([[1, 2], [2, 2]]);
  expect(reader.isOver).toBe(false);
});

test.each<[string, Message, Outcome<TaskName>, boolean]>([
  ["a fault of the PDF", { kind: "fault", fault: { code: "not-a-pdf" } }, { kind: "fault", fault: { code: "not-a-pdf" } }, false],
  ["a crash of its task", { kind: "crash", reason: "r", stack: "s" }, { kind: "crash", reason: "r", stack: "s" }, false],
  ["waiting in vain", { kind: "stalled", reason: "r" }, { kind: "fault", fault: { code: "damaged", reason: { code: "library", words: "r" } } }, true],
])("%s is the outcome; only a thread that waits is not used again", async (_, message, expected, isOver) => {
  const reader = new Reader(100, 1);
  const outcome = reader.run(job, 60);
  say(message);
  expect(await outcome).toEqual(expected);
  expect(reader.isOver).toBe(isOver);
});

const outOfMemory = Object.assign(new Error("heap"), { code: "ERR_WORKER_OUT_OF_MEMORY" });

test.each<[string, string, unknown, Outcome<TaskName>]>([
  ["is out of memory", "error", outOfMemory, { kind: "fault", fault: { code: "out-of-memory", mebibytes: 100 } }],
  ["throws", "error", Object.assign(new Error("r"), { stack: "s" }), { kind: "crash", reason: "r", stack: "s" }],
  ["says what cannot be read", "messageerror", Object.assign(new Error("r"), { stack: "s" }), { kind: "crash", reason: "r", stack: "s" }],
  ["ends", "exit", 0, { kind: "crash", reason: "a thread ended early", stack: "" }],
])("a job whose reader or parser %s has an outcome, and the next one is not begun", async (_, event, value, expected) => {
  for (const name of ["readerThread", "parserThread"]) {
    threads.length = 0;
    const reader = new Reader(100, 2);
    const outcome = reader.run(job, 60);
    threadOf(name).emit(event, value);
    expect(await outcome).toEqual(expected);
    expect(reader.isOver).toBe(true);
    expect(await reader.run(job, 60)).toEqual({ kind: "crash", reason: "a thread ended early", stack: "" });
    expect(threadOf("readerThread").orders).toHaveLength(1);
  }
});

test("the time limit is one for a PDF, and for a scan one for each page", async () => {
  const [first, second] = [new Reader(100, 1), new Reader(100, 1)];
  const plain = first.run(job, 10);
  const scanned = second.run(scan, 10);
  const isSettled = vi.fn();
  void scanned.then(isSettled);
  await vi.advanceTimersByTimeAsync(9000);
  for (const thread of threads) thread.emit("message", { kind: "page", read: 1, pages: 3 });
  await vi.advanceTimersByTimeAsync(9000);
  expect(await plain).toEqual({ kind: "fault", fault: { code: "timed-out", seconds: 10 } });
  expect(isSettled).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1000);
  expect(await scanned).toEqual({ kind: "fault", fault: { code: "timed-out", seconds: 10 } });
});

test("a job that is done has no time limit any more", async () => {
  const reader = new Reader(100, 1);
  const outcome = reader.run(job, 10);
  say(done(0));
  await outcome;
  await vi.advanceTimersByTimeAsync(20_000);
  expect(reader.isOver).toBe(false);
});

test("the parser ends when all is parsed, and the job goes on", async () => {
  const reader = new Reader(100, 2);
  const outcome = reader.run(job, 60);
  say({ kind: "parsed" });
  expect(threads.map(({ isEnded }) => isEnded)).toEqual([true, false]);
  say(done("result"));
  expect(await outcome).toEqual({ kind: "done", result: "result" });
});

test("the reader learns of an uncaught error of the parser", () => {
  const reader = new Reader(100, 2);
  void reader.run(job, 60);
  const error = { kind: "uncaught-error", reason: "r" };
  threadOf("parserThread").emit("message", error);
  expect(threadOf("readerThread").orders.at(-1)).toEqual(error);
});

test("two threads read one PDF, and have ended before a large result is taken over, not before a small one", async () => {
  for (const [size, isEnded] of [[2 ** 20 + 1, true], [2 ** 10, false]] as const) {
    threads.length = 0;
    const reader = new Reader(100, 2);
    const outcome = reader.run(job, 60);
    say(done("a".repeat(size)));
    await outcome;
    expect(reader.isOver).toBe(true);
    expect(threads.map((thread) => thread.isEnded)).toEqual([isEnded, isEnded]);
  }
});

test("the heap of a thread may be four times the limit, which is watched from outside", () => {
  expect(new Reader(100, 1).threads).toBe(1);
  expect(threadOf("readerThread").options.resourceLimits).toEqual({ maxOldGenerationSizeMb: 400 });
});
