import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { type AnnexDocument, ITEM_COLUMNS, type Item, type ItemColumn } from "../../../src/model/annex.js";
import { itemsToCsv, meetingsToCsv } from "../../../src/report/extract/csv.js";
import { documentToNdjson } from "../../../src/report/extract/ndjson.js";
import { DOCUMENTS, nasty } from "./documents.js";

type Cells = Record<ItemColumn, Item[]>;

/** A row as a reader of the lines has it. */
interface ReadRow extends Omit<Item, "children" | "number"> {
  meetingId: string;
  column: ItemColumn;
  path: string;
  parent: string | null;
  number: number | null;
}

/** Puts rows together to the trees that they came from, by nothing but what the rows say. */
function treesOf(rows: readonly ReadRow[]): Map<string, Cells> {
  const meetings = new Map<string, Cells>();
  const items = new Map<string, Item>();
  for (const { meetingId, column, parent, number, id, marker, text, pages, spans } of rows) {
    const item: Item = { id, marker, ...(number === null ? {} : { number }), text, pages, spans };
    items.set(id, item);
    const cells = meetings.get(meetingId) ?? { workshops: [], actionPlan: [], recommendations: [], followUp: [] };
    meetings.set(meetingId, cells);
    if (parent === null) cells[column].push(item);
    else (items.get(parent)!.children ??= []).push(item);
  }
  return meetings;
}

function cellsOf(document: AnnexDocument): Cells[] {
  return document.meetings
    .map(({ workshops, actionPlan, recommendations, followUp }) => ({ workshops, actionPlan, recommendations, followUp }))
    .filter((cells) => ITEM_COLUMNS.some((column) => cells[column].length > 0));
}

const orNull = (field: string): string | null => (field === "" ? null : field);

/** Reads CSV by a library that knows nothing of this project. */
function readCsv(csv: string): Record<string, string>[] {
  return parse(csv, { columns: true, record_delimiter: "\r\n" });
}

function readItems(csv: string): ReadRow[] {
  return readCsv(csv).map((row) => ({
    id: row["id"]!,
    meetingId: row["meetingId"]!,
    column: row["column"] as ItemColumn,
    path: row["path"]!,
    parent: orNull(row["parent"]!),
    marker: row["marker"] as Item["marker"],
    number: row["number"] === "" ? null : Number(row["number"]),
    text: row["text"]!,
    pages: JSON.parse(row["pages"]!) as number[],
    spans: JSON.parse(row["spans"]!) as Item["spans"],
  }));
}

describe.each(DOCUMENTS)("%s", (_, document) => {
  test("comes back from NDJSON", () => {
    const lines = documentToNdjson(document).split("\n");
    expect(lines.pop()).toBe("");
    expect([...treesOf(lines.map((line) => JSON.parse(line) as ReadRow)).values()]).toEqual(cellsOf(document));
  });

  test("comes back from CSV", () => {
    expect([...treesOf(readItems(itemsToCsv(document, { spreadsheetSafe: false }))).values()]).toEqual(cellsOf(document));
  });

  test("has its meetings in CSV, each with the id that its items point to", () => {
    const rows = readCsv(meetingsToCsv(document, { spreadsheetSafe: false }));
    const meetings = rows.map((row) => ({
      number: row["number"] === "" ? null : Number(row["number"]),
      label: row["label"],
      theme: row["theme"],
      ...Object.fromEntries(["city", "country", "dateText", "start", "end"].map((field) => [field, orNull(row[field]!)])),
      pages: JSON.parse(row["pages"]!) as unknown,
    }));
    const plain = document.meetings.map((meeting) => Object.fromEntries(Object.entries(meeting).filter(([field]) => !ITEM_COLUMNS.some((column) => column === field))));
    expect(meetings).toEqual(plain);
    const ids = rows.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { meetingId } of readItems(itemsToCsv(document, { spreadsheetSafe: false }))) expect(ids).toContain(meetingId);
  });
});

test("the path of an item leads through its parents", () => {
  const [first, second, third] = readItems(itemsToCsv(nasty(), { spreadsheetSafe: false }));
  expect([first, second, third].map((row) => row?.path)).toEqual(["1", "1/1", "1/1/1"]);
  expect([first, second, third].map((row) => row?.parent)).toEqual([null, first?.id, second?.id]);
});

describe("for a spreadsheet", () => {
  const texts = (spreadsheetSafe: boolean): string[] => readItems(itemsToCsv(nasty(), { spreadsheetSafe })).map(({ text }) => text);

  test("no value is a formula", () => {
    const formulas = texts(true).filter((text) => /^[=+\-@\t\r]/u.test(text));
    expect(formulas).toEqual([]);
    expect(texts(true)).toContain("'@SUM(A1)");
  });

  test("values are changed only if the user says so", () => {
    expect(texts(false)).toContain("@SUM(A1)");
  });

  test("negative numbers would stay numbers", async () => {
    const { toCsv } = await import("../../../src/report/csv.js");
    expect(toCsv([[-1, "-1", "", null]], { spreadsheetSafe: true })).toBe("-1,'-1,\"\",\r\n");
  });
});
