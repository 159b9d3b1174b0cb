import { type AnnexDocument, ITEM_COLUMNS, type Meeting } from "../../model/annex.js";
import { escapeHtml, htmlPage } from "../html.js";
import { COLUMN_LABELS } from "../labels.js";
import { meetingLines, subtitleOf, titleOf } from "./heading.js";
import { itemsToLists } from "./lists.js";

const STYLE_SHEET = `:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 1rem; }
.frame { overflow-x: auto; }
table { border-collapse: collapse; min-width: 60rem; width: 100%; table-layout: fixed; }
thead th { position: sticky; top: 0; background: Canvas; }
th, td { border: 1px solid #888; padding: 0.5rem; text-align: left; vertical-align: top; overflow-wrap: break-word; }
tbody th { font-weight: normal; }
ul, ol { margin: 0; padding-left: 1.25rem; }
li + li { margin-top: 0.25rem; }
ul.dash { list-style-type: "– "; }
ul.plain { list-style: none; padding-left: 0; }
@media print {
  @page { size: landscape; margin: 1cm; }
  body { font-size: 8pt; margin: 0; }
  .frame { overflow: visible; }
  table { min-width: 0; }
  thead th { position: static; }
}
`;

/** The matrix as one page that loads nothing. */
export function documentToHtml(document: AnnexDocument): string {
  const title = titleOf(document);
  const subtitle = subtitleOf(document);
  const names = ["Meeting", ...ITEM_COLUMNS.map((column) => COLUMN_LABELS[column])];
  return htmlPage({
    title,
    language: "en",
    styleSheet: STYLE_SHEET,
    body: `<main>
<h1>${escapeHtml(title)}</h1>
${subtitle === "" ? "" : `<p>${escapeHtml(subtitle)}</p>\n`}<div class="frame" role="region" aria-label="The matrix" tabindex="0">
<table>
<thead>
<tr>${names.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join("")}</tr>
</thead>
<tbody>
${document.meetings.map(meetingToRow).join("")}</tbody>
</table>
</div>
</main>
`,
  });
}

function meetingToRow(meeting: Meeting): string {
  const label = meeting.label === "" ? [] : [`<strong>${escapeHtml(meeting.label)}</strong>`];
  const lines = [...label, ...meetingLines(meeting).map(escapeHtml)];
  const cells = ITEM_COLUMNS.map((column) => `<td>${itemsToLists(meeting[column], escapeHtml)}</td>`);
  return `<tr><th scope="row">${lines.join("<br>")}</th>${cells.join("")}</tr>\n`;
}
