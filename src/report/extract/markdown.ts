import { type AnnexDocument, ITEM_COLUMNS, type Meeting } from "../../model/annex.js";
import { COLUMN_LABELS } from "../labels.js";
import { escapeMarkdown } from "../markdown.js";
import { meetingLines, subtitleOf, titleOf } from "./heading.js";
import { itemsToLists } from "./lists.js";

/** The matrix as a table in GitHub's Markdown; its cells have HTML lists, as Markdown has none there. */
export function documentToMarkdown(document: AnnexDocument): string {
  const subtitle = subtitleOf(document);
  const names = ["Meeting", ...ITEM_COLUMNS.map((column) => COLUMN_LABELS[column])];
  return [
    `# ${escapeMarkdown(titleOf(document))}\n`,
    // Emphasised: a line that begins with a symbol could be taken for a list or a heading.
    ...(subtitle === "" ? [] : [`_${escapeMarkdown(subtitle)}_\n`]),
    `${rowOf(names)}|${" --- |".repeat(names.length)}\n${document.meetings.map(meetingToRow).join("")}`,
  ].join("\n");
}

function meetingToRow(meeting: Meeting): string {
  const lines = meetingLines(meeting).map(escapeMarkdown);
  const label = meeting.label === "" ? [] : [`**${escapeMarkdown(meeting.label)}**`];
  return rowOf([[...label, ...lines].join("<br>"), ...ITEM_COLUMNS.map((column) => itemsToLists(meeting[column], escapeMarkdown))]);
}

function rowOf(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |\n`;
}
