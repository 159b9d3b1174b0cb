import { z } from "zod";
import { sourceSchema } from "./annex.js";
import { diagnosticSchema } from "./diagnostic.js";
import { bboxSchema, pageNumberSchema } from "./place.js";

/** The version of the schema of tables, by semantic versioning. */
export const TABLES_SCHEMA_VERSION = "1.1.0";

/** Earlier versions, whose documents fit this one as well. */
const EARLIER_VERSIONS = ["1.0.0"] as const;

/** The `$schema` of a document of tables. */
export const TABLES_SCHEMA_ID = "urn:annex-matrix:schema:tables-1";

const tableCellSchema = z
  .strictObject({
    row: z.int().nonnegative().describe("The first row that the cell spans, counted from 0"),
    col: z.int().nonnegative().describe("The first column that the cell spans, counted from 0"),
    rowspan: z.int().positive(),
    colspan: z.int().positive(),
    text: z.string().describe("Visual lines joined by a space; empty if the cell is"),
    page: pageNumberSchema,
    bbox: bboxSchema,
  })
  .meta({ id: "TableCell" });

const tableSchema = z
  .strictObject({
    page: pageNumberSchema,
    pages: z.array(pageNumberSchema).min(1).describe("The pages that the table is on"),
    bbox: bboxSchema.describe("The table on its first page"),
    rows: z.int().positive(),
    columns: z.int().positive(),
    headerRows: z.int().nonnegative().describe("How many rows from the top name the columns"),
    cells: z.array(tableCellSchema).describe("Row by row, from left to right, without overlapping"),
  })
  .meta({ id: "Table" });

/** The schema of all tables of a PDF: what `annex tables` prints. */
export const tablesDocumentSchema = z
  .strictObject({
    $schema: z.string(),
    schemaVersion: z.enum([...EARLIER_VERSIONS, TABLES_SCHEMA_VERSION]),
    source: sourceSchema,
    tables: z.array(tableSchema),
    diagnostics: z.array(diagnosticSchema),
  })
  .meta({ id: "TablesDocument" });

/** A cell of a table: the rows and columns it spans, counted from 0; its text; its page, counted from 1, and its box there in points. */
export type TableCell = z.infer<typeof tableCellSchema>;
/** A table: on one page, or across all its pages if these were joined. */
export type Table = z.infer<typeof tableSchema>;
/** All tables of a PDF: what `annex tables` prints. */
export type TablesDocument = z.infer<typeof tablesDocumentSchema>;

/** The JSON Schema (draft 2020-12) of a document of tables: the contents of `schema/tables-1.schema.json`. */
export function tablesJsonSchema(): Record<string, unknown> {
  return { $id: TABLES_SCHEMA_ID, title: "The tables of a PDF", ...z.toJSONSchema(tablesDocumentSchema) };
}
