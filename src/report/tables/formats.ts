import type { TablesDocument } from "../../model/tables.js";
import type { CsvOptions } from "../csv.js";
import { tablesToCsv } from "./csv.js";
import { tablesToHtml } from "./html.js";
import { tablesToMarkdown } from "./markdown.js";

/** Formats the tables of a PDF as text. */
export type TablesFormat = (document: TablesDocument, options: CsvOptions) => string;

/** The output formats for tables, by name. */
export const TABLES_FORMATS = {
  json: (document) => `${JSON.stringify(document, null, 2)}\n`,
  csv: tablesToCsv,
  markdown: tablesToMarkdown,
  html: tablesToHtml,
} as const satisfies Readonly<Record<string, TablesFormat>>;
