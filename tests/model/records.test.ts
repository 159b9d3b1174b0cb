import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import { profileJsonSchema, recordsJsonSchema, recordsJsonSchemaFor, validateRecords } from "../../src/index.js";
import { RECORDS_SCHEMA_ID } from "../../src/model/records.js";

const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
addFormats.default(ajv);

const COLUMNS = [
  { field: "country", holds: "text" },
  { field: "people", holds: "number" },
  { field: "joined", holds: "date" },
  { field: "plans", holds: "items" },
] as const;

const SPAN = { page: 1, bbox: [10, 20, 30, 40] };

const DOCUMENT = {
  $schema: RECORDS_SCHEMA_ID,
  schemaVersion: "1.0.0",
  profile: "small",
  source: { file: "small.pdf", sha256: "0".repeat(64), bytes: 9, pages: 1, producer: null },
  title: null,
  columns: COLUMNS.map((column) => ({ ...column, header: null })),
  records: [
    {
      row: 1,
      pages: [1],
      cells: {
        country: { text: "Laos", spans: [SPAN] },
        people: { text: "7,100,000", value: 7_100_000, spans: [SPAN] },
        joined: { text: "9 October 2004", start: "2004-10-09", end: "2004-10-09", spans: [SPAN] },
        plans: { items: [{ id: "row1/plans/1", marker: "bullet", text: "Go on", pages: [1], spans: [SPAN] }] },
      },
    },
  ],
  diagnostics: [],
};

test("the published schema of records is the model's", async () => {
  await expect(`${JSON.stringify(recordsJsonSchema(), undefined, 2)}\n`).toMatchFileSnapshot("../../schema/records-1.schema.json");
});

test("the published schema of a profile is the model's", async () => {
  await expect(`${JSON.stringify(profileJsonSchema(), undefined, 2)}\n`).toMatchFileSnapshot("../../schema/profile-1.schema.json");
});

test("records of the right shape fit all schemas, and those of another profile not that profile's", () => {
  expect(validateRecords(DOCUMENT)).toEqual([]);
  expect(validateRecords(DOCUMENT, COLUMNS)).toEqual([]);
  expect(ajv.validate(recordsJsonSchema(), DOCUMENT)).toBe(true);
  expect(ajv.validate(recordsJsonSchemaFor("small", COLUMNS), DOCUMENT)).toBe(true);
  const others = [{ field: "country", holds: "items" }, ...COLUMNS.slice(1, 3)] as const;
  expect(ajv.validate(recordsJsonSchemaFor("other", others), DOCUMENT)).toBe(false);
  expect(validateRecords(DOCUMENT, others)).toEqual([
    { path: "$.records[0].cells.country.items", message: "Missing, expected array" },
    { path: "$.records[0].cells.country.text", message: "Unexpected key" },
    { path: "$.records[0].cells.country.spans", message: "Unexpected key" },
    { path: "$.records[0].cells.plans", message: "Unexpected key" },
  ]);
});
