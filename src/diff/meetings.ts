import { groupBy } from "../geometry/groups.js";
import type { Meeting } from "../model/annex.js";
import type { Row } from "./outline.js";
import { comparable } from "./text.js";

/** A meeting that both editions have. */
export interface RowPair {
  readonly from: Row;
  readonly to: Row;
}

/**
 * What makes two meetings the same, the surest evidence first. Two facts together come before the number alone, so that an inserted
 * meeting, which renumbers those above it, does not pair each with its neighbour.
 */
const EVIDENCE: readonly (readonly (keyof Meeting)[])[] = [
  ["number", "start"],
  ["number", "theme"],
  ["start", "theme"],
  ["start", "city"],
  ["theme", "city"],
];
const EVIDENCE_AFTER_CONTENT: readonly (readonly (keyof Meeting)[])[] = [["number"], ["label"], ["start"], ["theme"]];

/** Finds the meetings that both editions have; each meeting is in at most one pair. Pairs come in the newer order. */
export function matchMeetings(from: readonly Row[], to: readonly Row[]): RowPair[] {
  const pairs: RowPair[] = [];
  let restFrom = from;
  let restTo = to;
  const take = (found: readonly RowPair[]): void => {
    pairs.push(...found);
    const paired = new Set(found.flatMap((pair) => [pair.from, pair.to]));
    restFrom = restFrom.filter((row) => !paired.has(row));
    restTo = restTo.filter((row) => !paired.has(row));
  };
  for (const fields of EVIDENCE) take(pairByFields(restFrom, restTo, fields));
  take(pairByContent(restFrom, restTo));
  for (const fields of EVIDENCE_AFTER_CONTENT) take(pairByFields(restFrom, restTo, fields));
  return pairs.sort((a, b) => a.to.index - b.to.index);
}

/** Pairs the rows whose fields are all known and equal; if there are several, in order. */
function pairByFields(from: readonly Row[], to: readonly Row[], fields: readonly (keyof Meeting)[]): RowPair[] {
  const waiting = groupBy(from, (row) => keyOf(row.meeting, fields));
  return to.flatMap((row) => {
    const key = keyOf(row.meeting, fields);
    const first = key === undefined ? undefined : waiting.get(key)?.shift();
    return first === undefined ? [] : [{ from: first, to: row }];
  });
}

function keyOf(meeting: Meeting, fields: readonly (keyof Meeting)[]): string | undefined {
  const values = fields.map((field) => meeting[field]);
  if (values.some((value) => value === null || value === "")) return undefined;
  return JSON.stringify(values.map((value) => (typeof value === "string" ? comparable(value).toLowerCase() : value)));
}

/** Pairs the rows that share at least half of the items of the smaller one, those that share most first. */
function pairByContent(from: readonly Row[], to: readonly Row[]): RowPair[] {
  const candidates = from.flatMap((row) => {
    const texts = textsOf(row);
    return to.map((other) => {
      const otherTexts = textsOf(other);
      const shared = [...texts].filter((text) => otherTexts.has(text)).length;
      return { from: row, to: other, shared, isEnough: shared > 0 && 2 * shared >= Math.min(texts.size, otherTexts.size) };
    });
  });
  const paired = new Set<Row>();
  return candidates
    .filter((candidate) => candidate.isEnough)
    .sort((a, b) => b.shared - a.shared || a.from.index + a.to.index - (b.from.index + b.to.index) || distance(a) - distance(b))
    .filter(({ from: row, to: other }) => {
      if (paired.has(row) || paired.has(other)) return false;
      paired.add(row).add(other);
      return true;
    });
}

function distance(pair: RowPair): number {
  return Math.abs(pair.from.index - pair.to.index);
}

function textsOf(row: Row): ReadonlySet<string> {
  return new Set(row.cells.flatMap((cell) => cell.entries.map((entry) => entry.text)));
}
