import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { MemoryWatch, type Watched } from "../../src/worker/memoryWatch.js";

const MEBIBYTE = 2 ** 20;

/** The memory of the process, in MiB. */
let used = 100;

beforeEach(() => {
  used = 100;
  vi.useFakeTimers();
  vi.spyOn(process.memoryUsage, "rss").mockImplementation(() => used * MEBIBYTE);
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Readers that tell by their names which of them were ended, and why. */
function readers(...names: readonly string[]): { readonly ended: string[]; readonly all: readonly Watched[] } {
  const ended: string[] = [];
  return { ended, all: names.map((name) => ({ end: (fault) => ended.push(`${name}: ${JSON.stringify(fault)}`) })) };
}

const ENDED = JSON.stringify({ code: "out-of-memory", mebibytes: 10 });

test("a reader is ended when the process has grown by more than its limit, within a twentieth of a second", () => {
  const { ended, all: [reader] } = readers("one");
  const watch = new MemoryWatch(10);
  watch.add(reader!);
  used = 110;
  vi.advanceTimersByTime(1000);
  expect(ended).toEqual([]);
  used = 111;
  vi.advanceTimersByTime(50);
  expect(ended).toEqual([`one: ${ENDED}`]);
});

test("several readers may use as much together, and the one that has run longest is ended", () => {
  const { ended, all: [first, second] } = readers("first", "second");
  const watch = new MemoryWatch(10);
  watch.add(first!);
  used = 105;
  watch.add(second!);
  used = 120;
  vi.advanceTimersByTime(1000);
  expect(ended).toEqual([]);
  used = 121;
  vi.advanceTimersByTime(50);
  expect(ended).toEqual([`first: ${ENDED}`]);
});

test("a reader whose job is over is not ended, and nothing is watched after the last", () => {
  const { ended, all: [first, second] } = readers("first", "second");
  const watch = new MemoryWatch(10);
  watch.add(first!);
  watch.add(second!);
  watch.remove(first!);
  used = 111;
  vi.advanceTimersByTime(50);
  expect(ended).toEqual([`second: ${ENDED}`]);
  watch.remove(second!);
  expect(vi.getTimerCount()).toBe(0);
});

test("what an earlier job left in memory does not count for the next", () => {
  const { ended, all: [first, second] } = readers("first", "second");
  const watch = new MemoryWatch(10);
  watch.add(first!);
  watch.remove(first!);
  used = 150;
  watch.add(second!);
  used = 160;
  vi.advanceTimersByTime(50);
  expect(ended).toEqual([]);
  used = 161;
  vi.advanceTimersByTime(50);
  expect(ended).toEqual([`second: ${ENDED}`]);
});
