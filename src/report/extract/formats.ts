import type { AnnexDocument } from "../../model/annex.js";
import type { CsvOptions } from "../csv.js";
import type { OutputFile } from "./dataPackage.js";

/** An output format for a document. */
export interface ExtractFormat<Document> {
  /** The ending of its files. */
  readonly ending: string;
  /** What is written to a file or to stdout. */
  readonly report: (document: Document, options: CsvOptions) => string | Promise<string | Uint8Array>;
  /** Set if a folder can contain more than a file. */
  readonly folder?: FolderFormat<Document>;
}

/** A format in which each document is a folder. */
interface FolderFormat<Document> {
  /** What is written into the folder. */
  readonly files: (document: Document, options: CsvOptions) => Promise<readonly OutputFile[]>;
  /** The names of these files, whatever the document. */
  readonly names: () => Promise<readonly string[]>;
}

/** The output formats for a document, by name; each is loaded on first use. */
export const EXTRACT_FORMATS = {
  json: { ending: "json", report: (document) => `${JSON.stringify(document, null, 2)}\n` },
  ndjson: { ending: "ndjson", report: async (document) => (await import("./ndjson.js")).documentToNdjson(document) },
  csv: {
    ending: "csv",
    report: async (document, options) => (await import("./csv.js")).itemsToCsv(document, options),
    folder: {
      files: async (document, options) => (await import("./dataPackage.js")).documentToDataPackage(document, options),
      names: async () => Object.values((await import("./dataPackage.js")).PACKAGE_FILES),
    },
  },
  markdown: { ending: "md", report: async (document) => (await import("./markdown.js")).documentToMarkdown(document) },
  html: { ending: "html", report: async (document) => (await import("./html.js")).documentToHtml(document) },
  xlsx: { ending: "xlsx", report: async (document) => (await import("./xlsx.js")).documentToXlsx(document) },
} as const satisfies Readonly<Record<string, ExtractFormat<AnnexDocument>>>;
