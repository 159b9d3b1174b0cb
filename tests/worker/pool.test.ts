import { beforeEach, expect, test, vi } from "vitest";
import { ReaderPool } from "../../src/worker/pool.js";
import { TABLES_SCHEMA_ID, TABLES_SCHEMA_VERSION, type TablesDocument } from "../../src/model/tables.js";
import type { Fault } from "../../src/model/errors.js";
import type { Job, Outcome } from "../../src/worker/tasks.js";

/** A reader as the pool sees it, whose jobs end when they are told to. */
interface FakeReader {
  readonly mebibytes: number;
  readonly threads: number;
  isOver: boolean;
  isClosed: boolean;
  /** Resolves when its threads have ended. */
  closing: Promise<void>;
  readonly jobs: { readonly file: string; readonly seconds: number; readonly handedOver: number; readonly settle: (outcome: Outcome<"tables">) => void }[];
}

const started = vi.hoisted((): FakeReader[] => []);

// Real readers are tested in processes of their own: here it counts which of them gets which job, and when.
vi.mock("../../src/worker/reader.js", () => ({
  Reader: class implements FakeReader {
    isOver = false;
    isClosed = false;
    closing = Promise.resolve();
    readonly jobs: FakeReader["jobs"] = [];

    constructor(
      readonly mebibytes: number,
      readonly threads: number,
    ) {
      started.push(this);
    }

    run({ input }: { input: { file: string } }, seconds: number, _: unknown, transfer: readonly ArrayBuffer[]): Promise<unknown> {
      return new Promise((settle) => this.jobs.push({ file: input.file, seconds, handedOver: transfer.length, settle }));
    }

    end(fault: Fault): void {
      this.isOver = true;
      this.jobs.at(-1)?.settle({ kind: "fault", fault });
    }

    close(): Promise<void> {
      this.isClosed = true;
      return this.closing;
    }
  },
}));

beforeEach(() => {
  started.length = 0;
});

const LIMITS = { seconds: 3, mebibytes: 2 ** 20 };
const BLANK: Outcome<"tables"> = { kind: "fault", fault: { code: "blank", pages: 1 } };
const NO_MEMORY: Outcome<"tables"> = { kind: "fault", fault: { code: "out-of-memory", mebibytes: 16 } };

const RESULT: TablesDocument = {
  $schema: TABLES_SCHEMA_ID,
  schemaVersion: TABLES_SCHEMA_VERSION,
  source: { file: "a.pdf", sha256: "0".repeat(64), bytes: 8, pages: 1, producer: null },
  tables: [],
  diagnostics: [],
};

const jobOf = (file: string, bytes = new Uint8Array(8)): Job<"tables"> => ({ task: "tables", bytes, input: { file, join: false } });

/** Lets everything happen that waits for nothing else. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** The files whose jobs each reader got so far. */
const given = (): string[][] => started.map(({ jobs }) => jobs.map(({ file }) => file));

/** Settles the last job of a reader. */
async function finish(reader: number, outcome: Outcome<"tables"> = BLANK): Promise<void> {
  started[reader]?.jobs.at(-1)?.settle(outcome);
  await settled();
}

test("a pool starts its first reader at once, and others when they are needed", async () => {
  const pool = new ReaderPool(LIMITS, { size: 2 });
  expect(started).toHaveLength(1);
  const begun: string[] = [];
  const running = ["a", "b", "c"].map((file) => pool.run(jobOf(file), undefined, () => begun.push(file)));
  await settled();
  expect(given()).toEqual([["a"], ["b"]]);
  expect(begun).toEqual(["a", "b"]);
  await finish(1);
  expect(given()).toEqual([["a"], ["b", "c"]]);
  expect(begun).toEqual(["a", "b", "c"]);
  await finish(0);
  await finish(1);
  expect(await Promise.all(running)).toEqual([BLANK, BLANK, BLANK]);
  expect(started.map(({ jobs }) => jobs[0]?.seconds)).toEqual([3, 3]);
});

test("a reader that has ended is closed and replaced", async () => {
  const pool = new ReaderPool(LIMITS);
  const running = [pool.run(jobOf("a")), pool.run(jobOf("b"))];
  await settled();
  started[0]!.isOver = true;
  await finish(0);
  expect(started[0]!.isClosed).toBe(true);
  expect(given()).toEqual([["a"], ["b"]]);
  await finish(1);
  await Promise.all(running);
});

