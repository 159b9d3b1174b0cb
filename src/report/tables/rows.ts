import type { Table, TableCell } from "../../model/tables.js";

/** The cell at each place of the grid; one that spans several is at each of them. */
export function gridOf(table: Table): (TableCell | undefined)[][] {
  const grid: (TableCell | undefined)[][] = Array.from({ length: table.rows }, () =>
    Array<TableCell | undefined>(table.columns).fill(undefined),
  );
  for (const cell of table.cells) {
    for (const line of grid.slice(cell.row, cell.row + cell.rowspan)) line.fill(cell, cell.col, cell.col + cell.colspan);
  }
  return grid;
}

/** The texts of each row; a cell that spans several places has its text at the first, and the others are empty. */
export function textRows(table: Table): string[][] {
  return gridOf(table).map((cells, row) => cells.map((cell, col) => (cell?.row === row && cell.col === col ? cell.text : "")));
}

/** The pages of a table in words: "page 3", "pages 3 to 5". */
export function pagesOf({ pages }: Table): string {
  const [first = 1] = pages;
  const last = pages.at(-1) ?? first;
  return first === last ? `page ${first}` : `pages ${first} to ${last}`;
}
