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

/** A part of a strip between two white bands, from the y of one to that of the other. */
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
      const part = partAround(key, room, bands, columns);
      return part === undefined ? undefined : { key, strip: index, y: part.top };
    });
  });
}

/** The lines of each column; an engine may have cut off the last line of a cell. */
function columnsIn({ cells }: Strip): Columns {
  return [...groupBy(cells, ({ field }) => field).values()].map((parts) => parts.flatMap(({ lines }) => lines));
}

/** The highest part around a key in which all columns have the same middle, if enough of them have text there. */
function partAround(key: RowKey, room: Part, bands: readonly number[], columns: Columns): Part | undefined {
  const tops = bands.filter((y) => y >= room.top && y < key.baseline);
  const bottoms = bands.filter((y) => y > key.baseline && y <= room.bottom).reverse();
  for (const top of tops) {
    const bottom = bottoms.find((y) => areCentred(columns, { top, bottom: y }, key.size));
    if (bottom !== undefined) return { top, bottom };
  }
  return undefined;
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