test("of several, one that needs too much memory is read again when no other is read", async () => {
  const pool = new ReaderPool(LIMITS, { size: 2 });
  const [first] = ["a", "b", "c"].map((file) => pool.run(jobOf(file)));
  await settled();
  await finish(0, NO_MEMORY);
  expect(given().flat()).toEqual(["a", "c", "b"]);
  await finish(1);
  expect(given().flat()).toEqual(["a", "c", "b"]);
  await finish(0);
  expect(given().flat().filter((file) => file === "a")).toHaveLength(2);
  const again = started.findIndex(({ jobs }) => jobs.at(-1)?.file === "a");
  await finish(again, NO_MEMORY);
  expect(await first).toEqual(NO_MEMORY);
});

test("a single PDF that needs too much memory is not read again, nor one that fails for another reason", async () => {
  const alone = new ReaderPool(LIMITS).run(jobOf("a"));
  await settled();
  await finish(0, NO_MEMORY);
  expect(await alone).toEqual(NO_MEMORY);
  const beside = new ReaderPool(LIMITS, { size: 2 }).run(jobOf("b"));
  await settled();
  await finish(1);
  expect(await beside).toEqual(BLANK);
  expect(given()).toEqual([["a"], ["b"]]);
});

test("bytes are handed over only if nobody else needs them", async () => {
  const single = new ReaderPool(LIMITS);
  void single.run(jobOf("a"));
  await settled();
  await finish(0);
  void single.run(jobOf("part of a buffer", new Uint8Array(new ArrayBuffer(16), 0, 8)));
  void new ReaderPool(LIMITS, { size: 2 }).run(jobOf("may be read again"));
  await settled();
  expect(started.map(({ jobs }) => jobs.map(({ handedOver }) => handedOver))).toEqual([[1, 0], [0]]);
});

test("a result is used while the threads that made it still end; closing waits for them", async () => {
  const pool = new ReaderPool(LIMITS, { threads: 2 });
  const running = pool.run(jobOf("a"));
  await settled();
  let end = (): void => undefined;
  started[0]!.isOver = true;
  started[0]!.closing = new Promise((resolve) => (end = resolve));
  await finish(0, { kind: "done", result: RESULT });
  expect(await running).toEqual({ kind: "done", result: RESULT });
  let isClosed = false;
  const closing = pool.close().then(() => (isClosed = true));
  await settled();
  expect(isClosed).toBe(false);
  end();
  await closing;
});

test("what a job needs is watched until it is over", async () => {
  const rss = vi.spyOn(process.memoryUsage, "rss").mockReturnValue(0);
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  try {
    const pool = new ReaderPool({ seconds: 3, mebibytes: 16 });
    const running = pool.run(jobOf("a"));
    await settled();
    rss.mockReturnValue(17 * 2 ** 20);
    vi.advanceTimersByTime(50);
    expect(await running).toEqual(NO_MEMORY);
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
    vi.restoreAllMocks();
  }
});

test("readers have the pool's limit and threads", async () => {
  const pool = new ReaderPool({ seconds: 3, mebibytes: 16 }, { size: 2, threads: 2 });
  for (const file of ["a", "b"]) void pool.run(jobOf(file));
  await settled();
  expect(started.map(({ mebibytes, threads }) => [mebibytes, threads])).toEqual([[16, 2], [16, 2]]);
  expect(new ReaderPool(LIMITS)).toBeDefined();
  expect(started.at(-1)?.threads).toBe(1);
});

test("closing ends all readers, and rejects what is read or waits", async () => {
  const pool = new ReaderPool(LIMITS, { size: 2 });
  const running = ["a", "b", "c", "d"].map((file) => pool.run(jobOf(file)));
  const outcomes = Promise.allSettled(running);
  await settled();
  await finish(1);
  await pool.close();
  expect(started.every(({ isClosed }) => isClosed)).toBe(true);
  for (const reader of started.keys()) await finish(reader);
  expect((await outcomes).map(({ status }) => status)).toEqual(["rejected", "fulfilled", "rejected", "rejected"]);
  expect(given().flat()).not.toContain("d");
});

test("closing ends a reader that has nothing to read", async () => {
  await new ReaderPool(LIMITS).close();
  expect(started[0]?.isClosed).toBe(true);
});
