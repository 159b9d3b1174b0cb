import { groupBy } from "../../geometry/groups.js";
import { textOfLines } from "../../layout/lines.js";
import { nameColumns, isDatum } from "../evidence/numericText.js";
import type { GridCell, GridTable } from "./grid.js";

/**
 * How many rows from the top name the columns: those above the first with numbers, or only the first if no row has any. Years are names. A
 * row with a name over the first column only is a heading in the table's body. No cell is in both header and body.
 */
export function headerRowsOf(table: GridTable): number {
  const rowsWith = (test: (cell: GridCell) => boolean): number[] =>
    table.cells.filter((cell) => cell.lines.length > 0 && test(cell)).map((cell) => cell.row);
  const numbers = table.cells
    .filter((cell) => cell.col > 0)
    .map(({ row, lines }) => ({ row, text: textOfLines(lines) }))
    .filter(({ text }) => isDatum(text));
  const byRow = groupBy(numbers, ({ row }) => row);
  const firstData = Math.min(...[...byRow].flatMap(([row, own]) => (nameColumns(own.map(({ text }) => text)) ? [] : [row])));
  if (firstData === Infinity) return clearOfSpans(table, table.rows > 1 ? 1 : 0);
  const named = rowsWith((cell) => cell.col + cell.colspan > 1 && cell.colspan < table.columns).filter((row) => row < firstData);
  return clearOfSpans(table, Math.max(0, ...named.map((row) => row + 1)));
}

function clearOfSpans(table: GridTable, rows: number): number {
  const crossing = table.cells.filter((cell) => cell.row < rows && cell.row + cell.rowspan > rows);
  return crossing.length === 0 ? rows : clearOfSpans(table, Math.min(...crossing.map((cell) => cell.row)));
}
