import { groupBy } from "../geometry/groups.js";
import type { Matching } from "./matching.js";
import type { ItemChange } from "./model.js";
import type { Cell, Entry } from "./outline.js";
import { itemPlace, itemTree } from "./places.js";
import { compareWords } from "./words.js";

/** What is known about the items of two editions: which correspond, and which moved. */
export interface ItemResult {
  readonly matching: Matching;
  /** By their newer side. */
  readonly moved: ReadonlySet<Entry>;
}

/** The changes of the items in one cell; `older` is undefined if only the newer edition has the meeting. */
export function cellChanges(older: Cell, newer: Cell, { matching, moved }: ItemResult): ItemChange[] {
  const removedAfter = groupBy(removedTops(older, matching), (entry) => newPlaceBefore(entry, newer, matching));
  const removedAt = (place: number): ItemChange[] =>
    (removedAfter.get(place) ?? []).map((entry) => ({
      kind: "removed",
      subject: "item",
      meeting: newer.row.meeting.number,
      column: entry.cell.column,
      before: itemTree(entry, (child) => matching.newerOf(child) === undefined),
    }));
  return [...removedAt(-1), ...newer.entries.flatMap((entry, place) => [...newerChange(entry, { matching, moved }), ...removedAt(place)])];
}

/** The removed items of a cell that did not go with their parent. */
function removedTops(cell: Cell, matching: Matching): Entry[] {
  return matching.looseOlder(cell.entries).filter((entry) => entry.parent === undefined || matching.newerOf(entry.parent) !== undefined);
}

/** The place in the newer cell of the nearest item above that is still there; -1 if there is none. */
function newPlaceBefore(entry: Entry, newer: Cell, matching: Matching): number {
  for (let place = entry.place - 1; place >= 0; place -= 1) {
    const above = entry.cell.entries[place];
    const kept = above === undefined ? undefined : matching.newerOf(above);
    if (kept?.cell === newer) return kept.place;
  }
  return -1;
}

function newerChange(entry: Entry, { matching, moved }: ItemResult): ItemChange[] {
  const of = { subject: "item", meeting: entry.cell.row.meeting.number, column: entry.cell.column } as const;
  const older = matching.olderOf(entry);
  if (older === undefined) {
    const cameWithParent = entry.parent !== undefined && matching.olderOf(entry.parent) === undefined;
    return cameWithParent ? [] : [{ kind: "added", ...of, after: itemTree(entry, (child) => matching.olderOf(child) === undefined) }];
  }
  const places = { before: itemPlace(older), after: itemPlace(entry) };
  if (older.text !== entry.text) {
    const words = compareWords(older.text, entry.text);
    return [{ kind: "changed", ...of, ...places, ...(moved.has(entry) ? { moved: true } : {}), words }];
  }
  return moved.has(entry) ? [{ kind: "moved", ...of, ...places }] : [];
}
