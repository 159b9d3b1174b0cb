import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { annex, lines, newFolder } from "../support/annex.js";
import { LOADS, TRAPS } from "../support/hostilePdfs.js";

const LIMITS = ["--timeout", "2", "--max-memory", "192"];

describe("PDFs made to do harm", () => {
  test("fail one by one in a batch, each for a reason that a user can understand", async () => {
    const folder = newFolder();
    mkdirSync(join(folder, "in"));
    for (const [name, make] of Object.entries(TRAPS)) writeFileSync(join(folder, "in", `${name}.pdf`), make());
    for (const [name, make] of Object.entries(LOADS)) writeFileSync(join(folder, "in", `${name}.pdf`), make(2000));
    const { code, stdout, stderr } = await annex(["extract", "in", "--out-dir", "out", ...LIMITS], { cwd: folder });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).not.toMatch(/unexpected error|bug|\n {4}at /u);
    const entries = lines(readFileSync(join(folder, "out", "manifest.ndjson"), "utf8")).map((line) => JSON.parse(line) as { outcome: string; fault?: string });
    expect(entries).toHaveLength(Object.keys(TRAPS).length + Object.keys(LOADS).length);
    for (const entry of entries) {
      expect(entry.outcome).toBe("failed");
      expect(["damaged", "no-text", "blank", "no-table", "timed-out", "out-of-memory"]).toContain(entry.fault);
    }
    expect(readdirSync(join(folder, "out"))).toEqual(["manifest.ndjson"]);
  }, 300_000);

  test.each([
    "a million kids",
    "a page tree a hundred thousand deep",
    "arrays a million deep in the content",
    "a form that draws itself",
    "a content stream that inflates to a gigabyte",
    "a character map that uses itself",
    "optional content that depends on itself",
  ])("are looked through for tables, or given up: %s", async (name) => {
    const folder = newFolder();
    writeFileSync(join(folder, "in.pdf"), TRAPS[name]!());
    const { code, signal, stdout, stderr } = await annex(["tables", "in.pdf", "-o", "out.json", ...LIMITS], { cwd: folder });
    expect({ signal, stdout }).toEqual({ signal: null, stdout: "" });
    expect([0, 1, 2]).toContain(code);
    expect(lines(stderr).length).toBeLessThanOrEqual(2);
    expect(stderr).not.toMatch(/unexpected error|bug|\n {4}at /u);
    expect(readdirSync(folder).sort()).toEqual(code === 2 ? ["in.pdf"] : ["in.pdf", "out.json"]);
  });

  test("are read where a font has a glyph name at the code two thousand million", async () => {
    const folder = newFolder();
    writeFileSync(join(folder, "in.pdf"), TRAPS["a glyph name at the code two thousand million"]!());
    const { stderr } = await annex(["tables", "in.pdf", ...LIMITS], { cwd: folder });
    expect(stderr).toBe("in.pdf: no tables found\n");
  });

  test("have at least one page, or are said to be damaged", async () => {
    const folder = newFolder();
    writeFileSync(join(folder, "in.pdf"), TRAPS["a page count below nought"]!());
    const { stderr } = await annex(["extract", "in.pdf"], { cwd: folder });
    expect(stderr).toBe("annex: in.pdf: damaged PDF: it has no pages\nGet a new copy, or repair it with a PDF tool.\n");
  });

  test("are said to be damaged where no page can be read, and not to be scans", async () => {
    const folder = newFolder();
    writeFileSync(join(folder, "in.pdf"), TRAPS["a page tree that is its own kid"]!());
    for (const command of ["extract", "tables"]) {
      const { stderr } = await annex([command, "in.pdf"], { cwd: folder });
      expect(stderr).toMatch(/^annex: in\.pdf: damaged PDF on page 1: /u);
    }
  });
});
