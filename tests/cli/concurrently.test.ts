import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { concurrently } from "../../src/cli/reading/concurrently.js";

/** Acts that end when they are told to, and what has begun so far. */
function acts(): { act: (value: string) => Promise<void>; begun: string[]; end: (value: string, error?: Error) => Promise<void> } {
  const begun: string[] = [];
  const open = new Map<string, { resolve: () => void; reject: (error: Error) => void }>();
  return {
    begun,
    act: (value) => {
      begun.push(value);
      return new Promise((resolve, reject) => open.set(value, { resolve, reject }));
    },
    end: async (value, error) => {
      if (error === undefined) open.get(value)?.resolve();
      else open.get(value)?.reject(error);
      await setImmediate();
    },
  };
}

test("so many are done at a time, begun in their order, each when another has ended", async () => {
  const { act, begun, end } = acts();
  const all = concurrently(["a", "b", "c", "d"], 2, act);
  expect(begun).toEqual(["a", "b"]);
  await end("b");
  expect(begun).toEqual(["a", "b", "c"]);
  await end("c");
  await end("a");
  await end("d");
  await all;
  expect(begun).toEqual(["a", "b", "c", "d"]);
});

test("no more are begun when one has failed", async () => {
  const { act, begun, end } = acts();
  const all = concurrently(["a", "b", "c", "d"], 2, act);
  const failed = expect(all).rejects.toThrow("full");
  await end("b", new Error("full"));
  await end("a");
  await failed;
  expect(begun).toEqual(["a", "b"]);
});

test("nothing is done where there is nothing", async () => {
  const { act, begun } = acts();
  await concurrently([], 2, act);
  expect(begun).toEqual([]);
});
