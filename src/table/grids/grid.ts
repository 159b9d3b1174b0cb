import type { Box } from "../../geometry/box.js";
import type { Line } from "../../layout/lines.js";

/** A cell of a table and the rows and columns that it spans. Points, on the upright page. */
export interface GridCell {
  /** Counted from 0, from the top. */
  readonly row: number;
  /** Counted from 0, from the left. */
  readonly col: number;
  readonly rowspan: number;
  readonly colspan: number;
  /** From top to bottom; empty if the cell is. */
  readonly lines: readonly Line[];
  readonly box: Box;
}

/** A table of any kind, as one page shows it. Points, on the upright page. */
export interface GridTable {
  readonly box: Box;
  readonly rows: number;
  readonly columns: number;
  /** Row by row, from left to right; together they cover the grid without overlapping. */
  readonly cells: readonly GridCell[];
}

/** The cells that have text. */
export function filledCells({ cells }: GridTable): GridCell[] {
  return cells.filter(({ lines }) => lines.length > 0);
}
