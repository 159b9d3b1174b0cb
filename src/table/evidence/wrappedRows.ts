import type { Interval } from "./gutters.js";
import type { Piece, PlacedLine } from "./placement.js";
import { spaceBetween } from "./textLines.js";

/** If space separates rows, it is larger than that between the lines of a cell by this much, in font sizes. */
const ROW_SPACE = 0.25;

/** Lines further apart than this, in font sizes, do not belong to one cell. */
export const FARTHEST = 0.7;

/** The width of a space, in font sizes. */
const SPACE = 0.25;

/**
 * The rows of a table whose cells are texts of several lines: divided by wider spaces, or where texts end and others begin.
 *
 * @param tightest The narrowest space between two lines, in font sizes: that of the whole table, if `lines` are a part of it.
 */
export function textRowsOf(lines: readonly PlacedLine[], columns: readonly Interval[], tightest = tightestSpace(lines)): PlacedLine[][] {
  const spaces = spacesIn(lines);
  const isSpaced = spaces.some((space) => space > tightest + ROW_SPACE);
  const rows: PlacedLine[][] = [];
  lines.forEach((line, i) => {
    const row = rows.at(-1);
    const above = lines[i - 1];
    const space = spaces[i - 1] ?? 0;
    const divided = isSpaced
      ? space > tightest + ROW_SPACE
      : above !== undefined && (space > FARTHEST || above.hasLeader || startsAnew(above, line, columns));
    if (row === undefined || divided) rows.push([line]);
    else row.push(line);
  });
  return rows;
}

/** The narrowest space between two lines, in font sizes. */
export function tightestSpace(lines: readonly PlacedLine[]): number {
  return Math.min(...spacesIn(lines));
}

function spacesIn(lines: readonly PlacedLine[]): number[] {
  return lines.slice(1).map((line, i) => spaceBetween(lines[i]?.box ?? line.box, line.box) / line.size);
}

/** Whether a line starts new texts: in some column the text above had room for the next word, or a label begins. */
function startsAnew(above: PlacedLine, line: PlacedLine, columns: readonly Interval[]): boolean {
  const label = line.pieces.find((piece) => piece.first === 0);
  if (label === undefined) return false;
  if (!above.pieces.some((piece) => piece.first === 0)) return true;
  return line.pieces.some((piece) => {
    const before = above.pieces.find((own) => own.first === piece.first && own.last === piece.last);
    return before !== undefined && hadRoom(before, piece, columns[piece.last]?.x1 ?? Infinity);
  });
}

/** Whether the first word of a text would have fitted after the text above it. */
export function hadRoom(above: Piece, below: Piece, right: number): boolean {
  const [word] = below.words;
  if (word === undefined) return false;
  return above.box.x1 + SPACE * word.size + (word.box.x1 - word.box.x0) <= right;
}
