import { contains, middleX, middleY, unionOf } from "../geometry/box.js";
import { groupBy } from "../geometry/groups.js";
import type { PixelBox } from "./raster.js";

/** A part of a picture that is recognised by itself. */
export interface Region<T extends PixelBox> {
  readonly box: PixelBox;
  readonly marks: readonly T[];
}

/** White space that divides columns of text outside all cells, and blocks above each other, in x-heights. */
const GUTTER = 2;
const BETWEEN_BLOCKS = 3;

/** The regions of a picture: its cells that have text, and what is outside of them, divided by white space. */
export function regionsOf<T extends PixelBox>(marks: readonly T[], cells: readonly PixelBox[], xHeight: number): Region<T>[] {
  const byCell = groupBy(marks, (mark) => cellOf(mark, cells));
  return [...byCell]
    .flatMap(([cell, inside]) => (cell === OUTSIDE ? blocksOf(inside, xHeight) : [inside]))
    .flatMap((inside) => {
      const box = unionOf(inside);
      return box === undefined ? [] : [{ box, marks: inside }];
    });
}

const OUTSIDE = -1;

/** The cell that contains the middle of a mark. */
export function cellOf(mark: PixelBox, cells: readonly PixelBox[]): number {
  return cells.findIndex((cell) => contains(cell, middleX(mark), middleY(mark)));
}

/** Divides marks at white space that runs through all of them, from side to side or from top to bottom, as long as there is any. */
function blocksOf<T extends PixelBox>(marks: readonly T[], xHeight: number): T[][] {
  const columns = divided(marks, (mark) => [mark.x0, mark.x1], GUTTER * xHeight);
  const parts = columns.length > 1 ? columns : divided(marks, (mark) => [mark.y0, mark.y1], BETWEEN_BLOCKS * xHeight);
  return parts.length > 1 ? parts.flatMap((part) => blocksOf(part, xHeight)) : [[...marks]];
}

function divided<T>(marks: readonly T[], extent: (mark: T) => readonly [number, number], gap: number): T[][] {
  const sorted = [...marks].sort((a, b) => extent(a)[0] - extent(b)[0]);
  const parts: T[][] = [];
  let end = -Infinity;
  for (const mark of sorted) {
    const [from, to] = extent(mark);
    const part = parts.at(-1);
    if (part === undefined || from - end >= gap) parts.push([mark]);
    else part.push(mark);
    end = Math.max(end, to);
  }
  return parts;
}
