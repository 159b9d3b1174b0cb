import type { Table, TablesDocument } from "../../model/tables.js";
import { escapeMarkdown } from "../markdown.js";
import { gridOf, pagesOf, textRows } from "./rows.js";

/** The tables in GitHub's Markdown, each under the pages that it is on. Markdown has only one header row, and no spanning cells. */
export function tablesToMarkdown({ tables }: TablesDocument): string {
  return tables.map((table, i) => `## Table ${i + 1} (${pagesOf(table)})\n\n${tableToMarkdown(table)}`).join("\n");
}

function tableToMarkdown(table: Table): string {
  const rows = textRows(table);
  const header = headerOf(table);
  const line = (fields: readonly string[]): string => `| ${fields.map(escapeMarkdown).join(" | ")} |\n`;
  return `${line(header)}|${" --- |".repeat(table.columns)}\n${rows.slice(table.headerRows).map(line).join("")}`;
}

/** The header as one row: the names above each column, from the top. */
function headerOf(table: Table): string[] {
  const rows = gridOf(table).slice(0, table.headerRows);
  return Array.from({ length: table.columns }, (_, col) => {
    const cells = new Set(rows.map((row) => row[col]));
    return [...cells]
      .map((cell) => cell?.text ?? "")
      .filter((text) => text !== "")
      .join(" ");
  });
}
