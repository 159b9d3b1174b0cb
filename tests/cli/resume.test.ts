import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { type BatchOptions, type BatchSummary, runBatch } from "../../src/cli/batch/batch.js";
import type { Extractor } from "../../src/cli/reading/extraction.js";
import { Failure } from "../../src/cli/terminal/failure.js";
import { ReadingFailure } from "../../src/cli/terminal/readingFailure.js";
import type { Terminal } from "../../src/cli/terminal/terminal.js";
import type { AnnexDocument } from "../../src/model/annex.js";
import type { Fault } from "../../src/model/errors.js";
import { newFolder } from "../support/annex.js";
import { documentOf } from "../support/exampleAnnex.js";

const NO_GLYPHS = { glyphs: 0, items: 0, meetings: 0, headers: 0, heading: 0, furniture: 0, emptyMarkers: 0, doubled: 0, hidden: 0, homeless: 0 };

/** A folder of files, and batches over them that write each file's text as its result. */
class Batches {
  readonly folder = newFolder();
  /** The files that were extracted, in all runs. */
  readonly extracted: string[] = [];
  readonly said: string[] = [];
  readonly progress: string[] = [];

  /** What the PDF library makes of a text. */
  read: (text: string, path: string) => AnnexDocument = (text) => documentOf({ document: { title: text } });

  put(name: string, text: string): void {
    writeFileSync(join(this.folder, name), text);
  }

  result(name: string): string | undefined {
    const path = join(this.folder, "out", name);
    return existsSync(path) ? readFileSync(path, "utf8") : undefined;
  }

