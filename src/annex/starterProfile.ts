import type { CellKind } from "../model/records.js";
import type { Table, TableCell } from "../model/tables.js";
import { looksLikeMarker } from "../text/words/markers.js";
import { daysIn, numberIn } from "./cellValues.js";
import type { RecordsProfile } from "./profile.js";

/**
 * Makes a starting profile from a table: its columns, the names in their headers, and what their cells seem to contain. The key is the
 * first column whose text is different in every row, if there is one.
 *
 * @param name The name of the profile.
 * @returns Undefined if the table has no header, or one that names fewer than two columns.
 */
export function starterProfile(table: Table, name: string): RecordsProfile | undefined {
  const columns = Array.from({ length: table.columns }, (_, col) => columnAt(table, col));
  if (columns.filter(({ header }) => header !== "").length < 2) return undefined;
  const fields = fieldsOf(columns.map(({ header }) => header));
  const key = fields[columns.findIndex(({ texts }) => texts.every((text) => text !== "") && new Set(texts).size === texts.length)];
  return {
    kind: "records",
    name,
    ...(key === undefined ? {} : { key }),
    columns: columns.map(({ header, texts }, col) => ({
      field: fields[col] ?? `column${col + 1}`,
      holds: kindOf(texts.filter((text) => text !== "")),
      headers: header === "" ? [] : [header],
    })),
  };
}

interface Column {
  readonly header: string;
  /** The text of each row below the header; "" if there is none. */
  readonly texts: readonly string[];
}

function columnAt({ cells, rows, headerRows }: Table, col: number): Column {
  const own = cells.filter((cell) => cell.col <= col && col < cell.col + cell.colspan);
  // If there are several header rows, only the lowest names a single column.
  const names = own.filter((cell) => cell.row < headerRows && cell.colspan === 1 && cell.text !== "");
  const textIn = (row: number): string => own.find((cell) => covers(cell, row))?.text ?? "";
  return {
    header: names.at(-1)?.text ?? "",
    texts: Array.from({ length: rows - headerRows }, (_, i) => textIn(headerRows + i)),
  };
}

function covers({ row, rowspan }: TableCell, at: number): boolean {
  return row <= at && at < row + rowspan;
}

function kindOf(texts: readonly string[]): CellKind {
  if (texts.length === 0) return "text";
  if (texts.every((text) => numberIn(text) !== undefined)) return "number";
  if (texts.every((text) => daysIn(text) !== undefined)) return "date";
  return texts.some(startsWithMarker) ? "items" : "text";
}

/** Whether a cell's text is a list: a dash or a bullet alone means "nothing". */
function startsWithMarker(text: string): boolean {
  const [first = "", ...rest] = text.split(" ");
  return rest.length > 0 && (looksLikeMarker(first) || /^[•●■▪➢]/u.test(first));
}

/** A field for each header, made from its words: "Follow-up (2019)" gives followUp2019. No two are the same. */
function fieldsOf(headers: readonly string[]): string[] {
  const taken = new Set<string>();
  return headers.map((header, col) => {
    const words = header.normalize("NFKC").match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
    const joined = words
      .map((word, i) => (i === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()))
      .join("");
    const stem = /^\p{L}/u.test(joined) ? joined : `column${joined === "" ? col + 1 : joined}`;
    let field = stem;
    for (let copy = 2; taken.has(field); copy++) field = `${stem}-${copy}`;
    taken.add(field);
    return field;
  });
}
