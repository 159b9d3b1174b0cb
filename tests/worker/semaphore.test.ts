import { expect, test } from "vitest";
import { Semaphore } from "../../src/worker/semaphore.js";

/** Jobs that each take permits of a semaphore, and which of them have started. */
function jobsOf(semaphore: Semaphore): { readonly started: string[]; readonly begin: (name: string, permits: number) => Promise<void> } {
  const started: string[] = [];
  return { started, begin: (name, permits) => semaphore.acquire(permits).then(() => void started.push(name)) };
}

/** Lets everything happen that waits for nothing else. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test("as many jobs run as there are permits, and the next when one is released", async () => {
  const semaphore = new Semaphore(2);
  const { started, begin } = jobsOf(semaphore);
  for (const name of ["a", "b", "c", "d"]) void begin(name, 1);
  await settle();
  expect(started).toEqual(["a", "b"]);
  semaphore.release(1);
  await settle();
  expect(started).toEqual(["a", "b", "c"]);
});

test("a job that wants all permits is not overtaken, and runs alone", async () => {
  const semaphore = new Semaphore(2);
  const { started, begin } = jobsOf(semaphore);
  void begin("a", 1);
  void begin("all", 2);
  for (const name of ["b", "c", "d"]) void begin(name, 1);
  await settle();
  expect(started).toEqual(["a"]);
  semaphore.release(1);
  await settle();
  expect(started).toEqual(["a", "all"]);
  semaphore.release(2);
  await settle();
  expect(started).toEqual(["a", "all", "b", "c"]);
  semaphore.release(1);
  await settle();
  expect(started).toEqual(["a", "all", "b", "c", "d"]);
});
