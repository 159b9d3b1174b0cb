import type { Line } from "../../layout/lines.js";
import type { CellPart, Strip } from "../matrix/strip.js";

/** Rows start level in more columns than this: a number and a name may be in the middle of their row side by side. */
export const KEY_CELLS = 2;

/** Baselines this near, in points, are level. */
const LEVEL = 0.5;

/**
 * A line has white space above it if it is further from the one above than the nearest lines of its cell by this much: in font sizes, and
 * in points.
 */
const WIDER = 0.1;
const ROUNDING = 0.8;

/** A white band across a strip, in which no cell has text. */
interface WhiteBand {
  readonly y: number;
  /** The first line below it. */
  readonly line: Line;
}

/** All white bands across a strip, from top to bottom. */
export function bandsAcross({ cells }: Strip): WhiteBand[] {
  const lines = cells.flatMap((cell) => cell.lines).sort((a, b) => a.box.y0 - b.box.y0);
  let bottom = lines[0]?.box.y1 ?? Infinity;
  return lines.flatMap((line) => {
    const above = bottom;
    bottom = Math.max(bottom, line.box.y1);
    return line.box.y0 <= above ? [] : [{ y: (above + line.box.y0) / 2, line }];
  });
}

/**
 * The tops of rows that no line divides, as the y of the white band above each: more cells than those of a key start level below it, each
 * with white space of its own. `keys` are the baselines of keys: their own cells start there, wherever in its row a key is.
 */
export function whiteBands(strip: Strip, keys: readonly number[]): number[] {
  const starts = startsOf(strip.cells);
  return bandsAcross(strip).flatMap(({ y, line }) => {
    const level = starts.filter((own) => own.some(({ baseline }) => isLevel(baseline, line.baseline))).length;
    const own = keys.some((key) => isLevel(key, line.baseline)) ? KEY_CELLS : 0;
    return level - own > KEY_CELLS ? [y] : [];
  });
}

function isLevel(a: number, b: number): boolean {
  return Math.abs(a - b) <= LEVEL;
}

/**
 * For each cell of a strip the first line, and those with white space above. A cell below another one of its column, cut where an engine broke its
 * page, may go on with a paragraph: its first line shows nothing.
 */
export function startsOf(cells: readonly CellPart[]): Line[][] {
  return cells.map(({ field, lines }, i) => {
    const isCut = cells.slice(0, i).some((above) => above.field === field);
    const pitches = lines.slice(1).map(({ baseline }, k) => baseline - (lines[k]?.baseline ?? baseline));
    const narrowest = Math.min(...pitches);
    return lines.filter((line, k) => (k === 0 ? !isCut : (pitches[k - 1] ?? 0) > narrowest + Math.max(WIDER * line.size, ROUNDING)));
  });
}
