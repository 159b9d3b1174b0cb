import { createHash } from "node:crypto";
import type { CheckFinding } from "../../check/model.js";
import type { Inspection, SeenPage } from "../../inspect.js";
import type { AnnexDocument } from "../../model/annex.js";
import { allItems } from "../../model/items.js";
import { countFindings, countsInWords } from "../check/findings.js";
import { titleOf } from "../extract/heading.js";
import { escapeHtml, htmlPage } from "../html.js";
import { countOf } from "../labels.js";
import { findingsToHtml, ledgerToHtml, recordsToHtml } from "./lists.js";
import { type Mark, marksOf } from "./marks.js";
import { type ColourOf, pageToSvg, pageToThumbnail } from "./pageSvg.js";
import { colourIndex } from "./palette.js";
import { STYLE_SHEET } from "./style.js";

/** What can be shown over a page: its class, its name, and whether it is shown initially. */
const LAYERS = [
  ["items", "Items", true],
  ["cells", "Cells", true],
  ["columns", "Columns", false],
  ["rows", "Rows", false],
  ["lines", "Lines", false],
  ["words", "Words", false],
  ["glyphs", "Glyphs", false],
  ["findings", "Findings", true],
] as const;

/**
 * An inspection as one page that loads nothing: the pages as they were seen, beside what was read from them.
 *
 * @param script What the page runs in the browser; the page allows no other.
 */
export function inspectionToHtml(inspection: Inspection, findings: readonly CheckFinding[], script: string): string {
  const { document, columns } = inspection;
  const fields = columns.map((column) => column.field);
  const colourOf: ColourOf = (field) => `colour-${colourIndex(fields, field)}`;
  const hash = createHash("sha256").update(script).digest("base64");
  const title = document.source.file === "" ? titleOf(document) : document.source.file;
  return htmlPage({
    title: `${title} as read`,
    language: "en",
    colourScheme: "light dark",
    head: '<link rel="icon" href="data:,">\n',
    policy: `; script-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`,
    styleSheet: STYLE_SHEET,
    body: `<a class="skip" href="#side">Skip to the records</a>
${headerOf(inspection, findings, title, colourOf)}${panesOf(inspection, findings, colourOf)}<script type="module">${script}</script>
`,
  });
}

/** The head of the page: what was read, the search, what is shown, and what the colours mean. */
function headerOf({ document, columns }: Inspection, findings: readonly CheckFinding[], title: string, colourOf: ColourOf): string {
  return `<header>
<div class="title">
<h1>${escapeHtml(title)}</h1>
<p>${summaryOf(document, findings)}</p>
</div>
<div class="tools">
<search><label for="search">Search</label> <input type="search" id="search" autocomplete="off" spellcheck="false" aria-keyshortcuts="/"> <output id="hits" for="search"></output></search>
<fieldset><legend>Show</legend>
${LAYERS.map(([name, label, shown]) => `<label><input type="checkbox" id="show-${name}"${shown ? " checked" : ""}> ${label}</label>`).join("\n")}
</fieldset>
<div class="buttons">
<button type="button" id="zoom-out" aria-label="Smaller pages">−</button><button type="button" id="zoom-in" aria-label="Larger pages">+</button>
<button type="button" id="theme">Colours: system</button>
</div>
</div>
<ul class="legend" aria-label="Columns">
${columns.map(({ field, name }) => `<li class="${colourOf(field)}"><span class="swatch"></span>${escapeHtml(name)}</li>`).join("\n")}
</ul>
</header>
`;
}

/** The strip of pages, the pages, and what was read beside them. */
function panesOf({ document, pages, ledger }: Inspection, findings: readonly CheckFinding[], colourOf: ColourOf): string {
  const marks = marksOf(document, findings);
  return `<div class="panes">
<nav class="strip" aria-label="Pages">
<ol>
${pages.map((page) => stripEntry(page, marks, colourOf)).join("\n")}
</ol>
</nav>
<main id="pages" tabindex="0" aria-label="Pages as they were seen">
${pages.map((page) => figureOf(page, marks, colourOf)).join("\n")}
</main>
<aside id="side" tabindex="-1" aria-label="What was read">
<div class="tabs" role="tablist" aria-label="What was read">
<button type="button" role="tab" id="tab-records" aria-controls="records" aria-selected="true">Records</button>
<button type="button" role="tab" id="tab-findings" aria-controls="findings" aria-selected="false" tabindex="-1">Findings (${findings.length})</button>
<button type="button" role="tab" id="tab-ledger" aria-controls="ledger" aria-selected="false" tabindex="-1">Glyphs</button>
</div>
<section id="records" class="panel" role="tabpanel" aria-labelledby="tab-records">
<h2>Records</h2>
<p class="hint">Arrow up and down: from record to record. Enter: to its place on the page. Escape: back to the record. /: search.</p>
${recordsToHtml(document, colourOf)}</section>
<section id="findings" class="panel" role="tabpanel" aria-labelledby="tab-findings">
<h2>Findings</h2>
${findingsToHtml(findings)}</section>
<section id="ledger" class="panel" role="tabpanel" aria-labelledby="tab-ledger">
<h2>Where every glyph went</h2>
${ledgerToHtml(ledger)}</section>
</aside>
</div>
`;
}

function summaryOf(document: AnnexDocument, findings: readonly CheckFinding[]): string {
  const parts = [
    titleOf(document),
    countOf(document.source.pages, "page"),
    countOf(document.meetings.length, "meeting"),
    countOf(allItems(document).length, "record"),
    countsInWords(countFindings([{ file: document.source.file, findings }])),
  ];
  return parts.map(escapeHtml).join(" · ");
}

function stripEntry(page: SeenPage, marks: readonly Mark[], colourOf: ColourOf): string {
  const { number } = page.drawn;
  const own = marks.filter((mark) => mark.page === number);
  const records = own.filter((mark) => mark.kind === "item").length;
  const name = `Page ${number}, ${countOf(records, "record")}, ${countOf(own.length - records, "finding")}`;
  return `<li><a href="#page-${number}" aria-label="${name}">${pageToThumbnail(page, own, colourOf)}<span aria-hidden="true">${number}</span></a></li>`;
}

function figureOf(page: SeenPage, marks: readonly Mark[], colourOf: ColourOf): string {
  const { number } = page.drawn;
  return `<figure id="page-${number}">
<figcaption>Page ${number}</figcaption>
${pageToSvg(
  page,
  marks.filter((mark) => mark.page === number),
  colourOf,
)}
</figure>`;
}
