import { groupBy } from "../../geometry/groups.js";
import { extentOf } from "../../geometry/ordered.js";
import type { Line } from "../../layout/lines.js";
import { type Strip, openStrip } from "../matrix/strip.js";
import { type KeyedStrip, type RowKey, type RowStart, topOf } from "./rowKey.js";
import { KEY_CELLS, bandsAcross } from "./whiteRows.js";

/** Cells that have the same middle differ by no more than this, in font sizes: the room around their lines is the same. */
const SAME_MIDDLE = 0.5;

/** The columns of a strip, each with its lines from top to bottom. */
type Columns = readonly (readonly Line[])[];

/** A part of a strip, from one y to another. */
interface Part {
  readonly top: number;
  readonly bottom: number;
}

/**
 * Where rows start that no line divides, if not only keys but all cells are in the middle of their row, or of the first of the parts that
 * its engine divided it into: at white bands around the key between which all columns have the same middle. Undefined for a key without
 * such bands.
 */
export function startsOfCentredCells(strips: readonly KeyedStrip[], isOneRow: (strip: number) => boolean): (RowStart | undefined)[] {
  return strips.flatMap(({ strip: kept, keys }, index) => {
    if (isOneRow(index)) return keys.map((key) => ({ key, strip: index, y: -Infinity }));
    if (keys.length === 0) return [];
    const strip = openStrip(kept);
    const columns = columnsIn(strip);
    const bands = [-Infinity, ...bandsAcross(strip).map(({ y }) => y), Infinity];
    return keys.map((key, i): RowStart | undefined => {
      const room = { top: keys[i - 1]?.baseline ?? -Infinity, bottom: topOf(keys[i + 1] ?? { ...key, baseline: Infinity }) };
      const top = topOfPart(key, room, bands, columns);
      return top === undefined ? undefined : { key, strip: index, y: top };
    });
  });
}

/** The lines of each column; an engine may have cut off the last line of a cell. */
function columnsIn({ cells }: Strip): Columns {
  return [...groupBy(cells, ({ field }) => field).values()].map((parts) => parts.flatMap(({ lines }) => lines));
}

/** The top of the highest part around a key, from one white band to another, in which all columns have the same middle. */
function topOfPart(key: RowKey, room: Part, bands: readonly number[], columns: Columns): number | undefined {
  const tops = bands.filter((y) => y >= room.top && y < key.baseline);
  const bottoms = bands.filter((y) => y > key.baseline && y <= room.bottom);
  return tops.find((top) => bottoms.some((bottom) => areCentred(columns, { top, bottom }, key.size)));
}

/** Whether all columns have the same middle in a part, and enough of them white space above and below that shows it to be no chance. */
function areCentred(columns: Columns, { top, bottom }: Part, size: number): boolean {
  const extents = columns.flatMap((lines) => {
    const own = lines.filter(({ baseline }) => baseline > top && baseline <= bottom);
    return own.length === 0 ? [] : [extentOf(own.flatMap(({ box }) => [box.y0, box.y1]))];
  });
  const whole = extentOf(extents.flatMap(({ from, to }) => [from, to]));
  const lower = extents.filter(({ from }) => from - whole.from > size / 2);
  return lower.length > KEY_CELLS && extents.every(({ from, to }) => Math.abs(from + to - whole.from - whole.to) <= 2 * SAME_MIDDLE * size);
}
