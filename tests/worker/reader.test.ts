import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { newFolder } from "../support/annex.js";

const run = promisify(execFile);

/** Reads an annex of so many pages twice in a program of its own, as long as its reader can, and closes nothing. */
const program = (pages: number, threads: 1 | 2): string => `
  import { longAnnex } from "${new URL("../../bench/longAnnex.mjs", import.meta.url).href}";
  import { Reader } from "${new URL("../../dist/worker/reader.js", import.meta.url).href}";
  const bytes = Uint8Array.from(await longAnnex(${pages}));
  const reader = new Reader(1024, ${threads});
  for (let times = 0; times < 2 && !reader.isOver; times++) {
    const { kind, result } = await reader.run({ task: "extract", bytes, input: { file: "a.pdf" } }, 60);
    console.log(kind, result.document.source.pages, result.document.meetings.length);
  }
  ${threads === 1 ? "await reader.close();" : ""}`;

async function said(pages: number, threads: 1 | 2): Promise<string[]> {
  const file = join(newFolder(), "program.mjs");
  writeFileSync(file, program(pages, threads));
  // A thread that goes on keeps its program from ending.
  const { stdout } = await run(process.execPath, [file], { timeout: 60_000 });
  return stdout.trim().split("\n");
}

test("a reader of one thread reads one PDF after another", async () => {
  expect(await said(5, 1)).toEqual(["done 5 1", "done 5 1"]);
});

test("a reader of two threads reads one, and both have ended when it gives a large result", async () => {
  expect(await said(110, 2)).toEqual(["done 110 22"]);
});
