import { textOf } from "../../src/layout/lines.js";
import type { PageLayout } from "../../src/layout/pageLayout.js";
import { type DocumentTable, documentTable as tableOver } from "../../src/table/pages/documentTable.js";
import type { Matrix } from "../../src/table/matrix/matrix.js";
import { PagesReader } from "../../src/table/pages/pagesReader.js";
import { type CellPart, type Strip, openStrip } from "../../src/table/matrix/strip.js";
import { looksLikeMarker } from "../../src/text/words/markers.js";

/** A small matrix. */
export const matrix = {
  columns: [
    { field: "number", headers: ["NO"] },
    { field: "plan", headers: ["ACTION PLAN"] },
    { field: "advice", headers: ["RECOMMENDATION"] },
  ],
  isMarker: looksLikeMarker,
};

/** The text of its first page. */
export const first = `
NO    ACTION PLAN         RECOMMENDATION
2     • study it          • go on
      • write it down     • go further`;

/** The table over some pages, its strips unpacked. */
export function documentTable(pages: readonly PageLayout[], wanted: Matrix): Omit<DocumentTable, "strips"> & { readonly strips: readonly Strip[] } {
  const reader = new PagesReader(wanted);
  for (const page of pages) reader.add(page);
  const table = tableOver(reader.pages());
  return { ...table, strips: table.strips.map(openStrip) };
}

/** The lines of the cells of a column. */
export function textsOf(cells: readonly CellPart[], field: string): string[] {
  return cells.filter((cell) => cell.field === field).flatMap((cell) => cell.lines.map(textOf));
}
