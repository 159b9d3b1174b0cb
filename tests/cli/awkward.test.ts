import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Ended, annex, fixture, lines } from "../support/annex.js";

const files = readdirSync(fixture("awkward")).filter((name) => !name.endsWith(".md"));
const folder = mkdtempSync(join(tmpdir(), "annex-awkward-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LIMITS = ["--timeout", "5", "--max-memory", "256"];

/** For what hangs, where it does not matter what else is given up on a machine that is busy. */
const SHORT = ["--timeout", "2", "--max-memory", "256"];

/** Every command that stops at a PDF that it cannot read. */
const COMMANDS: readonly { readonly name: string; readonly args: (path: string) => string[] }[] = [
  { name: "extract", args: (path) => ["extract", path, "-o", join(folder, "out.json"), ...SHORT] },
  { name: "compare with itself", args: (path) => ["diff", path, path, ...SHORT] },
];

/** What a failure looks like: a line that names the file, and one with advice at most. */
function expectNamed(said: readonly string[], file: string): void {
  expect(said.length).toBeGreaterThan(0);
  expect(said.length).toBeLessThanOrEqual(2);
  expect(said[0]).toMatch(/^annex: .*awkward\//u);
  expect(said[0]).toContain(file);
  expect(said.join("\n")).not.toMatch(/unexpected error|\n {4}at /u);
}

describe.each(COMMANDS)("$name", ({ args }) => {
  test.each(files)("ends %s within its limits, in two lines", async (file) => {
    const { code, signal, stdout, stderr } = await annex(args(fixture(`awkward/${file}`)));
    expect({ code, signal, stdout }).toEqual({ code: 2, signal: null, stdout: "" });
    expectNamed(lines(stderr), file);
    expect(readdirSync(folder)).toEqual([]);
  });
});

/** Every command that goes on with the next file. */
const LISTS: readonly { readonly name: string; readonly args: readonly string[] }[] = [
  { name: "check", args: ["check", ...SHORT] },
  { name: "validate", args: ["validate"] },
];

describe.each(LISTS)("$name", ({ args }) => {
  let ended: Ended;

  beforeAll(async () => {
    ended = await annex([...args, ...files.map((file) => fixture(`awkward/${file}`))]);
  });

  test.each(files)("names %s in two lines", (file) => expectNamed(linesAbout(file, ended.stderr), file));

  test("ends as the worst of them", () => {
    expect(ended).toMatchObject({ code: 2, signal: null, stdout: "" });
    expect(readdirSync(folder)).toEqual([]);
  });
});

/** What is said of a file that is one of many. */
function linesAbout(file: string, stderr: string): string[] {
  const said = lines(stderr);
  const start = said.findIndex((line) => line.includes(file));
  const next = said.slice(start + 1).findIndex((line) => line.startsWith("annex: ") || line.includes(" PDFs: "));
  return said.slice(start, next < 0 ? undefined : start + 1 + next);
}

describe("what brings pdf.js down", () => {
  test.each([
    { file: "pdfjs-operator_list_cycle.pdf", says: /needs more than 256 MiB of memory|not read within 5 s/u },
    { file: "qpdf-fuzz-57639.fuzz", says: /damaged PDF/u },
    { file: "qpdf-fuzz-69977.fuzz", says: /damaged PDF/u },
    { file: "qpdf-encrypted-40-bit-R3.pdf", says: /encrypted PDF\n.*--password-file/u },
    { file: "qpdf-fuzz-65773.fuzz", says: /not a PDF/u },
    { file: "qpdf-issue-146.pdf", says: /damaged PDF/u },
  ])("is told as what it is: $file", async ({ file, says }) => {
    const { stderr } = await annex(["extract", fixture(`awkward/${file}`), ...LIMITS]);
    expect(stderr).toMatch(says);
  });

  test("does not take the others of a batch with it", async () => {
    const out = join(folder, "batch");
    const all = [...files.map((file) => fixture(`awkward/${file}`)), fixture("annex-2016.pdf")];
    const { code, signal, stdout, stderr } = await annex(["extract", ...all, "--out-dir", out, "--jobs", "3", ...LIMITS]);
    expect({ code, signal, stdout }).toEqual({ code: 2, signal: null, stdout: "" });
    for (const file of files) expectNamed(linesAbout(file, stderr), file);
    expect(lines(stderr).at(-1)).toBe(`${all.length} PDFs: 1 read, 0 read with errors, ${files.length} failed`);
    expect(lines(stderr)).toHaveLength(files.length + 1);
    expect(readdirSync(out, { recursive: true, encoding: "utf8" }).sort()).toEqual(["annex-2016.json", "manifest.ndjson"]);
    rmSync(out, { recursive: true });
  });
});
