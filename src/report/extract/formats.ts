import type { AnnexDocument } from "../../model/annex.js";

/** The formats in which a document can be put out, each with the ending of its files. */
export const EXTRACT_FORMATS = { json: "json" } as const;

/** A format in which a document can be put out. */
export type ExtractFormat = keyof typeof EXTRACT_FORMATS;

/** Puts a document into bytes to write. */
export function reportDocument(document: AnnexDocument, format: ExtractFormat): string {
  switch (format) {
    case "json":
      return `${JSON.stringify(document, null, 2)}\n`;
  }
}
