import type { TablesDocument } from "../../model/tables.js";
import { type CsvOptions, type CsvValue, toCsv } from "../csv.js";
import { textRows } from "./rows.js";

/** The tables as comma-separated values, an empty line between two of them. */
export function tablesToCsv({ tables }: TablesDocument, options: CsvOptions): string {
  return tables.map((table) => toCsv(textRows(table).map(fieldsOf), options)).join("\r\n");
}

/**
 * The fields of a row. An empty cell is an empty field, unless it is the only one of its row: then it is an empty text, so that the row is
 * not an empty line.
 */
function fieldsOf(row: readonly string[]): readonly CsvValue[] {
  return row.length === 1 ? row : row.map((text) => (text === "" ? null : text));
}
