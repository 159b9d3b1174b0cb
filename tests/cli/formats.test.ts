import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { annex, lines, newFolder } from "../support/annex.js";
import { smallAnnex } from "../support/smallAnnex.js";

let small: Uint8Array;

beforeAll(async () => {
  small = await smallAnnex({ action: "=1+1" });
});

/** A folder with such PDFs. */
function folderWith(...names: string[]): string {
  const folder = newFolder();
  for (const name of names) writeFileSync(join(folder, name), small);
  return folder;
}

describe("annex extract --format", () => {
  test("ndjson prints an item a line", async () => {
    const { code, stdout } = await annex(["extract", "-", "--format", "ndjson"], { input: small });
    expect(code).toBe(0);
    expect(lines(stdout).map((line) => (JSON.parse(line) as { text: string }).text)).toEqual(["A workshop", "=1+1", "Go on", "Go further", "Report back"]);
  });

  test("csv leaves values as they are, and guards them if asked", async () => {
    const plain = await annex(["extract", "-", "--format", "csv"], { input: small });
    const safe = await annex(["extract", "-", "--format", "csv", "--spreadsheet-safe"], { input: small });
    expect(plain.stdout).toContain(",=1+1,");
    expect(safe.stdout).toContain(",'=1+1,");
    expect(safe.stdout.replace("'=1+1", "=1+1")).toBe(plain.stdout);
  });

  test("markdown, html and xlsx write files of their kind", async () => {
    const folder = folderWith("a.pdf");
    for (const [format, ending, start] of [
      ["markdown", "md", "# "],
      ["html", "html", "<!DOCTYPE html>"],
      ["xlsx", "xlsx", "PK"],
    ] as const) {
      expect((await annex(["extract", "a.pdf", "--format", format, "--out-dir", "out"], { cwd: folder })).code).toBe(0);
      expect(readFileSync(join(folder, "out", `a.${ending}`), "latin1").startsWith(start)).toBe(true);
    }
  });

  test("csv with --out-dir is a data package; several PDFs make a folder each", async () => {
    const folder = folderWith("a.pdf", "b.pdf");
    const files = ["datapackage.json", "items.csv", "meetings.csv"];
    expect((await annex(["extract", "a.pdf", "--format", "csv", "--out-dir", "one"], { cwd: folder })).code).toBe(0);
    expect(readdirSync(join(folder, "one")).sort()).toEqual(files);
    expect((await annex(["extract", "a.pdf", "b.pdf", "--format", "csv", "--out-dir", "two"], { cwd: folder })).code).toBe(0);
    expect(readdirSync(join(folder, "two", "a")).sort()).toEqual(files);
    expect(readdirSync(join(folder, "two", "b")).sort()).toEqual(files);
    const resumed = await annex(["extract", "a.pdf", "b.pdf", "--format", "csv", "--out-dir", "two", "--resume"], { cwd: folder });
    expect(resumed.code).toBe(0);
  });

  test("an unknown format is refused, and the known ones are named", async () => {
    const { code, stderr } = await annex(["extract", "-", "--format", "yaml"], { input: small });
    expect(code).toBe(2);
    expect(stderr).toContain("json, ndjson, csv, markdown, html, xlsx");
  });
});
