import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { newFolder } from "../support/annex.js";

/** Ends a thread that runs some code, in a program of its own, and says so; its exit code would be 2. */
const program = (code: string): string => `
  import { Worker } from "node:worker_threads";
  import { endThread, leaveStuckThreads } from "${new URL("../../dist/worker/ending.js", import.meta.url).href}";
  const worker = new Worker(${JSON.stringify(`require("node:worker_threads").parentPort.postMessage("runs"); ${code}`)}, { eval: true });
  await new Promise((resolve) => worker.once("message", resolve));
  // The loop has begun by then.
  await new Promise((resolve) => setTimeout(resolve, 500));
  await endThread(worker);
  console.log("gave up or ended");
  process.exitCode = 2;
  leaveStuckThreads();`;

async function endOf(code: string): Promise<unknown> {
  const file = join(newFolder(), "program.mjs");
  writeFileSync(file, program(code));
  return promisify(execFile)(process.execPath, [file], { timeout: 60_000 }).catch((error: unknown) => error);
}

test("a thread in an endless loop is ended, and the process ends as it wants", async () => {
  expect(await endOf("for (;;);")).toMatchObject({ stdout: "gave up or ended\n", code: 2, signal: null });
});

test("a thread in a loop of V8 itself, which nothing ends, does not keep the process from ending", async () => {
  const code = "const holes = []; holes[4294967294] = 1; for (;;) holes.forEach(() => undefined);";
  expect(await endOf(code)).toMatchObject({ stdout: "gave up or ended\n", code: null, signal: "SIGKILL" });
});
