import type { AnnexDocument } from "../model/annex.js";
import { headingChanges, meetingFieldChanges } from "./fields.js";
import { cellChanges, type ItemResult } from "./itemChanges.js";
import { matchItems } from "./items.js";
import { matchMeetings, type RowPair } from "./meetings.js";
import type { AnnexDiff, Change, DiffSummary, Edition } from "./model.js";
import { movedItems, movedRows } from "./moves.js";
import { entriesIn, outline, type Row } from "./outline.js";
import { meetingContent, meetingPlace } from "./places.js";

/**
 * Compares two editions of an annex by what they say. Pages, boxes, markers, printed item numbers, ids, the source and the diagnostics
 * never make a difference.
 */
export function diffDocuments(from: AnnexDocument, to: AnnexDocument): AnnexDiff {
  const older = outline(from);
  const newer = outline(to);
  const pairs = matchMeetings(older, newer);
  const matching = matchItems(pairs);
  const kept = entriesIn(pairs.map((pair) => pair.to));
  const items: ItemResult = { matching, moved: movedItems(pairs, kept, matching) };
  const changes = [...headingChanges(from.document, to.document), ...meetingChanges(older, newer, pairs, items)];
  const unchanged = kept.filter((entry) => matching.olderOf(entry)?.text === entry.text && !items.moved.has(entry)).length;
  return {
    from: editionOf(from),
    to: editionOf(to),
    summary: summaryOf(changes, unchanged),
    changes,
    ids: entriesIn(older).map((entry) => ({ from: entry.item.id, to: matching.newerOf(entry)?.item.id ?? null })),
  };
}

function editionOf({ source, document }: AnnexDocument): Edition {
  return { file: source.file, sha256: source.sha256, lastUpdated: document.lastUpdated };
}

/** The changes of all meetings in the newer order; a removed meeting comes after the one that it followed. */
function meetingChanges(older: readonly Row[], newer: readonly Row[], pairs: readonly RowPair[], items: ItemResult): Change[] {
  const pairOf = new Map(pairs.flatMap((pair) => [[pair.from, pair] as const, [pair.to, pair] as const]));
  const moved = movedRows(pairs);
  const removedBehind = (row: Row | undefined): Change[] => {
    const first = row === undefined ? 0 : row.index + 1;
    const next = older.findIndex((other) => other.index >= first && pairOf.has(other));
    return older.slice(first, next === -1 ? undefined : next).map((gone) => ({
      kind: "removed",
      subject: "meeting",
      meeting: gone.meeting.number,
      before: meetingContent(gone),
    }));
  };
  const changesOf = (row: Row): Change[] => {
    const pair = pairOf.get(row);
    if (pair === undefined) return [{ kind: "added", subject: "meeting", meeting: row.meeting.number, after: meetingContent(row) }];
    return [...keptMeetingChanges(pair, moved.has(row), items), ...removedBehind(pair.from)];
  };
  return [...removedBehind(undefined), ...newer.flatMap(changesOf)];
}

function keptMeetingChanges(pair: RowPair, isMoved: boolean, items: ItemResult): Change[] {
  const { from, to } = pair;
  const changes: Change[] = [];
  if (isMoved) {
    changes.push({ kind: "moved", subject: "meeting", meeting: to.meeting.number, before: meetingPlace(from), after: meetingPlace(to) });
  }
  changes.push(...meetingFieldChanges(pair));
  to.cells.forEach((cell, column) => {
    const before = from.cells[column];
    if (before !== undefined) changes.push(...cellChanges(before, cell, items));
  });
  return changes;
}

function summaryOf(changes: readonly Change[], unchanged: number): DiffSummary {
  const summary = { added: 0, removed: 0, changed: 0, moved: 0, unchanged };
  for (const change of changes) summary[change.kind] += 1;
  return summary;
}
