import { XMLParser } from "fast-xml-parser";
import { strFromU8, unzipSync } from "fflate";
import { afterEach, describe, expect, test, vi } from "vitest";
import { ITEM_COLUMNS } from "../../../src/model/annex.js";
import { documentToXlsx } from "../../../src/report/extract/xlsx.js";
import { gold } from "../../support/gold.js";
import { nasty } from "./documents.js";

interface Cell {
  "@_r": string;
  "@_t"?: string;
  "@_s"?: string;
  v?: string;
  f?: string;
}

const parser = new XMLParser({
  ignoreAttributes: false,
  trimValues: false,
  parseTagValue: false,
  isArray: (name) => ["row", "c", "sheet", "si", "xf", "pane", "sheetView"].includes(name),
});

/** A workbook as any reader of Office Open XML sees it. */
function readWorkbook(bytes: Uint8Array): { names: string[]; sheets: { cells: Cell[]; frozenRows: string; texts: string[] }[]; wraps: boolean[] } {
  const files = unzipSync(bytes);
  const xml = (path: string): Record<string, never> => parser.parse(strFromU8(files[path]!)) as Record<string, never>;
  const { workbook } = xml("xl/workbook.xml") as unknown as { workbook: { sheets: { sheet: { "@_name": string }[] } } };
  const { sst } = xml("xl/sharedStrings.xml") as unknown as { sst: { si: { t: string | { "#text": string } }[] } };
  const { styleSheet } = xml("xl/styles.xml") as unknown as { styleSheet: { cellXfs: { xf: { alignment?: { "@_wrapText"?: string } }[] } } };
  const shared = sst.si.map(({ t }) => (typeof t === "string" ? t : t["#text"]));
  const sheets = workbook.sheets.sheet.map((_, i) => {
    const { worksheet } = xml(`xl/worksheets/sheet${i + 1}.xml`) as unknown as {
      worksheet: { sheetViews: { sheetView: { pane: { "@_ySplit": string; "@_state": string }[] }[] }; sheetData: { row: { c?: Cell[] }[] } };
    };
    const pane = worksheet.sheetViews.sheetView[0]!.pane[0]!;
    const cells = worksheet.sheetData.row.flatMap(({ c = [] }) => c);
    return {
      cells,
      frozenRows: `${pane["@_state"]} ${pane["@_ySplit"]}`,
      texts: cells.filter((cell) => cell["@_t"] === "s").map(({ v }) => shared[Number(v)]!),
    };
  });
  return { names: workbook.sheets.sheet.map((sheet) => sheet["@_name"]), sheets, wraps: styleSheet.cellXfs.xf.map(({ alignment }) => alignment?.["@_wrapText"] === "1") };
}

afterEach(() => {
  vi.useRealTimers();
});

describe("the workbook", () => {
  test("has the matrix, the meetings and the items, each under a frozen header", async () => {
    const { names, sheets } = readWorkbook(await documentToXlsx(gold(2019)));
    expect(names).toEqual(["Matrix", "Meetings", "Items"]);
    expect(sheets.map(({ frozenRows }) => frozenRows)).toEqual(["frozen 1", "frozen 1", "frozen 1"]);
  });

  test("wraps its texts", async () => {
    const { sheets, wraps } = readWorkbook(await documentToXlsx(gold(2019)));
    for (const { cells } of sheets) {
      for (const cell of cells.filter((text) => text["@_t"] === "s")) expect(wraps[Number(cell["@_s"])]).toBe(true);
    }
  });

  test("has every item's text, in the matrix too", async () => {
    const document = gold(2019);
    const { sheets } = readWorkbook(await documentToXlsx(document));
    const [matrix, , items] = sheets;
    for (const meeting of document.meetings) {
      for (const { text } of ITEM_COLUMNS.flatMap((column) => meeting[column])) {
        expect(items!.texts).toContain(text);
        expect(matrix!.texts.some((cell) => cell.includes(text.split("\n")[0]!))).toBe(true);
      }
    }
  });

  test("takes nothing for a formula", async () => {
    const { sheets } = readWorkbook(await documentToXlsx(nasty()));
    expect(sheets.flatMap(({ cells }) => cells.filter(({ f }) => f !== undefined))).toEqual([]);
    expect(sheets[2]!.texts).toContain("@SUM(A1)");
  });

  test("is legal XML whatever the PDF holds, and cuts what no cell takes", async () => {
    const document = gold(2019);
    document.meetings[0]!.workshops[0]!.text = `\u0000\u001B[31m ${"x".repeat(40_000)}`;
    const { sheets } = readWorkbook(await documentToXlsx(document));
    const longest = sheets[2]!.texts.reduce((a, b) => (b.length > a.length ? b : a));
    expect(longest).toHaveLength(32_767);
    expect(longest.startsWith("□□[31m")).toBe(true);
  });

  test("is the same bytes at another time", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2019-05-07T10:00:00Z") });
    const first = await documentToXlsx(gold(2016));
    vi.setSystemTime(new Date("2031-01-02T03:04:05Z"));
    expect(Buffer.from(await documentToXlsx(gold(2016))).equals(first)).toBe(true);
  });
});
