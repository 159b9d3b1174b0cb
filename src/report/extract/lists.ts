import type { Item, Marker } from "../../model/annex.js";

/** Consecutive items with the same marker make one list. */
interface Run {
  readonly marker: Marker;
  readonly items: Item[];
}

/**
 * Items as nested HTML lists on one line, marked as in the PDF. Markdown also accepts them in table cells, where it has no lists of its
 * own.
 *
 * @param escape Makes HTML, or Markdown on one line, that shows a text as it is.
 */
export function itemsToLists(items: readonly Item[], escape: (text: string) => string): string {
  return runsOf(items)
    .map(({ marker, items: run }) => {
      const [open, close] = LISTS[marker];
      return `${open}${run.map((item) => itemToHtml(item, escape)).join("")}${close}`;
    })
    .join("");
}

const LISTS: Readonly<Record<Marker, readonly [open: string, close: string]>> = {
  bullet: ["<ul>", "</ul>"],
  dash: ['<ul class="dash">', "</ul>"],
  number: ["<ol>", "</ol>"],
  letter: ['<ol type="a">', "</ol>"],
  none: ['<ul class="plain">', "</ul>"],
};

function itemToHtml({ number, text, children = [] }: Item, escape: (text: string) => string): string {
  const value = number === undefined ? "" : ` value="${number}"`;
  const paragraphs = text.split("\n").map(escape).join("<br>");
  return `<li${value}>${paragraphs}${itemsToLists(children, escape)}</li>`;
}

function runsOf(items: readonly Item[]): Run[] {
  const runs: Run[] = [];
  for (const item of items) {
    const run = runs.at(-1);
    if (run?.marker === item.marker) run.items.push(item);
    else runs.push({ marker: item.marker, items: [item] });
  }
  return runs;
}
