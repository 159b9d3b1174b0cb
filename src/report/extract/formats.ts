import type { AnnexDocument } from "../../model/annex.js";

/** A format in which a document can be put out. */
export interface ExtractFormat {
  /** The ending of its files. */
  readonly ending: string;
  readonly report: (document: AnnexDocument) => string;
}

/** The formats in which a document can be put out, by their names. */
export const EXTRACT_FORMATS = {
  json: { ending: "json", report: (document) => `${JSON.stringify(document, null, 2)}\n` },
} as const satisfies Readonly<Record<string, ExtractFormat>>;
