import { expect, test } from "vitest";
import { publishedSchema } from "../../src/model/contract.js";
import { TABLES_SCHEMA_ID, TABLES_SCHEMA_VERSION, tablesJsonSchema } from "../../src/model/tables.js";

test("the published schema of tables is the model's", async () => {
  await expect(`${JSON.stringify(tablesJsonSchema(), undefined, 2)}\n`).toMatchFileSnapshot("../../schema/tables-1.schema.json");
});

test("a result is held against the published schema of tables", () => {
  const fits = publishedSchema("tables-1");
  const cell = { row: 0, col: 0, rowspan: 1, colspan: 1, text: "Theme", page: 1, bbox: [0, 0, 9, 9] };
  const table = { page: 1, pages: [1], bbox: [0, 0, 9, 9], rows: 1, columns: 1, headerRows: 0, cells: [cell] };
  const source = { file: "a.pdf", sha256: "0".repeat(64), bytes: 1, pages: 1, producer: null };
  const document = { $schema: TABLES_SCHEMA_ID, schemaVersion: TABLES_SCHEMA_VERSION, source, tables: [table], diagnostics: [] };
  expect(fits(document)).toBe(true);
  expect(fits({ ...document, tables: [{ ...table, cells: [{ ...cell, rowspan: 0 }] }] })).toBe(false);
});
