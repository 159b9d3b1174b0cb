import { z } from "zod";
import { diagnosticSchema } from "./diagnostic.js";
import { ITEM_COLUMNS } from "./fields.js";
import { bboxSchema, pageNumberSchema } from "./place.js";
import { EARLIER_SCHEMA_VERSIONS, SCHEMA_ID, SCHEMA_VERSION } from "./version.js";

export { ITEM_COLUMNS };

/** A column of the ASEM matrix that contains items. */
export type ItemColumn = (typeof ITEM_COLUMNS)[number];

const markerSchema = z
  .enum(["bullet", "number", "dash", "letter", "none"])
  .describe("The kind of marker before the item; the marker itself is not part of the text");

const dateSchema = z.iso.date();

/** The schema of a span: where an item's own text is on one page. */
export const spanSchema = z
  .strictObject({
    page: pageNumberSchema,
    bbox: bboxSchema,
  })
  .describe("A place of the item's own text on one page");

/** The schema of `ocr`, which only items have whose text was recognised in the picture of a page. */
const recognitionSchema = z
  .strictObject({
    confidence: z.number().min(0).max(100).describe("The confidence of the least certain word of the text, from 0 to 100"),
  })
  .describe("Only if some of the item's own text was recognised in the picture of a page (OCR)");

/** The schema of an item. */
export const itemSchema = z
  .strictObject({
    id: z.string().min(1).describe("Unique in the document: cmm8/recommendations/3, or /3/1 for a child"),
    marker: markerSchema,
    number: z.int().nonnegative().optional().describe("The printed number; only with marker number"),
    text: z.string().describe("Visual lines joined by a space, paragraphs by a line feed"),
    get children() {
      return z.array(itemSchema).min(1).optional();
    },
    pages: z.array(pageNumberSchema).min(1).describe("The pages of the item's own text, not of its children's"),
    spans: z.array(spanSchema).min(1),
    ocr: recognitionSchema.optional(),
  })
  .meta({ id: "Item" });

/** The schema of a meeting. */
export const meetingSchema = z
  .strictObject({
    number: z.int().positive().nullable().describe("From the NO cell, or from the label if that cell is empty"),
    label: z.string(),
    theme: z.string(),
    city: z.string().nullable(),
    country: z.string().nullable(),
    dateText: z.string().nullable().describe("The dates as printed"),
    start: dateSchema.nullable(),
    end: dateSchema.nullable(),
    pages: z.array(pageNumberSchema).min(1),
    workshops: z.array(itemSchema),
    actionPlan: z.array(itemSchema),
    recommendations: z.array(itemSchema),
    followUp: z.array(itemSchema),
  })
  .meta({ id: "Meeting" });

const headingSchema = z.strictObject({
  annex: z.string().nullable().describe("Which annex it is: Annex 1"),
  title: z.string().nullable(),
  period: z.strictObject({ from: z.int(), to: z.int() }).nullable().describe("The years in the title"),
  lastUpdated: dateSchema.nullable(),
  updatedBy: z.string().nullable(),
});

/** The schema of the source that a document names. */
export const sourceSchema = z.strictObject({
  file: z.string().describe("The name of the file, without its folder"),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().nonnegative(),
  pages: z.int().positive(),
  producer: z.string().nullable().describe("The program that wrote the PDF, according to the PDF"),
});

/** The schema of the whole result: what `annex extract` prints. */
export const annexDocumentSchema = z
  .strictObject({
    $schema: z.string(),
    schemaVersion: z.enum([...EARLIER_SCHEMA_VERSIONS, SCHEMA_VERSION]),
    document: headingSchema,
    source: sourceSchema,
    meetings: z.array(meetingSchema),
    diagnostics: z.array(diagnosticSchema),
  })
  .meta({ id: "AnnexDocument" });

/**
 * One decision: its marker, its text, the items nested in it, and its place in the PDF. `id` is its place in the document, such as
 * `cmm8/recommendations/3/1`; `pages` and `spans` are those of its own text, not of its children's.
 */
export type Item = z.infer<typeof itemSchema>;
/** A place of an item's text: a page, counted from 1, and a box [x0, y0, x1, y1] in points, origin top left of the page as shown. */
export type Span = z.infer<typeof spanSchema>;
/** The kind of marker before an item; all kinds of bullets are "bullet". */
export type Marker = z.infer<typeof markerSchema>;
/** One meeting, a row of the matrix, with the items of its four columns. Dates are ISO 8601; null means that a value could not be read. */
export type Meeting = z.infer<typeof meetingSchema>;
/** The title block of the annex; null means that a value could not be read. */
export type Heading = z.infer<typeof headingSchema>;
/** The PDF that was read: its name, its size in bytes, its SHA-256 in hexadecimal, its number of pages and the program that wrote it. */
export type Source = z.infer<typeof sourceSchema>;
/** The whole result of an extraction: what `annex extract` prints. */
export type AnnexDocument = z.infer<typeof annexDocumentSchema>;

/** The JSON Schema (draft 2020-12) of an extracted document: the contents of `schema/annex-1.schema.json`. */
export function annexJsonSchema(): Record<string, unknown> {
  return { $id: SCHEMA_ID, title: "An annex: the decisions of its meetings", ...z.toJSONSchema(annexDocumentSchema) };
}
