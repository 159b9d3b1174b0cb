import { textOfLines } from "../../layout/lines.js";
import type { GridCell, GridTable } from "./grid.js";

/** Whether a text starts as the title of a table or figure does: "Table 3.", "Exhibit A-1". */
export function isCaption(text: string): boolean {
  return /^(?:table|figure|chart|exhibit|graph|box|annex|appendix)\s*[\dIVXA-Z]+\b/iu.test(text);
}

/** Whether a text starts as a note below a table does. */
function isNote(text: string): boolean {
  return /^(?:notes?|sources?|n\.?b\.?)\s*[:.]/iu.test(text);
}

/** The table without the titles and notes in it: rows of one cell at its top and bottom. */
export function withoutCaptions(table: GridTable): GridTable {
  const alone = (row: number): GridCell | undefined => {
    const [cell, more] = table.cells.filter((own) => own.row === row && own.lines.length > 0);
    return cell !== undefined && more === undefined && cell.colspan === table.columns && cell.rowspan === 1 ? cell : undefined;
  };
  const textIn = (row: number): string => textOfLines(alone(row)?.lines ?? []);
  let first = 0;
  while (isCaption(textIn(first))) first += 1;
  let end = table.rows;
  while (end > first && isNote(textIn(end - 1))) end -= 1;
  if (first === 0 && end === table.rows) return table;
  const cells = table.cells.filter((cell) => cell.row >= first && cell.row < end).map((cell) => ({ ...cell, row: cell.row - first }));
  const y0 = Math.min(...cells.map((cell) => cell.box.y0));
  const y1 = Math.max(...cells.map((cell) => cell.box.y1));
  return { ...table, box: { ...table.box, y0, y1 }, rows: end - first, cells };
}