  manifest(): Record<string, unknown>[] {
    const text = readFileSync(join(this.folder, "out", "manifest.ndjson"), "utf8");
    return text.split("\n").filter((line) => line !== "").map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  run(names: readonly string[], change: Partial<BatchOptions<AnnexDocument>> = {}): Promise<BatchSummary> {
    const extract: Extractor<AnnexDocument> = (path, bytes) => {
      this.extracted.push(path.slice(this.folder.length + 1));
      return Promise.resolve({ document: this.read(new TextDecoder().decode(bytes), path), ledger: NO_GLYPHS });
    };
    const say = (line: string): void => {
      this.said.push(line);
    };
    const progress = (line: string): void => {
      this.progress.push(line);
    };
    const terminal: Terminal = { print: say, say, sayLines: say, progress, sayFailure: ({ message }) => say(message), sayProblem: ({ message }) => say(message) };
    const options: BatchOptions<AnnexDocument> = {
      outDir: join(this.folder, "out"),
      ending: "txt",
      write: (target, { document }) => writeFile(target, document.title ?? ""),
      remove: () => Promise.resolve(false),
      settings: "the same",
      jobs: 1,
      limits: { seconds: 10, mebibytes: 10 },
      resume: true,
      shard: undefined,
      debug: false,
      ...change,
    };
    return runBatch(names.map((name) => join(this.folder, name)), options, extract, terminal);
  }
}

describe("a run that resumes", () => {
  test("reads no PDF again whose result is there", async () => {
    const batches = new Batches();
    batches.put("a.pdf", "A");
    expect(await batches.run(["a.pdf"])).toMatchObject({ ok: 1, errors: 0, failed: 0, ledgers: [NO_GLYPHS] });
    expect(await batches.run(["a.pdf"])).toMatchObject({ ok: 1, errors: 0, failed: 0, ledgers: [] });
    expect(batches.extracted).toEqual(["a.pdf"]);
    await batches.run(["a.pdf"], { resume: false });
    expect(batches.extracted).toEqual(["a.pdf", "a.pdf"]);
  });

  test.each<[string, (batches: Batches) => void, Partial<BatchOptions<AnnexDocument>>]>([
    ["its result is gone", ({ folder }) => rmSync(join(folder, "out", "a.txt")), {}],
    ["the PDF is another", (batches) => batches.put("a.pdf", "B"), {}],
    ["the settings are others", () => undefined, { settings: "others" }],
  ])("reads a PDF again where %s", async (_, change, options) => {
    const batches = new Batches();
    batches.put("a.pdf", "A");
    await batches.run(["a.pdf"]);
    change(batches);
    await batches.run(["a.pdf"], options);
    expect(batches.extracted).toEqual(["a.pdf", "a.pdf"]);
  });

  test("gives each PDF its own result where the names of results are others than before", async () => {
    const batches = new Batches();
    // In one folder, both results would have one name.
    batches.put("a.pdf", "A");
    batches.put("a.PDF", "B");
    await batches.run(["a.pdf", "a.PDF"]);
    expect([batches.result("a.txt"), batches.result("a-2.txt")]).toEqual(["A", "B"]);
    await batches.run(["a.PDF", "a.pdf"]);
    expect([batches.result("a.txt"), batches.result("a-2.txt")]).toEqual(["B", "A"]);
  });

  test.each<[string, () => Error, number]>([
    ["its time ran out", () => new ReadingFailure("a.pdf", { code: "timed-out", seconds: 1 }), 2],
    ["its memory ran out", () => new ReadingFailure("a.pdf", { code: "out-of-memory", mebibytes: 1 }), 2],
    ["it met a bug", () => new Failure("a.pdf: unexpected error"), 2],
    ["it has no table", () => new ReadingFailure("a.pdf", { code: "no-table", missing: [] } satisfies Fault), 1],
  ])("reads a PDF again that failed only if another run may end otherwise: %s", async (_, failure, times) => {
    const batches = new Batches();
    batches.put("a.pdf", "A");
    batches.read = () => {
      throw failure();
    };
    for (let run = 0; run < 2; run++) expect(await batches.run(["a.pdf"])).toMatchObject({ ok: 0, errors: 0, failed: 1 });
    expect(batches.extracted).toHaveLength(times);
    expect(batches.said).toEqual(Array.from({ length: times }, () => failure().message));
  });
});

describe("the manifest", () => {
  test("counts the items, errors and warnings of each result", async () => {
    const batches = new Batches();
    batches.put("a.pdf", "A");
    const nested = { marker: "bullet", text: "One", children: [{ marker: "dash", text: "Two" }] } as const;
    batches.read = () =>
      documentOf({
        meetings: [{ number: 1, workshops: [{ ...nested, children: [...nested.children] }], actionPlan: [], recommendations: [], followUp: [] }],
        diagnostics: [
          { code: "header-missing", column: "followUp" },
          { code: "number-missing", label: "ASEM CMM 1" },
          { code: "heading-missing", field: "annex" },
          { code: "heading-missing", field: "title" },
          { code: "bullet-empty", column: "workshops" },
        ],
      });
    expect(await batches.run(["a.pdf"])).toMatchObject({ ok: 0, errors: 1, failed: 0 });
    expect(batches.manifest()).toMatchObject([{ outcome: "errors", output: "a.txt", counts: { meetings: 1, items: 2, errors: 1, warnings: 3 } }]);
  });

  test("says why there is no result, by code and in words", async () => {
    const batches = new Batches();
    batches.put("a.pdf", "A");
    batches.read = () => {
      throw new ReadingFailure("a.pdf", { code: "password-needed" });
    };
    await batches.run(["a.pdf", "b.pdf"]);
    expect(batches.manifest()).toMatchObject([
      { outcome: "failed", fault: "password-needed", reason: "a.pdf: encrypted PDF" },
      { outcome: "failed", reason: expect.stringContaining("no such file") as string },
    ]);
    expect(batches.manifest().map((entry) => "sha256" in entry)).toEqual([true, false]);
  });
});

test("a bug that is no failure of one PDF, and a result that cannot be written, stop the batch", async () => {
  const batches = new Batches();
  for (const name of ["a.pdf", "b.pdf", "c.pdf"]) batches.put(name, name);
  await expect(batches.run(["a.pdf", "b.pdf", "c.pdf"], { write: () => Promise.reject(new Failure("disk full")) })).rejects.toThrow("disk full");
  expect(batches.extracted).not.toContain("c.pdf");
  batches.read = () => {
    throw new TypeError("no such property");
  };
  await expect(batches.run(["c.pdf"])).rejects.toThrow("no such property");
});

test("a PDF that changed and fails has its old result removed, and that is said", async () => {
  const batches = new Batches();
  batches.put("a.pdf", "A");
  batches.read = () => {
    throw new Failure("a.pdf: bad");
  };
  await batches.run(["a.pdf", "gone.pdf"], { remove: () => Promise.resolve(true) });
  expect(batches.said.sort()).toEqual([expect.stringMatching(/gone\.pdf: no such file or folder$/u), "a.pdf: bad; the result of an earlier run is removed"]);
});

test("a failure says where it comes from if that is asked for", async () => {
  const batches = new Batches();
  batches.put("a.pdf", "A");
  batches.read = () => {
    throw new Failure("a.pdf: bad");
  };
  await batches.run(["a.pdf"], { debug: true });
  expect(batches.said).toEqual(["a.pdf: bad", expect.stringMatching(/^ +at /mu)]);
});

test("a shard reads every n-th PDF, and shows how many of them are read", async () => {
  const batches = new Batches();
  const names = ["a", "b", "c", "d", "e", "f"].map((name) => `${name}.pdf`);
  for (const name of names) batches.put(name, name);
  await batches.run(names, { shard: { part: 2, of: 2 } });
  expect(batches.extracted).toEqual(["b.pdf", "d.pdf", "f.pdf"]);
  expect(batches.progress).toEqual([
    expect.stringMatching(/^\[#{7}-{13}\] 1\/3 {2}[\d.]+\/s {2}0:\d\d left$/u),
    expect.stringMatching(/^\[#{13}-{7}\] 2\/3 {2}[\d.]+\/s {2}0:\d\d left$/u),
    "",
  ]);
});

test("the progress and the manifest say how long PDFs took", async () => {
  const took = [400, 199_600, 100_000, 1];
  let now = 5000;
  const clock = vi.spyOn(performance, "now").mockImplementation(() => now);
  try {
    const batches = new Batches();
    const names = took.map((_, i) => `${i}.pdf`);
    for (const name of names) batches.put(name, name);
    batches.read = (text) => {
      now += took[Number.parseInt(text, 10)] ?? 0;
      return documentOf({ document: { title: text } });
    };
    // One after another: no other stands ready.
    await batches.run(names, { jobs: 0 });
    expect(batches.progress).toEqual([
      "[#####---------------] 1/4  2.5/s  0:01 left",
      "[##########----------] 2/4  0.0/s  3:20 left",
      "[###############-----] 3/4  0.0/s  1:40 left",
      "",
    ]);
    expect(batches.manifest().map(({ seconds }) => seconds)).toEqual([0.4, 199.6, 100, 0.001]);
  } finally {
    clock.mockRestore();
  }
});
