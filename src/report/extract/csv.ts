import type { AnnexDocument } from "../../model/annex.js";
import { type CsvOptions, type CsvValue, toCsv } from "../csv.js";
import { type ItemRow, type MeetingRow, itemRows, meetingRows } from "./rows.js";

/** The fields of a row of items, in order. */
export const ITEM_FIELDS = [
  "id",
  "meetingId",
  "meeting",
  "column",
  "path",
  "parent",
  "marker",
  "number",
  "text",
  "pages",
  "spans",
] as const satisfies readonly (keyof ItemRow)[];

/** The fields of a row of meetings, in order. */
export const MEETING_FIELDS = [
  "id",
  "number",
  "label",
  "theme",
  "city",
  "country",
  "dateText",
  "start",
  "end",
  "pages",
] as const satisfies readonly (keyof MeetingRow)[];

/** The items as CSV with a header, one per row. */
export function itemsToCsv(document: AnnexDocument, options: CsvOptions): string {
  const rows = itemRows(document).map((row) => ITEM_FIELDS.map((field) => valueOf(row[field])));
  return toCsv([ITEM_FIELDS, ...rows], options);
}

/** The meetings as CSV with a header, one per row. */
export function meetingsToCsv(document: AnnexDocument, options: CsvOptions): string {
  const rows = meetingRows(document).map((row) => MEETING_FIELDS.map((field) => valueOf(row[field])));
  return toCsv([MEETING_FIELDS, ...rows], options);
}

/** Lists are JSON in a field. */
function valueOf(value: CsvValue | readonly unknown[]): CsvValue {
  return typeof value === "string" || typeof value === "number" || value === null ? value : JSON.stringify(value);
}
