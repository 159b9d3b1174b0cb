import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { type BatchSummary, runBatch } from "../../src/cli/batch/batch.js";
import type { Extracted } from "../../src/cli/reading/extraction.js";
import { Failure } from "../../src/cli/terminal/failure.js";
import type { Terminal } from "../../src/cli/terminal/terminal.js";
import { type AnnexDocument, extractAnnex } from "../../src/index.js";
import { annex, fixture, lines, newFolder } from "../support/annex.js";
import { smallAnnex } from "../support/smallAnnex.js";

let small: Uint8Array<ArrayBuffer>;
let extracted: Extracted<AnnexDocument>;

beforeAll(async () => {
  small = await smallAnnex();
  extracted = await extractAnnex(Uint8Array.from(small));
});

/** A batch of one at a time, whose PDFs are read when they are told to be. */
function batch(names: readonly string[], missing: readonly string[] = []) {
  const folder = newFolder();
  for (const name of names) if (!missing.includes(name)) writeFileSync(join(folder, name), name);
  const given: string[] = [];
  const said: string[] = [];
  const open = new Map<string, (error?: Failure) => void>();
  const terminal: Terminal = {
    print: () => undefined,
    say: () => undefined,
    sayFailure: () => undefined,
    sayProblem: ({ message }) => said.push(basename(message)),
    sayLines: () => undefined,
    progress: () => undefined,
  };
  const running: Promise<BatchSummary> = runBatch<AnnexDocument>(
    names.map((name) => join(folder, name)),
    {
      outDir: join(folder, "out"), ending: "json", settings: "0".repeat(64), jobs: 1, limits: { seconds: 60, mebibytes: 16 }, resume: false, shard: undefined, debug: false,
      write: (target) => {
        writeFileSync(target, "result");
        return Promise.resolve();
      },
      remove: () => Promise.resolve(false),
    },
    (path, bytes) => {
      given.push(`${basename(path)}: ${Buffer.from(bytes).toString()}`);
      return new Promise((resolve, reject) => open.set(basename(path), (error) => (error === undefined ? resolve(extracted) : reject(error))));
    },
    terminal,
  );
  /** Waits until so many PDFs were given to be read; if more are, they had their turns to be. */
  const until = async (count: number): Promise<void> => {
    while (given.length < count) await setImmediate();
    for (let turn = 0; turn < 20; turn++) await setImmediate();
  };
  const read = async (name: string, error?: Failure): Promise<void> => {
    open.get(name)?.(error);
    for (let turn = 0; turn < 20; turn++) await setImmediate();
  };
  const manifest = (): { file: string; outcome: string }[] =>
    lines(readFileSync(join(folder, "out", "manifest.ndjson"), "utf8")).map((line) => {
      const { file, outcome } = JSON.parse(line) as { file: string; outcome: string };
      return { file: basename(file), outcome };
    });
  /** Those given so far, by name: two files are read from the disk at once, and which is ready first is its affair. */
  const givenByName = (): string[] => [...given].sort();
  return { folder, running, given, givenByName, said, until, read, manifest };
}

describe("while a PDF of a batch is read", () => {
  test("the next one stands ready with its bytes, and none behind it", async () => {
    const { running, given, givenByName, until, read, manifest } = batch(["a.pdf", "b.pdf", "c.pdf"]);
    await until(2);
    expect(givenByName()).toEqual(["a.pdf: a.pdf", "b.pdf: b.pdf"]);
    await read("a.pdf");
    await until(3);
    expect(given.at(-1)).toBe("c.pdf: c.pdf");
    expect(manifest()).toEqual([{ file: "a.pdf", outcome: "ok" }]);
    await read("c.pdf");
    expect(manifest(), "lines keep the order of the PDFs").toHaveLength(1);
    await read("b.pdf");
    expect(await running).toMatchObject({ ok: 3, failed: 0 });
    expect(manifest().map(({ file }) => file)).toEqual(["a.pdf", "b.pdf", "c.pdf"]);
  });

  test("the next one may be gone or fail: it is named, and nothing else is changed by that", async () => {
    const { folder, running, givenByName, said, until, read, manifest } = batch(["a.pdf", "b.pdf", "c.pdf"], ["b.pdf"]);
    await until(2);
    expect(givenByName()).toEqual(["a.pdf: a.pdf", "c.pdf: c.pdf"]);
    await read("c.pdf", new Failure("c.pdf: unexpected error: torn", "This is a bug."));
    expect(manifest()).toEqual([]);
    await read("a.pdf");
    expect(await running).toMatchObject({ ok: 1, failed: 2 });
    expect(manifest()).toEqual([{ file: "a.pdf", outcome: "ok" }, { file: "b.pdf", outcome: "failed" }, { file: "c.pdf", outcome: "failed" }]);
    expect(said).toEqual(["b.pdf: no such file or folder", "c.pdf: unexpected error: torn"]);
    expect(readdirSync(join(folder, "out")).sort()).toEqual(["a.json", "manifest.ndjson"]);
  });
});

describe("where a PDF of a batch hangs", () => {
  /** A folder whose first PDF hangs, and its second does not. */
  function hanging(): string {
    const cwd = newFolder();
    mkdirSync(join(cwd, "in"));
    copyFileSync(fixture("awkward/pdfjs-operator_list_cycle.pdf"), join(cwd, "in", "a.pdf"));
    writeFileSync(join(cwd, "in", "b.pdf"), small);
    return cwd;
  }

  const extractAll = ["extract", "in", "--out-dir", "out", "--jobs", "1"];
  const outcomes = (cwd: string): (string | undefined)[] =>
    lines(readFileSync(join(cwd, "out", "manifest.ndjson"), "utf8")).map((line) => {
      const { outcome, fault } = JSON.parse(line) as { outcome: string; fault?: string };
      return fault ?? outcome;
    });

  test("the one that waited is read when it is given up", async () => {
    const cwd = hanging();
    expect((await annex([...extractAll, "--timeout", "2"], { cwd })).code).toBe(2);
    expect(outcomes(cwd)).toEqual(["timed-out", "ok"]);
    expect(readFileSync(join(cwd, "out", "b.json"), "utf8")).toBe((await annex(["extract", "in/b.pdf"], { cwd })).stdout);
  });

  test("neither it nor the one that waits leaves anything when the run is killed, and the next run reads both", async () => {
    const cwd = hanging();
    const manifest = join(cwd, "out", "manifest.ndjson");
    const { signal } = await annex([...extractAll, "--timeout", "600", "--max-memory", "4096"], {
      cwd,
      disturb: (child) => {
        const watch = setInterval(() => {
          if (!existsSync(manifest)) return;
          clearInterval(watch);
          child.kill("SIGKILL");
        }, 5);
      },
    });
    expect(signal).toBe("SIGKILL");
    expect(readdirSync(join(cwd, "out"))).toEqual(["manifest.ndjson"]);
    expect(outcomes(cwd)).toEqual([]);
    expect((await annex([...extractAll, "--timeout", "2", "--resume"], { cwd })).code).toBe(2);
    expect(outcomes(cwd)).toEqual(["timed-out", "ok"]);
  });
});
