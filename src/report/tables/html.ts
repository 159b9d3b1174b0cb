import type { Table, TableCell, TablesDocument } from "../../model/tables.js";
import { escapeHtml, htmlPage } from "../html.js";
import { pagesOf } from "./rows.js";

const STYLE_SHEET = `:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 1rem; }
.frame { overflow-x: auto; }
table { border-collapse: collapse; margin: 1rem 0; }
caption { text-align: left; font-weight: bold; padding: 0.5rem 0; }
th, td { border: 1px solid #888; padding: 0.25rem 0.5rem; text-align: left; vertical-align: top; }
@media print {
  .frame { overflow: visible; }
}
`;

/** The tables as one page that loads nothing; cells span rows and columns as in the PDF. */
export function tablesToHtml({ source, tables }: TablesDocument): string {
  return htmlPage({
    title: `Tables of ${source.file}`,
    styleSheet: STYLE_SHEET,
    body: tables.map((table, i) => tableToHtml(table, i + 1)).join(""),
  });
}

function tableToHtml(table: Table, number: number): string {
  const head = rowsToHtml(table, 0, table.headerRows);
  const body = rowsToHtml(table, table.headerRows, table.rows);
  const name = `Table ${number} (${pagesOf(table)})`;
  const caption = `<caption>${name}</caption>\n`;
  // A table wider than the window scrolls by itself, also with the keyboard.
  return `<div class="frame" role="region" aria-label="${name}" tabindex="0">\n<table>\n${caption}${head === "" ? "" : `<thead>\n${head}</thead>\n`}${body === "" ? "" : `<tbody>\n${body}</tbody>\n`}</table>\n</div>\n`;
}

function rowsToHtml(table: Table, from: number, to: number): string {
  const rows: string[] = [];
  for (let row = from; row < to; row++) {
    const cells = table.cells.filter((cell) => cell.row === row).map((cell) => cellToHtml(cell, row < table.headerRows));
    rows.push(`<tr>${fillGaps(table, row, cells)}</tr>\n`);
  }
  return rows.join("");
}

function cellToHtml(cell: TableCell, isHeader: boolean): { readonly col: number; readonly html: string } {
  const spans = `${cell.rowspan > 1 ? ` rowspan="${cell.rowspan}"` : ""}${cell.colspan > 1 ? ` colspan="${cell.colspan}"` : ""}`;
  const tag = isHeader ? "th" : "td";
  const scope = isHeader ? ` scope="${cell.colspan > 1 ? "colgroup" : "col"}"` : "";
  return { col: cell.col, html: `<${tag}${scope}${spans}>${escapeHtml(cell.text)}</${tag}>` };
}

/** The cells of a row, with empty ones where the grid has gaps. */
function fillGaps(table: Table, row: number, cells: readonly { readonly col: number; readonly html: string }[]): string {
  const taken = (col: number): boolean =>
    table.cells.some((cell) => cell.row <= row && row < cell.row + cell.rowspan && cell.col <= col && col < cell.col + cell.colspan);
  return Array.from(
    { length: table.columns },
    (_, col) => cells.find((cell) => cell.col === col)?.html ?? (taken(col) ? "" : "<td></td>"),
  ).join("");
}
