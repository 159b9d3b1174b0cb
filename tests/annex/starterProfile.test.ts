import { expect, test } from "vitest";
import { starterProfile } from "../../src/annex/starterProfile.js";
import type { Table } from "../../src/model/tables.js";

/** A table of rows of texts, the first of them its header. */
function table(...rows: readonly (readonly string[])[]): Table {
  const cells = rows.flatMap((texts, row) => texts.map((text, col) => ({ row, col, rowspan: 1, colspan: 1, text, page: 1, bbox: [0, 0, 1, 1] as [number, number, number, number] })));
  return { page: 1, pages: [1], bbox: [0, 0, 1, 1], rows: rows.length, columns: rows[0]?.length ?? 0, headerRows: 1, cells };
}

function kindsOf(...rows: readonly (readonly string[])[]): (string | undefined)[] {
  return starterProfile(table(["Country", "Cells"], ...rows), "report")?.columns.map(({ holds }) => holds) ?? [];
}

test.each([
  ["numbers", "number", "1,200", "7"],
  ["days", "date", "9 October 2004", "2005-01-02"],
  ["lists", "items", "• One • Two", "none"],
  ["numbered lists", "items", "1) One", "2) Two"],
  ["words", "text", "Go on with the work", "none"],
  ["numbers and words", "text", "1,200", "none"],
  ["signs for nothing", "text", "–", "•"],
])("a column of %s holds %s", (_, kind, first, second) => {
  expect(kindsOf(["Laos", first], ["Malta", second])[1]).toBe(kind);
});

test("a column without any text holds text", () => {
  expect(kindsOf(["Laos", ""], ["Malta", ""])).toEqual(["text", "text"]);
});

test("a field is made of its header's words, and none is made twice", () => {
  const made = starterProfile(table(["Follow-up (2019)", "Name", "name", "2019", "№"], ["a", "b", "c", "d", "e"]), "report");
  expect(made?.columns.map(({ field }) => field)).toEqual(["followUp2019", "name", "name-2", "column2019", "no"]);
});
