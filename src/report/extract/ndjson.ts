import type { AnnexDocument } from "../../model/annex.js";
import { itemRows } from "./rows.js";

/** The items as JSON, one per line. */
export function documentToNdjson(document: AnnexDocument): string {
  return itemRows(document)
    .map((row) => `${JSON.stringify(row)}\n`)
    .join("");
}
