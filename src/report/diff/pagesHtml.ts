import type { AnnexDiff } from "../../diff/model.js";
import type { SeenPage } from "../../inspect.js";
import { escapeHtml } from "../html.js";
import { frameAround } from "../inspect/marks.js";
import { boxPath, drawingToSvg, round } from "../inspect/pageSvg.js";
import { type ChangeMark, type PagePair, type SeenEditions, type Side, changeMarks, changedPairs } from "./editionPages.js";

/** The pages of a diff, and for each change, where on them it is shown. */
export interface DiffPages {
  readonly html: string;
  /** Links to the pages that show a change, by its number counted from 1. */
  readonly linksOf: (change: number) => string;
}

/** The pages that have changes, older ones at the left and newer ones at the right; each mark leads to its change. */
export function diffPages(diff: AnnexDiff, editions: SeenEditions): DiffPages {
  const marks = { from: changeMarks(diff, "from", editions.from), to: changeMarks(diff, "to", editions.to) };
  const pairs = changedPairs(diff, editions, marks);
  const links = linksByChange(marks, pairs);
  const rows = pairs.map(
    ({ from, to }) => `<div class="pair">\n${figure("from", from, marks.from, diff)}\n${figure("to", to, marks.to, diff)}\n</div>\n`,
  );
  return {
    html: pairs.length === 0 ? "" : `<section class="pages">\n<h2>Pages with changes</h2>\n${rows.join("")}</section>\n`,
    linksOf: (change) => [...(links.get(change) ?? [])].join("<br>"),
  };
}

function linksByChange(marks: Readonly<Record<Side, readonly ChangeMark[]>>, pairs: readonly PagePair[]): Map<number, Set<string>> {
  const links = new Map<number, Set<string>>();
  for (const side of ["from", "to"] as const) {
    const shown = new Set(pairs.map((pair) => pair[side]?.drawn.number));
    for (const { change, page } of marks[side]) {
      // JSON also has places of items, but no pages to show.
      if (!shown.has(page)) continue;
      const known = links.get(change) ?? new Set<string>();
      links.set(change, known.add(`<a href="#${idOf(side, page)}">${SIDES[side]} page ${page}</a>`));
    }
  }
  return links;
}

const SIDES: Readonly<Record<Side, string>> = { from: "old", to: "new" };

function idOf(side: Side, page: number): string {
  return `${SIDES[side]}-${page}`;
}

function figure(side: Side, page: SeenPage | undefined, marks: readonly ChangeMark[], diff: AnnexDiff): string {
  if (page === undefined) return `<p class="none">No page of ${escapeHtml(diff[side].file)} corresponds to this one.</p>`;
  const { number } = page.drawn;
  const label = `${diff[side].file}, page ${number}`;
  const own = marks.filter((mark) => mark.page === number);
  return `<figure id="${idOf(side, number)}">
<figcaption>${escapeHtml(label)}</figcaption>
${drawingToSvg(page.drawn, label, "", own.map(markToSvg).join("\n"))}
</figure>`;
}

/** A frame and the number of the change, so that nobody needs the colours. */
function markToSvg({ change, kind, bbox }: ChangeMark): string {
  const [x0, y0] = bbox;
  const digits = String(change).length;
  const badge = `<rect class="badge" x="${round(x0 - 5 - 4 * digits)}" y="${round(y0 - 2)}" width="${4 + 4 * digits}" height="8.5" rx="2"/>`;
  const number = `<text class="number" x="${round(x0 - 3 - 4 * digits)}" y="${round(y0 + 4.6)}">${change}</text>`;
  return `<a href="#change-${change}" class="mark ${kind}" aria-label="Change ${change}: ${kind}"><path d="${boxPath(frameAround(bbox))}"/>${badge}${number}</a>`;
}
