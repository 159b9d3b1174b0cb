import type { CheckFinding } from "../../check/model.js";
import { type AnnexDocument, ITEM_COLUMNS, type Item, type Meeting } from "../../model/annex.js";
import type { Ledger } from "../../model/ledger.js";
import { placeInWords } from "../check/findings.js";
import { meetingLines } from "../extract/heading.js";
import { escapeHtml } from "../html.js";
import { COLUMN_LABELS, SEVERITY_NAMES, countOf, pagesInWords } from "../labels.js";
import { signsOf } from "../signs.js";
import { findingKey, itemKey } from "./marks.js";
import type { ColourOf } from "./pageSvg.js";

/** All records, by meeting and column. */
export function recordsToHtml({ meetings }: AnnexDocument, colourOf: ColourOf): string {
  return meetings.map((meeting) => meetingToHtml(meeting, colourOf)).join("");
}

function meetingToHtml(meeting: Meeting, colourOf: ColourOf): string {
  const columns = ITEM_COLUMNS.filter((column) => meeting[column].length > 0);
  return `<section class="meeting">
<h3>${escapeHtml(meeting.label === "" ? "(no label)" : meeting.label)}</h3>
<p>${meetingLines(meeting).map(escapeHtml).join("<br>")}</p>
<p>${meeting.pages.map((page) => `<a href="#page-${page}">p. ${page}</a>`).join(" ")}</p>
${columns.map((column) => `<h4 class="${colourOf(column)}"><span class="swatch"></span>${COLUMN_LABELS[column]}</h4>\n${itemsToHtml(meeting[column], colourOf(column))}`).join("")}</section>
`;
}

function itemsToHtml(items: readonly Item[], colour: string): string {
  const signs = signsOf(items);
  const entries = items.map((item, i) => {
    const printed = signs[i] ?? "";
    const sign = printed === "" ? "" : `<span class="marker" aria-hidden="true">${printed}</span> `;
    const button = `<button type="button" class="entry ${colour}" data-entry="${escapeHtml(itemKey(item))}" tabindex="-1">${sign}<span class="words">${escapeHtml(item.text)}</span> <small>${pagesInWords(item.pages)}</small></button>`;
    return `<li>${button}${item.children === undefined ? "" : itemsToHtml(item.children, colour)}</li>`;
  });
  return `<ul>${entries.join("\n")}</ul>\n`;
}

/** What the extraction and the check found doubtful. */
export function findingsToHtml(findings: readonly CheckFinding[]): string {
  if (findings.length === 0) return "<p>No findings.</p>\n";
  const entries = findings.map((finding, i) => {
    const place = placeInWords(finding);
    const where = place === "" ? "the document" : place;
    return `<li><button type="button" class="entry finding ${finding.severity}" data-entry="${findingKey(i)}" tabindex="-1"><span class="badge">${i + 1}</span> <strong>${capitalised(SEVERITY_NAMES[finding.severity])}</strong> <span class="words">${escapeHtml(finding.message)}</span> <small>${escapeHtml(`${where} · ${finding.rule}`)}</small></button></li>`;
  });
  return `<ul>${entries.join("\n")}</ul>\n`;
}

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

const ACCOUNTS: readonly (readonly [key: Exclude<keyof Ledger, "glyphs">, name: string])[] = [
  ["items", "in items"],
  ["meetings", "in number and theme cells"],
  ["headers", "in column headers"],
  ["heading", "in the title block"],
  ["furniture", "in page numbers and running lines"],
  ["emptyMarkers", "in markers without text"],
  ["doubled", "drawn twice to look bold"],
  ["hidden", "not shown to a reader"],
  ["homeless", "without a home"],
];

/** Where every glyph went. */
export function ledgerToHtml(ledger: Ledger): string {
  const rows = ACCOUNTS.map(([key, name]) => `<tr><th scope="row">${name}</th><td>${ledger[key]}</td></tr>`);
  return `<table>
<caption>${countOf(ledger.glyphs, "glyph")} on all pages, each counted once</caption>
<tbody>
${rows.join("\n")}
</tbody>
<tfoot><tr><th scope="row">total</th><td>${ledger.glyphs}</td></tr></tfoot>
</table>
`;
}
