import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { tablesDocumentSchema } from "../../src/model/tables.js";
import { annex, fixture, newFolder } from "../support/annex.js";
import { drawnTables } from "../support/drawnTables.js";

let twoPages: Uint8Array;

beforeAll(async () => {
  twoPages = await drawnTables({
    pages: [
      [
        ["Name", "Task", "Since"],
        ["Print", "Sets type", "1990"],
        ["Bind, sew", 'Says "done"', "1991"],
      ],
      [
        ["Name", "Task", "Since"],
        ["Ship", "Sends", "1992"],
      ],
    ],
  });
});

describe("annex tables", () => {
  test("prints the tables of each page as JSON that fits its schema", async () => {
    const { code, stdout, stderr } = await annex(["tables", "-"], { input: twoPages });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const document = tablesDocumentSchema.parse(JSON.parse(stdout));
    expect(document.source).toMatchObject({ file: "stdin", pages: 2 });
    expect(document.tables).toMatchObject([
      { page: 1, pages: [1], rows: 3, columns: 3, headerRows: 1, bbox: [50, 60, 380, 114] },
      { page: 2, pages: [2], rows: 2, columns: 3, headerRows: 1 },
    ]);
    expect(document.tables[0]?.cells[4]).toMatchObject({ row: 1, col: 1, rowspan: 1, colspan: 1, text: "Sets type", page: 1, bbox: [160, 78, 270, 96] });
  });

  test("puts a table together that goes on over pages, where it is asked to", async () => {
    const { stdout } = await annex(["tables", "--join", "-"], { input: twoPages });
    const { tables } = tablesDocumentSchema.parse(JSON.parse(stdout));
    expect(tables.map(({ pages, rows }) => ({ pages, rows }))).toEqual([{ pages: [1, 2], rows: 4 }]);
    expect(tables[0]?.cells.at(-1)).toMatchObject({ row: 3, text: "1992", page: 2 });
  });

  test("looks at the pages that are wanted only", async () => {
    const { stdout } = await annex(["tables", "--pages", "2-5", "-"], { input: twoPages });
    expect(tablesDocumentSchema.parse(JSON.parse(stdout)).tables.map(({ page }) => page)).toEqual([2]);
  });

  test("refuses pages that are none", async () => {
    for (const pages of ["0", "5-2", "x", "1,,2"]) {
      const { code, stdout, stderr } = await annex(["tables", "--pages", pages, "-"], { input: twoPages });
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toContain("such as 2-5");
    }
  });

  test.each(["3", "1,3", "3-9,1-2"])("refuses pages that the PDF does not have, also beside others, and says how many there are: %s", async (pages) => {
    const { code, stdout, stderr } = await annex(["tables", "--pages", pages, "-"], { input: twoPages });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toBe("annex: -: no page 3: it has only 2 pages\nGive --pages from 1 to 2.\n");
  });

  test("says of blank pages that are wanted which they are, not that all are blank", async () => {
    const input = await drawnTables({ pages: [[["Name", "Task"], ["Print", "Sets type"]], []] });
    const { code, stdout, stderr } = await annex(["tables", "--pages", "2", "-"], { input });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "-: no tables found\n" });
    expect(tablesDocumentSchema.parse(JSON.parse(stdout))).toMatchObject({ tables: [], diagnostics: [{ code: "page-blank", page: 2 }] });
  });

  test("writes values separated by commas", async () => {
    const { stdout } = await annex(["tables", "--format", "csv", "-"], { input: twoPages });
    expect(stdout).toBe('Name,Task,Since\r\nPrint,Sets type,1990\r\n"Bind, sew","Says ""done""",1991\r\n\r\nName,Task,Since\r\nShip,Sends,1992\r\n');
  });

  test("guards values that a spreadsheet would take for formulas, if asked", async () => {
    const input = await drawnTables({ pages: [[["Name", "Sum"], ["Print", "=1+1"]]] });
    const plain = await annex(["tables", "--format", "csv", "-"], { input });
    const safe = await annex(["tables", "--format", "csv", "--spreadsheet-safe", "-"], { input });
    expect(plain.stdout).toBe("Name,Sum\r\nPrint,=1+1\r\n");
    expect(safe.stdout).toBe("Name,Sum\r\nPrint,'=1+1\r\n");
  });

  test("writes to a file", async () => {
    const folder = newFolder();
    writeFileSync(join(folder, "two.pdf"), twoPages);
    const { code, stdout } = await annex(["tables", "--format", "markdown", "-o", "out.md", "two.pdf"], { cwd: folder });
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(readFileSync(join(folder, "out.md"), "utf8")).toContain("| Print | Sets type | 1990 |");
  });

  test("says that there are none, and prints an empty list", async () => {
    const input = await drawnTables({ pages: [[["Only words"]]], ruled: false });
    const { code, stdout, stderr } = await annex(["tables", "-"], { input });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "-: no tables found\n" });
    expect(tablesDocumentSchema.parse(JSON.parse(stdout)).tables).toEqual([]);
  });

  test("finds the matrix of the annex over all its pages, a row for each meeting", async () => {
    const { stdout } = await annex(["tables", "--join", fixture("annex-2019.pdf")]);
    const { tables } = tablesDocumentSchema.parse(JSON.parse(stdout));
    expect(tables.map(({ pages, rows, columns }) => ({ pages: pages.length, rows, columns }))).toEqual([{ pages: 19, rows: 9, columns: 6 }]);
  });
});
