import { type KeptCell, openCell } from "../table/matrix/strip.js";
import type { TableRow } from "../table/pages/rows.js";
import { type FlowLine, flowOf } from "../text/flow/flowLine.js";

/** The parts of a row's cell in a column, in reading order; none if the row has no text there, or the profile no such column. */
export function cellOf(row: TableRow, field: string | undefined): KeptCell[] {
  return row.parts.filter((part) => part.field === field);
}

/** The lines of a cell's parts, in reading order. They are unpacked anew each time, so that only those of one cell are in memory. */
export function keptFlow(parts: readonly KeptCell[]): FlowLine[] {
  return flowOf(parts.map(openCell));
}

/** The pages that a row is on, in ascending order. */
export function pagesOf(row: TableRow): number[] {
  return [...new Set(row.parts.map((part) => part.page))].sort((a, b) => a - b);
}
