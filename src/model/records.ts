import { z } from "zod";
import { itemSchema, sourceSchema, spanSchema } from "./annex.js";
import { diagnosticSchema } from "./diagnostic.js";
import { pageNumberSchema } from "./place.js";
import { type ShapeFault, shapeFaults } from "./shape.js";

/** The version of the schema of records, by semantic versioning. */
export const RECORDS_SCHEMA_VERSION = "1.1.0";

/** Earlier versions, whose documents fit this one as well. */
const EARLIER_VERSIONS = ["1.0.0"] as const;

/** The `$schema` of a document of records. */
export const RECORDS_SCHEMA_ID = "urn:annex-matrix:schema:records-1";

/** What the cells of a column may be read as. */
export const CELL_KINDS = ["text", "number", "date", "items"] as const;

/** What the cells of a column are read as. */
export type CellKind = (typeof CELL_KINDS)[number];

/** A column of a matrix: the name of its cells in the records, and what they contain. */
export interface RecordColumn {
  readonly field: string;
  readonly holds: CellKind;
}

const text = z.string().describe("The whole cell: visual lines joined by a space; empty if the cell is");
const spans = z.array(spanSchema).describe("One box for each page that the cell is on; none if it is empty");
const day = z.iso.date().nullable();

const cellSchemas = {
  text: z.strictObject({ text, spans }).meta({ id: "TextCell" }),
  number: z
    .strictObject({ text, value: z.number().nullable().describe("Null if the text is not a number in English notation"), spans })
    .meta({ id: "NumberCell" }),
  date: z
    .strictObject({
      text,
      start: day.describe("Null if the text is not a date in English"),
      end: day.describe("The same day as start for a single one"),
      spans,
    })
    .meta({ id: "DateCell" }),
  items: z.strictObject({ items: z.array(itemSchema) }).meta({ id: "ItemsCell" }),
};

const anyCellSchema = z.union([cellSchemas.text, cellSchemas.number, cellSchemas.date, cellSchemas.items]);

function documentSchema<Cells extends z.ZodType>(cells: Cells) {
  return z.strictObject({
    $schema: z.string(),
    schemaVersion: z.enum([...EARLIER_VERSIONS, RECORDS_SCHEMA_VERSION]),
    profile: z.string().min(1).describe("The name of the profile that was used to read the matrix"),
    source: sourceSchema,
    title: z.string().nullable().describe("The text above the matrix on its first page"),
    columns: z.array(
      z.strictObject({
        field: z.string().min(1),
        header: z.string().nullable().describe("The first name that the profile has for it"),
        holds: z.enum(CELL_KINDS),
      }),
    ),
    records: z.array(
      z.strictObject({
        row: z.int().positive().describe("Its place in the matrix, counted from 1"),
        pages: z.array(pageNumberSchema).min(1),
        cells,
      }),
    ),
    diagnostics: z.array(diagnosticSchema),
  });
}

/** The schema of the records of any matrix: what `annex extract --profile` prints for a profile of records. */
export const recordsDocumentSchema = documentSchema(z.record(z.string(), anyCellSchema).describe("A cell for each column, by its field"));

/** The records of a matrix: what `annex extract --profile` prints for a profile of records. */
export type RecordsDocument = z.infer<typeof recordsDocumentSchema>;
/** One record: a row of the matrix, counted from 1, with a cell for each column by its `field`. */
export type MatrixRecord = RecordsDocument["records"][number];
/** One cell of a record: a text, with its value if it has one, or items. */
export type RecordCell = z.infer<typeof anyCellSchema>;

/** The schema of documents with exactly these columns. */
function recordsSchemaFor(columns: readonly RecordColumn[]): z.ZodType<RecordsDocument> {
  return documentSchema(z.strictObject(Object.fromEntries(columns.map(({ field, holds }) => [field, cellSchemas[holds]]))));
}

/** The JSON Schema (draft 2020-12) of any document of records: the contents of `schema/records-1.schema.json`. */
export function recordsJsonSchema(): Record<string, unknown> {
  return { $id: RECORDS_SCHEMA_ID, title: "The records of a matrix", ...z.toJSONSchema(recordsDocumentSchema) };
}

/** The JSON Schema (draft 2020-12) of the documents that one profile gives. */
export function recordsJsonSchemaFor(name: string, columns: readonly RecordColumn[]): Record<string, unknown> {
  return {
    $id: `${RECORDS_SCHEMA_ID}:${encodeURIComponent(name)}`,
    title: `The records of ${name}`,
    ...z.toJSONSchema(recordsSchemaFor(columns)),
  };
}

/** Whether a value, such as parsed JSON, says by its `$schema` that it is a document of records. */
export function isRecordsDocument(value: unknown): boolean {
  return typeof value === "object" && value !== null && "$schema" in value && value.$schema === RECORDS_SCHEMA_ID;
}

/** Checks a value, such as parsed JSON, against the schema of records; if columns are given, of records with exactly these. */
export function validateRecords(value: unknown, columns?: readonly RecordColumn[]): readonly ShapeFault[] {
  const schema = columns === undefined ? recordsDocumentSchema : recordsSchemaFor(columns);
  const checked = schema.safeParse(value);
  return checked.success ? [] : shapeFaults(value, checked.error.issues);
}
