import { groupBy } from "../geometry/groups.js";
import { longestChain } from "./chain.js";
import { Matching } from "./matching.js";
import type { RowPair } from "./meetings.js";
import { entriesIn, type Cell, type Entry } from "./outline.js";
import { pairSimilar } from "./similarItems.js";

/**
 * Finds for each item of the older edition the same item in the newer one: first the same text in the same cell and order, then the same
 * text anywhere, then parents by their children, then similar texts. Items of meetings that only one edition has are ignored: such a
 * meeting is added or removed as a whole.
 */
export function matchItems(rows: readonly RowPair[]): Matching {
  const matching = new Matching();
  const older = entriesIn(rows.map((pair) => pair.from).sort((a, b) => a.index - b.index));
  const newer = entriesIn(rows.map((pair) => pair.to));
  const gaps = new Map<Entry, string>();

  rows.forEach((pair, row) => {
    pair.from.cells.forEach((cell, column) => {
      const newerCell = pair.to.cells[column];
      if (newerCell === undefined) return;
      const chain = pairInOrder(cell, newerCell, matching);
      nameGaps(
        cell.entries,
        chain.map(([from]) => from),
        `${row}/${column}`,
        gaps,
      );
      nameGaps(
        newerCell.entries,
        chain.map(([, to]) => to),
        `${row}/${column}`,
        gaps,
      );
    });
  });

  const rowOf = new Map(rows.flatMap((pair, index) => [[pair.from, index] as const, [pair.to, index] as const]));
  const meetingOf = (entry: Entry): string => `${rowOf.get(entry.cell.row) ?? -1}`;
  pairEqual(older, newer, matching, (entry) => `${meetingOf(entry)}/${entry.cell.column}`);
  pairEqual(older, newer, matching, meetingOf);
  pairEqual(older, newer, matching, () => "");
  pairParents(older, newer, matching);
  pairSimilar(older, newer, matching, { gapOf: (entry) => gaps.get(entry) ?? "", meetingOf });
  return matching;
}

/**
 * Pairs as many equal texts of the two cells as possible without changing their order. What both cells begin and end with is paired right
 * away: it is part of some longest chain, and a cell with many equal texts has too many pairs to examine all.
 */
function pairInOrder(from: Cell, to: Cell, matching: Matching): [Entry, Entry][] {
  const head = sharedHead(from.entries, to.entries);
  const tail = sharedHead(from.entries.slice(head).reverse(), to.entries.slice(head).reverse());
  const older = from.entries.slice(head, from.entries.length - tail);
  const newer = to.entries.slice(head, to.entries.length - tail);
  const places = groupBy(newer.keys(), (place) => newer[place]?.text);
  const equal = older.flatMap((entry, place) =>
    (places.get(entry.text) ?? []).map((other) => ({ from: place, to: other, tieBreak: entry.text })),
  );
  const chain = longestChain(equal).map((match) => [match.from + head, match.to + head] as const);
  const ends = (count: number, fromStart: number, toStart: number): (readonly [number, number])[] =>
    Array.from({ length: count }, (_, place) => [fromStart + place, toStart + place] as const);
  const all = [...ends(head, 0, 0), ...chain, ...ends(tail, from.entries.length - tail, to.entries.length - tail)];
  return all.flatMap(([fromPlace, toPlace]) => {
    const [before, after] = [from.entries[fromPlace], to.entries[toPlace]];
    if (before === undefined || after === undefined) return [];
    matching.pair(before, after);
    return [[before, after] as [Entry, Entry]];
  });
}

/** How many equal texts both lists begin with. */
function sharedHead(from: readonly Entry[], to: readonly Entry[]): number {
  const end = from.findIndex((entry, place) => entry.text !== to[place]?.text);
  return end === -1 ? from.length : end;
}

/** Names, for each item, the gap between two paired items that it is in; gaps of both editions get the same name. */
function nameGaps(entries: readonly Entry[], paired: readonly Entry[], cell: string, gaps: Map<Entry, string>): void {
  let gap = 0;
  for (const entry of entries) {
    if (entry === paired[gap]) gap += 1;
    gaps.set(entry, `${cell}/${gap}`);
  }
}

/** Pairs equal texts within each place given by `placeOf`, in order. */
function pairEqual(older: readonly Entry[], newer: readonly Entry[], matching: Matching, placeOf: (entry: Entry) => string): void {
  const keyOf = (entry: Entry): string => `${placeOf(entry)} ${entry.text}`;
  const waiting = groupBy(matching.looseOlder(older), keyOf);
  for (const entry of matching.looseNewer(newer)) {
    const first = waiting.get(keyOf(entry))?.shift();
    if (first !== undefined) matching.pair(first, entry);
  }
}

/** A parent whose text was rewritten is recognised by its children: most of them are under the same new parent. The deepest come first. */
function pairParents(older: readonly Entry[], newer: readonly Entry[], matching: Matching): void {
  const looseNewer = new Set(matching.looseNewer(newer));
  const childrenOf = groupBy(older, (entry) => entry.parent);
  for (const parent of matching.looseOlder(older).reverse()) {
    const children = childrenOf.get(parent) ?? [];
    const byNewParent = groupBy(children, (child) => matching.newerOf(child)?.parent);
    for (const [newParent, kept] of byNewParent) {
      if (newParent === undefined || !looseNewer.has(newParent)) continue;
      const most = Math.max(children.length, newParent.item.children?.length ?? 0);
      if (2 * kept.length > most) matching.pair(parent, newParent);
    }
  }
}
