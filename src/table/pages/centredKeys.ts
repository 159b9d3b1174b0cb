import { extentOf } from "../../geometry/ordered.js";
import type { CellPart, Strip } from "../matrix/strip.js";
import { type RowKey, topOf } from "./rowKey.js";
import { startsIn, whiteBands } from "./whiteRows.js";

/** Lines this near, in font sizes, are level. */
const LEVEL = 0.12;

/** What is set in the middle of a row is so near to it, in font sizes: engines count the room above and below a line differently. */
const MIDDLE = 1;

/** Where a row starts. */
export interface RowTop {
  readonly key: RowKey;
  /** The y above which text is of the row before. */
  readonly y: number;
  /** Whether nothing tells. */
  readonly undecided: boolean;
}

/**
 * Where the rows of a strip start that no line divides, for each of its keys. Most columns have a paragraph that starts level with a key that is
 * set at the top of its row. Of any other, the row starts at a white band, or at the top of the strip, so that the key is in the row's middle.
 */
export function rowTops(strip: Strip, keys: readonly RowKey[]): RowTop[] {
  const tops: RowTop[] = [];
  const bands = whiteBands(strip, keys.map(({ baseline }) => baseline));
  keys.toReversed().forEach((key, i) => {
    const [before, behind] = [keys[keys.length - i - 2], tops.at(-1)];
    const atKey: RowTop = { key, y: topOf(key), undecided: false };
    const next = keys[keys.length - i];
    if (isSetAtTop(strip, key, next)) {
      tops.push(atKey);
      return;
    }
    const candidates = [...(before === undefined ? [-Infinity] : []), ...bands.filter((y) => y > (before?.baseline ?? -Infinity) && y < key.baseline)];
    const y = startAmong(candidates, strip, key, next, behind?.y);
    tops.push(y === undefined ? { ...atKey, undecided: true } : { key, y, undecided: false });
  });
  return tops.toReversed();
}

/** Which of the places where a row may start has the key in its middle. The last row of a strip may go on in the next: then its middle is lower than is seen. */
function startAmong(candidates: readonly number[], strip: Strip, key: RowKey, next: RowKey | undefined, bottom: number | undefined): number | undefined {
  const middle = middleOfKey(strip, key, next);
  const places = candidates.map((y) => ({ y, lower: middle - middleOf(strip, y, bottom ?? Infinity) }));
  const nearest = places.toSorted((a, b) => Math.abs(a.lower) - Math.abs(b.lower))[0];
  if (nearest !== undefined && Math.abs(nearest.lower) <= MIDDLE * key.size) return nearest.y;
  const goingOn = bottom === undefined ? places.filter(({ lower }) => lower > 0) : [];
  return goingOn.length === 1 ? goingOn[0]?.y : undefined;
}

/** Whether most columns that have text in a key's row have a paragraph that starts level with the key. An engine may have cut off the last line of a cell. */
function isSetAtTop({ cells }: Strip, key: RowKey, next: RowKey | undefined): boolean {
  const bottom = next === undefined ? Infinity : topOf(next);
  const others = cells.filter(({ field, lines }) => field !== key.field && lines.some(({ baseline }) => baseline >= topOf(key) && baseline < bottom));
  const level = others.filter((cell) => startsIn(cell).some(({ baseline }) => Math.abs(baseline - key.baseline) <= LEVEL * key.size));
  return 2 * columnsOf(level).size >= columnsOf(others).size;
}

function columnsOf(cells: readonly CellPart[]): Set<string | undefined> {
  return new Set(cells.map(({ field }) => field));
}

/** The middle of the text between two heights. */
function middleOf({ cells }: Strip, top: number, bottom: number): number {
  const boxes = cells.flatMap(({ lines }) => lines.filter(({ baseline }) => baseline > top && baseline <= bottom).map(({ box }) => box));
  const { from, to } = extentOf(boxes.flatMap(({ y0, y1 }) => [y0, y1]));
  return (from + to) / 2;
}

/** The middle of the text that a key starts in its column. */
function middleOfKey({ cells }: Strip, key: RowKey, next: RowKey | undefined): number {
  const own = cells.filter(({ field }) => field === key.field);
  const boxes = own.flatMap(({ lines }) => lines.filter(({ baseline }) => baseline >= key.baseline && baseline < (next?.baseline ?? Infinity)).map(({ box }) => box));
  const { from, to } = extentOf(boxes.flatMap(({ y0, y1 }) => [y0, y1]));
  return (from + to) / 2;
}
