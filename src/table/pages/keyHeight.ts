import type { CellPart, Strip } from "../matrix/strip.js";
import { type RowKey, topOf } from "./rowKey.js";
import { KEY_CELLS } from "./whiteRows.js";

/** Baselines that differ by no more than this, in font sizes, are the same. */
const SAME = 0.02;

/** Cells of one row start level almost exactly; a looser match is chance if other evidence is against it. */
export const EXACT = 0.05;

/** Cells that start level do so within this, in font sizes, even if one is set in another size. */
const LEVEL = 0.25;

/** What starts within this of a key, in font sizes, does not start a line of text above or below it. */
export const NEAR = 0.7;

/** A key further down than this from the first line of its strip, in font sizes, is not set at the top of its row. */
const BELOW_TOP = 1.3;

/** White space above and below centred text differs by no more than this, in font sizes, because of descenders and whole lines. */
const CENTRED = 1;

/** How many columns must have a paragraph that starts at a key's height, and within how many font sizes of it. */
interface LevelStart {
  readonly within: number;
  readonly columns: number;
}

/** Whether most other columns also have a paragraph that starts at the key's height, so that a row starts there and not higher up. */
export function startsRow(strip: Strip, key: RowKey, { within, columns }: LevelStart): boolean {
  const starting = strip.cells.filter(({ lines }) => isLevel(lines[0], key, SAME));
  if (starting.length > KEY_CELLS) return true;
  // Key cells have nothing above the key; a column that has nothing below it is no evidence.
  const telling = strip.cells.filter((cell) => !starting.includes(cell) && cell.lines.some((line) => line.baseline >= topOf(key)));
  const level = telling.filter((cell) => hasStartAt(cell, key, within)).length;
  return level >= columns && 2 * level > telling.length;
}

/** Whether more cells than those of a key have a line at its height that starts a paragraph. */
export function isAtStart({ cells }: Strip, key: RowKey): boolean {
  return cells.filter((cell) => hasStartAt(cell, key, LEVEL)).length > KEY_CELLS;
}

/** Whether a key is on the first lines of a strip. */
export function isAtTop({ cells }: Strip, key: RowKey): boolean {
  const first = Math.min(...cells.map((cell) => cell.lines[0]?.baseline ?? Infinity));
  return key.baseline - first <= BELOW_TOP * key.size;
}

/** Whether a key's cell is in the middle of a strip whose lines show where it begins and ends. */
export function isCentred(strip: Strip, key: RowKey): boolean {
  const lines = strip.cells.find((cell) => isLevel(cell.lines[0], key, SAME))?.lines;
  const [first, last] = [lines?.[0], lines?.at(-1)];
  if (first === undefined || last === undefined || !(strip.ruled || strip.closed)) return false;
  return Math.abs(first.box.y0 - strip.top - (strip.bottom - last.box.y1)) <= CENTRED * key.size;
}

/**
 * Whether a cell has a paragraph that starts within the given font sizes of the key's height: a line with nothing or white space above it.
 */
function hasStartAt({ lines }: CellPart, key: RowKey, within: number): boolean {
  const at = lines.findIndex((line) => isLevel(line, key, within));
  const line = lines[at];
  const above = lines[at - 1];
  return line !== undefined && (above === undefined || line.box.y0 - above.box.y1 > 0.5 * line.size);
}

function isLevel(line: CellPart["lines"][number] | undefined, key: RowKey, within: number): boolean {
  return line !== undefined && Math.abs(line.baseline - key.baseline) <= within * key.size;
}
