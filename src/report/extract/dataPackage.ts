import { type AnnexDocument, ITEM_COLUMNS, itemSchema } from "../../model/annex.js";
import type { CsvOptions } from "../csv.js";
import { ITEM_FIELDS, MEETING_FIELDS, itemsToCsv, meetingsToCsv } from "./csv.js";

/** A file of a folder. */
export interface OutputFile {
  readonly name: string;
  readonly content: string;
}

/** The type of a table's field, in terms of Table Schema. */
interface FieldType {
  readonly type: "string" | "integer" | "date" | "array";
  readonly description: string;
  readonly constraints?: Readonly<Record<string, unknown>>;
}

const PROFILES = "https://datapackage.org/profiles/2.0";

const MEETING_TYPES: Readonly<Record<(typeof MEETING_FIELDS)[number], FieldType>> = {
  id: { type: "string", description: "Unique in the document", constraints: { required: true } },
  number: { type: "integer", description: "The number of the meeting", constraints: { minimum: 1 } },
  label: { type: "string", description: "The label as printed" },
  theme: { type: "string", description: "The theme of the meeting" },
  city: { type: "string", description: "The city in which it was held" },
  country: { type: "string", description: "The country in which it was held" },
  dateText: { type: "string", description: "The dates as printed" },
  start: { type: "date", description: "The first day" },
  end: { type: "date", description: "The last day" },
  pages: { type: "array", description: "The pages of the PDF, counted from 1, as JSON", constraints: { required: true } },
};

const ITEM_TYPES: Readonly<Record<(typeof ITEM_FIELDS)[number], FieldType>> = {
  id: { type: "string", description: "Unique in the document", constraints: { required: true } },
  meetingId: { type: "string", description: "The id of its meeting", constraints: { required: true } },
  meeting: { type: "integer", description: "The number of its meeting", constraints: { minimum: 1 } },
  column: { type: "string", description: "The column of the matrix", constraints: { required: true, enum: ITEM_COLUMNS } },
  path: {
    type: "string",
    description: "Its place in the cell: 3 for the third item, 3/1 for the first item nested in that",
    constraints: { required: true, pattern: "[0-9]+(/[0-9]+)*" },
  },
  parent: { type: "string", description: "The id of the item that it is nested in" },
  marker: {
    type: "string",
    description: "The kind of marker before the item",
    constraints: { required: true, enum: itemSchema.shape.marker.options },
  },
  number: { type: "integer", description: "The printed number; only with marker number" },
  text: { type: "string", description: "The text; paragraphs are separated by a line feed" },
  pages: { type: "array", description: "The pages of its own text, counted from 1, as JSON", constraints: { required: true } },
  spans: {
    type: "array",
    description: "Its places, as JSON: a page, and a box [x0, y0, x1, y1] in points from the page's top left corner",
    constraints: { required: true },
  },
};

/** The files of a data package. */
export const PACKAGE_FILES = { meetings: "meetings.csv", items: "items.csv", descriptor: "datapackage.json" } as const;

/** The document as a Data Package of version 2 (https://datapackage.org): two tables in CSV and their description, which comes last. */
export function documentToDataPackage(document: AnnexDocument, options: CsvOptions): OutputFile[] {
  const { source, document: heading } = document;
  const descriptor = {
    $schema: `${PROFILES}/datapackage.json`,
    name: nameOf(source.file),
    ...(heading.title === null ? {} : { title: heading.title }),
    ...(heading.lastUpdated === null ? {} : { version: heading.lastUpdated }),
    sources: [{ title: [heading.annex, source.file].filter((part) => part !== null && part !== "").join(", ") || "PDF" }],
    sourceHash: `sha256:${source.sha256}`,
    resources: [
      resource("meetings", MEETING_FIELDS, MEETING_TYPES, []),
      resource("items", ITEM_FIELDS, ITEM_TYPES, [
        { fields: ["meetingId"], reference: { resource: "meetings", fields: ["id"] } },
        { fields: ["parent"], reference: { fields: ["id"] } },
      ]),
    ],
  };
  return [
    { name: PACKAGE_FILES.meetings, content: meetingsToCsv(document, options) },
    { name: PACKAGE_FILES.items, content: itemsToCsv(document, options) },
    { name: PACKAGE_FILES.descriptor, content: `${JSON.stringify(descriptor, null, 2)}\n` },
  ];
}

interface ForeignKey {
  readonly fields: readonly string[];
  readonly reference: { readonly resource?: string; readonly fields: readonly string[] };
}

function resource<F extends string>(
  name: "meetings" | "items",
  fields: readonly F[],
  types: Readonly<Record<F, FieldType>>,
  foreignKeys: readonly ForeignKey[],
): Record<string, unknown> {
  return {
    $schema: `${PROFILES}/dataresource.json`,
    name,
    type: "table",
    path: PACKAGE_FILES[name],
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    dialect: {
      $schema: `${PROFILES}/tabledialect.json`,
      header: true,
      delimiter: ",",
      lineTerminator: "\r\n",
      quoteChar: '"',
      doubleQuote: true,
    },
    schema: {
      $schema: `${PROFILES}/tableschema.json`,
      fields: fields.map((field) => ({ name: field, ...types[field] })),
      missingValues: [""],
      primaryKey: ["id"],
      ...(foreignKeys.length === 0 ? {} : { foreignKeys }),
    },
  };
}

/** A name of lower-case letters, digits, points, underscores and hyphens, as the standard recommends. */
function nameOf(file: string): string {
  const name = file
    .replace(/\.pdf$/iu, "")
    .toLowerCase()
    .replace(/[^a-z0-9._]+/gu, "-")
    .replace(/^-+|-+$/gu, "");
  return name === "" ? "annex" : name;
}
