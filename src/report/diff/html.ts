import type { AnnexDiff, Change, FieldChange, ItemPlace, MeetingContent, WordRun } from "../../diff/model.js";
import { escapeHtml, htmlPage } from "../html.js";
import { countOf, pagesInWords } from "../labels.js";
import type { SeenEditions } from "./editionPages.js";
import { STYLE_SHEET } from "./htmlStyle.js";
import { type DiffPages, diffPages } from "./pagesHtml.js";
import { columnsOf, fieldLabel, meetingInWords, sectionsOf, summaryInWords, valueInWords, type Section } from "./sections.js";

/**
 * The diff as one page, the older edition at the left and the newer at the right. It loads nothing.
 *
 * @param editions What the editions were read from, if their pages are to be shown.
 */
export function diffToHtml(diff: AnnexDiff, withIds: boolean, editions?: SeenEditions): string {
  const pages = editions === undefined ? NO_PAGES : diffPages(diff, editions);
  const numbers = new Map(diff.changes.map((change, index) => [change, index + 1]));
  const title = `${diff.from.file} → ${diff.to.file}`;
  return htmlPage({
    title,
    language: "en",
    colourScheme: "light dark",
    styleSheet: STYLE_SHEET,
    body: `<header>
<h1>${escapeHtml(title)}</h1>
<p>${summaryInWords(diff)}; ${countOf(diff.summary.unchanged, "item")} unchanged.</p>
</header>
<main>
${sectionsOf(diff)
  .map((section) => sectionToHtml(section, diff, (change) => rowOf(change, numbers.get(change) ?? 0, pages)))
  .join("")}${pages.html}${withIds ? idTable(diff) : ""}</main>
`,
  });
}

const NO_PAGES: DiffPages = { html: "", linksOf: () => "" };

function sectionToHtml({ title, groups }: Section, diff: AnnexDiff, row: (change: Change) => string): string {
  const bodies = groups.map(({ title: column, changes }) => {
    const heading = column === null ? "" : `<tr><th colspan="3" scope="colgroup">${escapeHtml(column)}</th></tr>\n`;
    return `<tbody>\n${heading}${changes.map(row).join("")}</tbody>\n`;
  });
  return `<section>
<h2>${escapeHtml(title)}</h2>
<table class="changes">
<thead><tr><th scope="col">Change</th><th scope="col">${escapeHtml(diff.from.file)}</th><th scope="col">${escapeHtml(diff.to.file)}</th></tr></thead>
${bodies.join("")}</table>
</section>
`;
}

function rowOf(change: Change, number: number, { linksOf }: DiffPages): string {
  const [before, after] = sidesOf(change);
  const verb = "moved" in change && change.moved === true ? "changed, moved" : change.kind;
  const name = "field" in change ? `${verb}: ${fieldLabel(change.field)}` : verb;
  const links = linksOf(number);
  const shown = links === "" ? "" : `<br><span class="change">${number}</span> <small>${links}</small>`;
  return `<tr id="change-${number}" class="${change.kind}"><th scope="row">${name}${shown}</th><td>${before}</td><td>${after}</td></tr>\n`;
}

/** The cells of the older and the newer edition. */
function sidesOf(change: Change): [string, string] {
  if ("field" in change) return fieldSides(change);
  if (change.subject === "meeting") {
    switch (change.kind) {
      case "added":
        return ["", meetingToHtml(change.after, "ins")];
      case "removed":
        return [meetingToHtml(change.before, "del"), ""];
      case "moved":
        return [placeInTable(change.before), placeInTable(change.after)];
    }
  }
  switch (change.kind) {
    case "added":
      return ["", itemToHtml(change.after, "ins")];
    case "removed":
      return [itemToHtml(change.before, "del"), ""];
    case "moved":
      return [itemToHtml(change.before), itemToHtml(change.after)];
    case "changed":
      return [paragraph(wordsToHtml(change.words, "removed"), change.before), paragraph(wordsToHtml(change.words, "added"), change.after)];
  }
}

function placeInTable({ path, pages }: { path: string; pages: number[] }): string {
  return `row ${Number(path.split("/").at(-1)) + 1} <small>${pagesInWords(pages)}</small>`;
}

function fieldSides({ words, before, after }: FieldChange): [string, string] {
  if (words === undefined) return [escapeHtml(valueInWords(before)), escapeHtml(valueInWords(after))];
  return [wordsToHtml(words, "removed"), wordsToHtml(words, "added")];
}

/** One side of the comparison: what both have, and what only this side has. */
function wordsToHtml(words: readonly WordRun[], side: "removed" | "added"): string {
  const element = side === "added" ? "ins" : "del";
  return words
    .filter(({ kind }) => kind === "same" || kind === side)
    .map(({ kind, text }) => {
      const word = text.trimStart();
      const space = text.slice(0, text.length - word.length);
      return kind === "same" ? escapeHtml(text) : `${space}<${element}>${escapeHtml(word)}</${element}>`;
    })
    .join("");
}

function itemToHtml(item: ItemPlace, element?: "ins" | "del"): string {
  const text = escapeHtml(item.text);
  const children = (item.children ?? []).map((child) => `<li>${itemToHtml(child, element)}</li>`);
  const list = children.length === 0 ? "" : `<ul>${children.join("")}</ul>`;
  return paragraph(element === undefined ? text : `<${element}>${text}</${element}>`, item) + list;
}

function paragraph(content: string, item: ItemPlace): string {
  return `<p>${content}</p><small>${escapeHtml(item.id)}, ${pagesInWords(item.pages)}</small>`;
}

function meetingToHtml(meeting: MeetingContent, element: "ins" | "del"): string {
  const columns = columnsOf(meeting).map(
    ({ label, items }) => `<p>${escapeHtml(label)}</p><ul>${items.map((item) => `<li>${itemToHtml(item, element)}</li>`).join("")}</ul>`,
  );
  const head = `<p><${element}>${escapeHtml(meetingInWords(meeting))}</${element}></p><small>${pagesInWords(meeting.pages)}</small>`;
  return `${head}<details><summary>All items</summary>${columns.join("")}</details>`;
}

function idTable({ ids }: AnnexDiff): string {
  const rows = ids.map((link) => `<tr><td>${escapeHtml(link.from)}</td><td>${link.to === null ? "(gone)" : escapeHtml(link.to)}</td></tr>`);
  return `<section>
<h2>Ids</h2>
<table>
<thead><tr><th scope="col">Old id</th><th scope="col">New id</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>
</section>
`;
}
