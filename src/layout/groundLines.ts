import { type Box, grown, isWithin } from "../geometry/box.js";
import { Ordered, extentOf } from "../geometry/ordered.js";
import type { Shape } from "../pdf/page.js";
import { type Piece, SAME_LINE, joinPieces } from "./pieces.js";

/** Cells painted over a ground are no further apart than this, in points, nor closer than rounding: between them it looks like a line. */
const WIDEST_LINE = 4;
const THINNEST_LINE = 0.25;

/** Areas lower or narrower than this, in points, have no room for text. */
const LEAST_HEIGHT = 6;
const LEAST_WIDTH = 6;

/** Areas of fewer cells are frames and buttons, not tables. */
const ENOUGH_CELLS = 4;

/** A line of the table runs along this share of its ground: what else is painted over it is shorter. */
const ALONG = 0.9;

/** Cells are within their ground to within this, in points. */
const ROUNDING = 0.1;

type Axis = "horizontal" | "vertical";

/** A page with more areas than this is a drawing: to compare each with all others would take seconds. */
const MOST_AREAS = 5000;

/** A coloured area with the areas of other colours that are painted over it, as cells are over the ground of their table. */
export interface PaintedTable {
  readonly ground: Box;
  readonly cells: Box[];
}

/** The coloured areas of a page over which enough others are painted to be a table's cells. */
export function paintedTables(shapes: readonly Shape[]): PaintedTable[] {
  const areas = shapes.filter(({ filled, colour, box }) => filled && colour !== undefined && hasRoom(box));
  if (areas.length > MOST_AREAS) return [];
  const tables = new Map<Shape, PaintedTable>();
  areas.forEach((cell, i) => {
    if (!cell.visible) return;
    const ground = areas.findLast(({ box }, place) => place < i && isWithin(cell.box, grown(box, ROUNDING)));
    if (ground === undefined || ground.colour === cell.colour) return;
    const table = tables.get(ground);
    if (table === undefined) tables.set(ground, { ground: ground.box, cells: [cell.box] });
    else table.cells.push(cell.box);
  });
  return [...tables.values()].filter(({ cells }) => cells.length >= ENOUGH_CELLS);
}

/**
 * The lines that a coloured ground shows between the cells of a table painted over it: that is how browsers draw a table whose cells have
 * space between them.
 */
export function groundLines(tables: readonly PaintedTable[], axis: Axis): Piece[] {
  return tables.flatMap(({ ground, cells }) => {
    const { from, to } = along(ground, axis);
    const pieces = joinPieces(gapsBetween(cells, ground, axis), SAME_LINE);
    return pieces.filter((piece) => piece.to - piece.from >= ALONG * (to - from));
  });
}

function hasRoom({ x0, y0, x1, y1 }: Box): boolean {
  return y1 - y0 >= LEAST_HEIGHT && x1 - x0 >= LEAST_WIDTH;
}

/** The gaps behind each cell, and before the first ones, up to the end of the ground. */
function gapsBetween(cells: readonly Box[], ground: Box, axis: Axis): Piece[] {
  const byStart = new Ordered(cells, (cell) => across(cell, axis).from);
  const ends = across(ground, axis);
  return cells.flatMap((cell) => {
    const { from, to } = across(cell, axis);
    const length = along(cell, axis);
    const next = byStart.between(to, to + WIDEST_LINE).filter((other) => other !== cell && areBeside(along(other, axis), length));
    const behind = extentOf([...next.map((other) => across(other, axis).from), ends.to]).from;
    return [
      ...(isThin(behind - to) ? [{ at: (to + behind) / 2, ...length }] : []),
      ...(isThin(from - ends.from) ? [{ at: (ends.from + from) / 2, ...length }] : []),
    ];
  });
}

function isThin(gap: number): boolean {
  return gap >= THINNEST_LINE && gap <= WIDEST_LINE;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

function areBeside(one: Range, other: Range): boolean {
  return one.from < other.to && other.from < one.to;
}

/** The range of a box in the direction of lines of this axis. */
function along({ x0, y0, x1, y1 }: Box, axis: Axis): Range {
  return axis === "horizontal" ? { from: x0, to: x1 } : { from: y0, to: y1 };
}

function across(box: Box, axis: Axis): Range {
  return along(box, axis === "horizontal" ? "vertical" : "horizontal");
}
