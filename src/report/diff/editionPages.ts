import { longestChain } from "../../diff/chain.js";
import type { AnnexDiff, Change, ChangeKind, ItemPlace } from "../../diff/model.js";
import type { SeenPage } from "../../inspect.js";
import { type AnnexDocument, ITEM_COLUMNS, type Span } from "../../model/annex.js";
import { allItems } from "../../model/items.js";
import { withNested } from "../../model/nested.js";
import type { Bbox } from "../../model/place.js";

/** An edition with the pages that it was read from: none if it was JSON. */
export interface SeenEdition {
  readonly document: AnnexDocument;
  readonly pages: readonly SeenPage[];
}

/** The two editions of a diff. */
export interface SeenEditions {
  readonly from: SeenEdition;
  readonly to: SeenEdition;
}

/** A side of the comparison: the older edition or the newer one. */
export type Side = keyof SeenEditions;

/** The place of a change on a page of an edition. */
export interface ChangeMark {
  /** Which change of the diff it is, counted from 1. */
  readonly change: number;
  readonly kind: ChangeKind;
  readonly page: number;
  readonly bbox: Bbox;
}

/** Pages shown side by side; one of them alone if the other edition has no counterpart. */
export interface PagePair {
  readonly from: SeenPage | undefined;
  readonly to: SeenPage | undefined;
}

/** The places of all changes in an edition. Changes of fields have none: the data does not say where the fields are. */
export function changeMarks(diff: AnnexDiff, side: Side, { document }: SeenEdition): ChangeMark[] {
  const spans = spansById(document);
  return diff.changes.flatMap((change, index) =>
    itemsOf(change, side).flatMap((id) =>
      (spans.get(id) ?? []).map(({ page, bbox }) => ({ change: index + 1, kind: change.kind, page, bbox })),
    ),
  );
}

/** The pages with changes on either side; those that show the same items are side by side. */
export function changedPairs({ ids }: AnnexDiff, editions: SeenEditions, marks: Readonly<Record<Side, readonly ChangeMark[]>>): PagePair[] {
  const marked = { from: new Set(marks.from.map(({ page }) => page)), to: new Set(marks.to.map(({ page }) => page)) };
  return pairsOf(ids, editions).filter(({ from, to }) => {
    return (from !== undefined && marked.from.has(from.drawn.number)) || (to !== undefined && marked.to.has(to.drawn.number));
  });
}

/** All pages of both editions, each once and in order: pages that share most items are a pair. */
function pairsOf(ids: AnnexDiff["ids"], editions: SeenEditions): PagePair[] {
  const first = { from: firstPages(editions.from.document), to: firstPages(editions.to.document) };
  const shared = new Map<number, Map<number, number>>();
  for (const { from, to } of ids) {
    const [older, newer] = [first.from.get(from), to === null ? undefined : first.to.get(to)];
    if (older === undefined || newer === undefined) continue;
    const counts = shared.get(newer) ?? new Map<number, number>();
    shared.set(newer, counts.set(older, (counts.get(older) ?? 0) + 1));
  }
  const chain = longestChain(
    [...shared].map(([to, counts]) => {
      const [from] = [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best));
      return { from, to, tieBreak: "" };
    }),
  );
  const [older, newer] = [[...editions.from.pages], [...editions.to.pages]];
  const pairs: PagePair[] = [];
  for (const { from, to } of [...chain, { from: Infinity, to: Infinity }]) {
    const [before, beside] = [takeBefore(older, from), takeBefore(newer, to)];
    pairs.push(...before.map((page) => ({ from: page, to: undefined })), ...beside.map((page) => ({ from: undefined, to: page })));
    if (from !== Infinity) pairs.push({ from: takeIf(older, from), to: takeIf(newer, to) });
  }
  return pairs.filter(({ from, to }) => from !== undefined || to !== undefined);
}

function takeBefore(pages: SeenPage[], number: number): SeenPage[] {
  const end = pages.findIndex((page) => page.drawn.number >= number);
  return pages.splice(0, end === -1 ? pages.length : end);
}

function takeIf(pages: SeenPage[], number: number): SeenPage | undefined {
  return pages[0]?.drawn.number === number ? pages.shift() : undefined;
}

/** The ids of the items that a change is about, in one of the editions. */
function itemsOf(change: Change, side: Side): string[] {
  if ("field" in change) return [];
  if (change.kind === (side === "from" ? "added" : "removed")) return [];
  if (change.subject === "item") {
    if (side === "from") return "before" in change ? idsIn([change.before]) : [];
    return "after" in change ? idsIn([change.after]) : [];
  }
  if (change.kind === "moved") return [];
  const meeting = change.kind === "added" ? change.after : change.before;
  return ITEM_COLUMNS.flatMap((column) => idsIn(meeting[column]));
}

function idsIn(items: readonly ItemPlace[]): string[] {
  return withNested(items).map(({ id }) => id);
}

function spansById(document: AnnexDocument): Map<string, readonly Span[]> {
  return new Map(allItems(document).map(({ id, spans }) => [id, spans]));
}

function firstPages(document: AnnexDocument): Map<string, number> {
  return new Map(allItems(document).flatMap(({ id, pages: [page] }) => (page === undefined ? [] : [[id, page] as const])));
}
