import { groupBy } from "../geometry/groups.js";
import { longestChain } from "./chain.js";
import type { Matching } from "./matching.js";
import type { RowPair } from "./meetings.js";
import { MEETING_FIELDS } from "./model.js";
import type { Entry, Row } from "./outline.js";

/**
 * The items, named by their newer side, that are in another cell or under another parent, or that must have been moved to explain the order
 * of their siblings: the smallest such set.
 */
export function movedItems(rows: readonly RowPair[], newer: readonly Entry[], matching: Matching): Set<Entry> {
  const newRowOf = new Map(rows.map((pair) => [pair.from, pair.to]));
  const isSamePlace = (from: Entry, to: Entry): boolean => {
    if (from.parent !== undefined) return to.parent !== undefined && matching.newerOf(from.parent) === to.parent;
    return to.parent === undefined && newRowOf.get(from.cell.row) === to.cell.row && from.cell.column === to.cell.column;
  };
  const moved = new Set<Entry>();
  const stayed: { from: number; to: number; tieBreak: string; entry: Entry }[] = [];
  for (const entry of newer) {
    const older = matching.olderOf(entry);
    if (older === undefined) continue;
    if (isSamePlace(older, entry)) {
      stayed.push({ from: older.sibling, to: entry.sibling, tieBreak: symmetricKey(older.text, entry.text), entry });
    } else {
      moved.add(entry);
    }
  }
  for (const siblings of groupBy(stayed, ({ entry }) => entry.parent ?? entry.cell).values()) {
    const inOrder = new Set(longestChain(siblings));
    for (const match of siblings) {
      if (!inOrder.has(match)) moved.add(match.entry);
    }
  }
  return moved;
}

/** The meetings, named by their newer side, that must have been moved to explain the order of the table: the fewest that do. */
export function movedRows(rows: readonly RowPair[]): Set<Row> {
  const matches = rows.map(({ from, to }) => ({
    from: from.index,
    to: to.index,
    tieBreak: symmetricKey(keyOf(from), keyOf(to)),
    row: to,
  }));
  const inOrder = new Set(longestChain(matches).map((match) => match.row));
  return new Set(rows.map((pair) => pair.to).filter((row) => !inOrder.has(row)));
}

function keyOf({ meeting, cells }: Row): string {
  const texts = cells.flatMap((cell) => cell.entries.map((entry) => entry.text));
  return [...MEETING_FIELDS.map((field) => meeting[field]), ...texts].join("\n");
}

function symmetricKey(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`;
}
