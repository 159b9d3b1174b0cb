import { type Box, middleX, middleY } from "../geometry/box.js";
import type { Ruling, Shape } from "../pdf/page.js";

/** A ruling line as a reader sees it: the pieces of broken, dotted and double lines are joined. Points, on the upright page. */
export interface Edge {
  readonly axis: "horizontal" | "vertical";
  /** The y of a horizontal edge, the x of a vertical one. */
  readonly at: number;
  /** Where it starts and ends along its axis; `from` ≤ `to`. */
  readonly from: number;
  readonly to: number;
}

/** Parallel lines no further apart than this are one line: double borders, and neighbouring cells that each draw a border. */
export const SAME_LINE = 3;

/** A break in a line no longer than this is closed: cells draw their borders piece by piece. */
const BREAK = 3;

/** Dashes are shorter than this; between them a gap may be as long as the dashes themselves. */
const LONGEST_DASH = 12;

/** Dots of dotted borders are no larger than this; drawn bullets may be as small, but are a line apart. */
const LARGEST_DOT = 3;

/** A ruling line shorter than this separates nothing: the narrowest cell is wider than a digit. */
const SHORTEST_EDGE = 6;

/** A part of a line along its axis. */
export interface Piece {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** The ruling lines of a page, from visible strokes, thin rectangles and rows of dots. */
export function edgesOf(rulings: readonly Ruling[], shapes: readonly Shape[]): Edge[] {
  const visible = rulings.filter((ruling) => ruling.visible);
  const dots = shapes.filter((shape) => shape.visible && isDot(shape.box)).map((shape) => shape.box);
  return (["horizontal", "vertical"] as const).flatMap((axis) => {
    const pieces = visible.filter((ruling) => ruling.axis === axis).map((ruling) => pieceOf(ruling.box, axis));
    pieces.push(...dottedLines(dots, axis));
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

/** Joins collinear pieces: sorted by place, clustered by line, joined along it. */
export function joinPieces(pieces: readonly Piece[], tolerance: number): Piece[] {
  const sorted = [...pieces].sort((a, b) => a.at - b.at || a.from - b.from || a.to - b.to);
  const lines: Piece[][] = [];
  let start = -Infinity;
  for (const piece of sorted) {
    const line = lines.at(-1);
    if (line !== undefined && piece.at - start <= tolerance) {
      line.push(piece);
    } else {
      lines.push([piece]);
      start = piece.at;
    }
  }
  return lines.flatMap(joinAlong);
}

function joinAlong(line: readonly Piece[]): Piece[] {
  const sorted = [...line].sort((a, b) => a.from - b.from || a.to - b.to);
  const joined: { at: number; from: number; to: number; last: number; weight: number }[] = [];
  for (const piece of sorted) {
    const length = piece.to - piece.from;
    const open = joined.at(-1);
    if (open !== undefined && piece.from - open.to <= bridgeable(open.last, length)) {
      // The longest piece says where the line is: it is the least likely to be a stray end.
      if (length > open.weight) {
        open.at = piece.at;
        open.weight = length;
      }
      open.to = Math.max(open.to, piece.to);
      open.last = length;
    } else {
      joined.push({ at: piece.at, from: piece.from, to: piece.to, last: length, weight: length });
    }
  }
  return joined.map(({ at, from, to }) => ({ at, from, to }));
}

/** The widest break between two pieces of these lengths that is still one line. */
function bridgeable(before: number, after: number): number {
  const longer = Math.max(before, after);
  return longer <= LONGEST_DASH ? Math.max(BREAK, 1.5 * longer) : BREAK;
}
