/** How values are written as CSV. */
export interface CsvOptions {
  /** Whether values that a spreadsheet would take for formulas are prefixed with an apostrophe. */
  readonly spreadsheetSafe: boolean;
}

/** A value of a field: nothing is an empty field. */
export type CsvValue = string | number | null;

/** Rows as comma-separated values: RFC 4180, each row ended by CR LF. */
export function toCsv(rows: readonly (readonly CsvValue[])[], { spreadsheetSafe }: CsvOptions): string {
  const field = (value: CsvValue): string => {
    if (typeof value !== "string") return value === null ? "" : String(value);
    return quoted(spreadsheetSafe ? withoutFormula(value) : value);
  };
  return rows.map((row) => `${row.map(field).join(",")}\r\n`).join("");
}

/** What spreadsheets take for the start of a formula (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r\n]/u;

function withoutFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** In quotes if the field needs them; so is an empty text, to distinguish it from a missing value. */
function quoted(text: string): string {
  return text === "" || /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
