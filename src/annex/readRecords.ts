import type { ToBbox } from "../layout/bbox.js";
import { textOf } from "../layout/lines.js";
import type { Finding } from "../model/diagnostic.js";
import type { CellKind, MatrixRecord, RecordCell } from "../model/records.js";
import type { KeptCell } from "../table/matrix/strip.js";
import type { DocumentTable } from "../table/pages/documentTable.js";
import { type TableRow, rowsOf } from "../table/pages/rows.js";
import { shownRows } from "../table/pages/shownRows.js";
import { joinLines } from "../text/words/join.js";
import type { WordKnowledge } from "../text/words/wordKnowledge.js";
import { daysIn, numberIn } from "./cellValues.js";
import { readColumn, readText } from "./columnItems.js";
import { ColumnStyles } from "./columnStyles.js";
import type { RecordsProfile } from "./profile.js";
import { cellOf, pagesOf } from "./rowCells.js";

/** What a matrix says, before it is a document: its records, what is doubtful, and where its glyphs went. */
export interface RecordsReading {
  readonly title: string | null;
  readonly records: readonly MatrixRecord[];
  readonly findings: readonly Finding[];
  readonly glyphs: { readonly items: number; readonly cells: number; readonly emptyMarkers: number };
}

/** A cell as it is written to the output, with its share of the ledger. */
interface ReadCell {
  readonly cell: RecordCell;
  readonly findings: readonly Finding[];
  readonly items: number;
  readonly cells: number;
  readonly emptyMarkers: number;
}

/** Reads the rows of a matrix as records. */
export function readRecords(table: DocumentTable, profile: RecordsProfile, knowledge: WordKnowledge, toBbox: ToBbox): RecordsReading {
  const starts = profile.starts === undefined ? undefined : new RegExp(`^(?:${profile.starts})`, "u");
  const rows = rowsOf(table.strips, shownRows(table.strips, { fields: fieldsOf(table, profile), key: profile.key, starts }));
  const styles = new ColumnStyles(rows);
  const columns = profile.columns.map(({ field, holds }) => ({ field, cells: readCells(rows, field, holds, styles, knowledge, toBbox) }));
  const all = columns.flatMap(({ cells }) => cells);
  const sum = (share: (cell: ReadCell) => number): number => all.reduce((total, cell) => total + share(cell), 0);
  const title = joinLines(
    table.heading.flatMap((entry) => entry.lines.map(textOf)),
    knowledge,
  ).text;
  return {
    title: title === "" ? null : title,
    records: rows.map((row, i) => ({
      row: i + 1,
      pages: pagesOf(row),
      cells: Object.fromEntries(columns.flatMap(({ field, cells }) => cells.slice(i, i + 1).map(({ cell }) => [field, cell]))),
    })),
    findings: rows.flatMap((_, i) => columns.flatMap(({ cells }) => cells[i]?.findings ?? [])),
    glyphs: { items: sum(({ items }) => items), cells: sum(({ cells }) => cells), emptyMarkers: sum(({ emptyMarkers }) => emptyMarkers) },
  };
}

/** The fields in the order of their columns on the first page, from left to right; those that it does not have come last. */
function fieldsOf(table: DocumentTable, profile: RecordsProfile): string[] {
  const shown = table.headers[0]?.cells.flatMap(({ field }) => field ?? []) ?? [];
  return [...new Set([...shown, ...profile.columns.map(({ field }) => field)])];
}

function readCells(
  rows: readonly TableRow[],
  field: string,
  holds: CellKind,
  styles: ColumnStyles,
  knowledge: WordKnowledge,
  toBbox: ToBbox,
): ReadCell[] {
  const parts = rows.map((row) => cellOf(row, field));
  if (holds !== "items") return parts.map((own) => readPlain(own, holds, knowledge, toBbox));
  const cells = parts.map((own, i) => ({ field, prefix: `row${i + 1}/${field}`, meeting: undefined, parts: own }));
  return readColumn(cells, styles.of(field), knowledge, toBbox).map(({ items, findings, itemGlyphs, emptyMarkerGlyphs }) => ({
    cell: { items: [...items] },
    findings,
    items: itemGlyphs,
    cells: 0,
    emptyMarkers: emptyMarkerGlyphs,
  }));
}

function readPlain(parts: readonly KeptCell[], holds: Exclude<CellKind, "items">, knowledge: WordKnowledge, toBbox: ToBbox): ReadCell {
  const { text, spans, findings, glyphs } = readText(parts, knowledge, toBbox);
  const cell = { ...valueOf(text, holds), spans: [...spans] };
  return { cell, findings, items: 0, cells: glyphs, emptyMarkers: 0 };
}

function valueOf(text: string, holds: Exclude<CellKind, "items">) {
  switch (holds) {
    case "text":
      return { text };
    case "number":
      return { text, value: numberIn(text) ?? null };
    case "date": {
      const days = daysIn(text);
      return { text, start: days?.start ?? null, end: days?.end ?? null };
    }
  }
}
