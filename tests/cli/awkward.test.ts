import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { annex, fixture, lines } from "../support/annex.js";

const files = readdirSync(fixture("awkward")).filter((name) => !name.endsWith(".md"));
const folder = mkdtempSync(join(tmpdir(), "annex-awkward-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LIMITS = ["--timeout", "5", "--max-memory", "256"];

/** Every command that is given a PDF, one way or another. */
const COMMANDS: readonly { readonly name: string; readonly args: (path: string) => string[]; readonly codes: readonly number[] }[] = [
  { name: "extract", args: (path) => ["extract", path, "-o", join(folder, "out.json"), ...LIMITS], codes: [2] },
  { name: "extract into a folder", args: (path) => ["extract", path, "--out-dir", join(folder, "out"), ...LIMITS], codes: [2] },
  { name: "compare with itself", args: (path) => ["diff", path, path, ...LIMITS], codes: [2] },
  { name: "check beside another", args: (path) => ["check", path, path, ...LIMITS], codes: [2] },
  { name: "validate", args: (path) => ["validate", path], codes: [2] },
];

describe.each(COMMANDS)("$name", ({ args, codes }) => {
  test.each(files)("ends %s within its limits, in two lines", async (file) => {
    const { code, signal, stdout, stderr } = await annex(args(fixture(`awkward/${file}`)));
    expect({ signal, stdout }).toEqual({ signal: null, stdout: "" });
    expect(codes).toContain(code);
    const said = lines(stderr);
    expect(said.length).toBeGreaterThan(0);
    expect(said.length).toBeLessThanOrEqual(2);
    expect(said[0]).toMatch(/^annex: .*awkward\//u);
    expect(stderr).not.toMatch(/unexpected error|\n {4}at /u);
    const left = readdirSync(folder, { recursive: true, encoding: "utf8" });
    expect(left.filter((name) => !/^out$|manifest\.ndjson$/u.test(name))).toEqual([]);
  });
});

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
    const { code, stderr } = await annex(["extract", ...all, "--out-dir", out, "--jobs", "3", ...LIMITS]);
    expect(code).toBe(2);
    expect(lines(stderr).at(-1)).toBe(`${all.length} PDFs: 1 read, 0 read with errors, ${files.length} failed`);
    expect(lines(stderr)).toHaveLength(files.length + 1);
    expect(readdirSync(out).sort()).toEqual(["annex-2016.json", "manifest.ndjson"]);
    rmSync(out, { recursive: true });
  });
});
