import { type KeptCell, type KeptStrip, openStrip } from "../matrix/strip.js";
import { isAtTop } from "./keyHeight.js";
import type { KeysOf, RowKey } from "./rowKey.js";
import { type RowPart, beginsRow, rowParts } from "./rowParts.js";

/** A row of the whole table, over all its pages. */
export interface TableRow {
  /** Undefined for text before the first key. */
  readonly key: RowKey | undefined;
  /** In reading order. */
  readonly parts: readonly KeptCell[];
}

/** A row that may still grow. */
interface GrowingRow {
  readonly key: RowKey | undefined;
  parts: KeptCell[];
}

/** Joins the strips of all pages into rows. */
export function rowsOf(strips: readonly KeptStrip[], keysOf: KeysOf): TableRow[] {
  const parts = rowParts(strips.map((strip, i) => ({ strip, keys: keysOf(strip, i) })));
  const mayStartBefore = startsBefore(parts);
  const rows: GrowingRow[] = [];
  parts.forEach(({ strip, key }, i) => {
    const current = rows.at(-1);
    if (key === undefined || key.id === current?.key?.id) append(rows, strip);
    else rows.push({ key, parts: [...(mayStartBefore(i) ? takeBack(rows, parts, i) : []), ...strip.cells] });
  });
  // A line of huge letters right below a key takes that key's line into its own row.
  return rows.filter((row) => row.parts.length > 0);
}

function append(rows: GrowingRow[], { cells }: KeptStrip): void {
  const row = rows.at(-1);
  if (row !== undefined) row.parts.push(...cells);
  else if (cells.length > 0) rows.push({ key: undefined, parts: [...cells] });
}

/**
 * Whether the row of a part may start on an earlier page: the part is at the top of its page, and its key is lower than that, or a row has
 * begun at the end of the page before, or most other keys are lower, so that this one may be at the top because its row starts earlier.
 */
function startsBefore(parts: readonly RowPart[]): (index: number) => boolean {
  const isTop = parts.map(({ strip, key }) => key !== undefined && isAtTop(openStrip(strip), key));
  const keys = parts.filter(({ key }) => key !== undefined).length;
  const low = keys - isTop.filter(Boolean).length;
  const divided = parts.some(
    ({ strip, key }) => key === undefined && strip.ruled && !strip.first && !strip.broken && strip.cells.length > 0,
  );
  return (index) => {
    const { strip, key } = parts[index] ?? {};
    if (strip?.first !== true || key === undefined) return false;
    return isTop[index] !== true || (!divided && isBegunRow(parts[index - 1])) || 2 * low > keys - 1;
  };
}

/** Whether a part begins a row whose key comes on the next page. If row lines also divide rows internally, it may be a part of one instead. */
function isBegunRow(part: RowPart | undefined): boolean {
  return part !== undefined && part.key === undefined && beginsRow(part.strip);
}

/**
 * If key cells are in the middle of a tall row, the key may come pages after the row's start. Takes the parts of this row back from the row
 * before: parts without keys, back to the one that has a row line or a header above it.
 */
function takeBack(rows: readonly GrowingRow[], parts: readonly RowPart[], index: number): KeptCell[] {
  let start = index - 1;
  while (start >= 0) {
    const candidate = parts[start];
    if (candidate === undefined || candidate.key !== undefined) return [];
    // Below a header in the middle of a page, a row starts as it does below a line.
    if (!candidate.strip.first || parts[start - 1]?.strip.page === candidate.strip.page) break;
    start -= 1;
  }
  const row = rows.at(-1);
  if (start < 0 || row === undefined) return [];
  const own = new Set(parts.slice(start, index).flatMap(({ strip }) => strip.cells));
  const taken = row.parts.filter((part) => own.has(part));
  row.parts = row.parts.filter((part) => !own.has(part));
  return taken;
}
