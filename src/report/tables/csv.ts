import type { TablesDocument } from "../../model/tables.js";
import { textRows } from "./rows.js";

/** The tables as comma-separated values (RFC 4180), an empty line between two of them. */
export function tablesToCsv({ tables }: TablesDocument): string {
  return tables.map((table) => textRows(table).map((row) => `${row.map(quoted).join(",")}\r\n`).join("")).join("\r\n");
}

/** A field in quotes if it needs them, or if it is empty and the only one, so that its row is not an empty line. */
function quoted(field: string, _: number, row: readonly string[]): string {
  const needed = /[",\r\n]|^\s|\s$/u.test(field) || (row.length === 1 && field === "");
  return needed ? `"${field.replaceAll('"', '""')}"` : field;
}
