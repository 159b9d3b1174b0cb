import { type Box, middleX, middleY } from "../geometry/box.js";
import type { Ruling, Shape } from "../pdf/page.js";
import { groundLines, paintedTables } from "./groundLines.js";
import { type Piece, SAME_LINE, joinPieces } from "./pieces.js";

/** A ruling line as a reader sees it: the pieces of broken, dotted and double lines are joined. Points, on the upright page. */
export interface Edge {
  readonly axis: "horizontal" | "vertical";
  /** The y of a horizontal edge, the x of a vertical one. */
  readonly at: number;
  /** Where it starts and ends along its axis; `from` ≤ `to`. */
  readonly from: number;
  readonly to: number;
}

/** How much of an edge is between two places along its axis, in points; negative if it does not reach them. */
export function lengthWithin({ from, to }: Pick<Edge, "from" | "to">, start: number, end: number): number {
  return Math.min(to, end) - Math.max(from, start);
}

/** Whether an edge runs over at least a share of the way between two places along its axis. */
export function covers(edge: Pick<Edge, "from" | "to">, start: number, end: number, share: number): boolean {
  return lengthWithin(edge, start, end) >= share * (end - start);
}

/** Dots of dotted borders are no larger than this; drawn bullets may be as small, but are a line apart. */
const LARGEST_DOT = 3;

/** A ruling line shorter than this separates nothing: the narrowest cell is wider than a digit. */
const SHORTEST_EDGE = 6;

/** The ruling lines of a page, from visible strokes, thin rectangles, rows of dots, and what grounds show between cells. */
export function edgesOf(rulings: readonly Ruling[], shapes: readonly Shape[]): Edge[] {
  const visible = rulings.filter((ruling) => ruling.visible);
  const dots = shapes.filter((shape) => shape.visible && isDot(shape.box)).map((shape) => shape.box);
  const tables = paintedTables(shapes);
  return (["horizontal", "vertical"] as const).flatMap((axis) => {
    const pieces = visible.filter((ruling) => ruling.axis === axis).map((ruling) => pieceOf(ruling.box, axis));
    pieces.push(...dottedLines(dots, axis), ...groundLines(tables, axis));
    return joinPieces(pieces, SAME_LINE)
      .filter((piece) => piece.to - piece.from >= SHORTEST_EDGE)
      .map((piece) => ({ axis, ...piece }));
  });
}

function isDot(box: Box): boolean {
  return box.x1 - box.x0 <= LARGEST_DOT && box.y1 - box.y0 <= LARGEST_DOT;
}

function pieceOf(box: Box, axis: Edge["axis"]): Piece {
  return axis === "horizontal" ? { at: middleY(box), from: box.x0, to: box.x1 } : { at: middleX(box), from: box.y0, to: box.y1 };
}

/** Rows of at least four dots that are closer than twice their size. */
function dottedLines(dots: readonly Box[], axis: Edge["axis"]): Piece[] {
  const pieces = dots.map((box) => pieceOf(box, axis));
  return joinPieces(pieces, 0.5).filter((piece) => piece.to - piece.from >= 4 * LARGEST_DOT);
}
