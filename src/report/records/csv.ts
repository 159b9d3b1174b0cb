import type { RecordCell, RecordsDocument } from "../../model/records.js";
import { type CsvOptions, type CsvValue, toCsv } from "../csv.js";
import { itemsToText } from "../itemsText.js";

/** The records as CSV with a header, one per row: its place, its pages, then a field for each column. */
export function recordsToCsv({ columns, records }: RecordsDocument, options: CsvOptions): string {
  const rows = records.map(({ row, pages, cells }) => [row, JSON.stringify(pages), ...columns.map(({ field }) => valueOf(cells[field]))]);
  return toCsv([["row", "pages", ...columns.map(({ field }) => field)], ...rows], options);
}

/** What is printed in the cell, even if it is a number or a date: a field has no second place for what could not be read. */
function valueOf(cell: RecordCell | undefined): CsvValue {
  if (cell === undefined) return null;
  return "items" in cell ? itemsToText(cell.items) : cell.text;
}
