import { type Box, isWithin } from "../../geometry/box.js";
import { type Matrix, mapPoint } from "../../geometry/matrix.js";
import type { Ruling } from "../page.js";

/** One subpath on the page as shown: its corners, whether it is closed and whether it has curves. */
export interface Subpath {
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly closed: boolean;
  readonly curved: boolean;
}

/**
 * The thickest filled rectangle that is a line rather than an area, in points. Borders of 3 pt are the thickest that word processors offer
 * by default; a line of text is at least twice as high.
 */
const THICKEST_RULING = 3;

/** A slant of a stroke below which it is an axis-parallel line, in points; producers round to a hundredth. */
const SLANT = 0.5;

/**
 * The subpaths of a pdf.js `constructPath` array (0 moveTo, 1 lineTo, 2 curveTo, 3 quadraticCurveTo, 4 closePath), mapped to
 * the page. Curves are kept as their end and control points: only their box is ever needed.
 */
export function subpathsOf(data: readonly number[] | Float32Array, ctm: Matrix): Subpath[] {
  const subpaths: Subpath[] = [];
  let points: { x: number; y: number }[] = [];
  let curved = false;
  const finish = (closed: boolean): void => {
    if (points.length > 1) subpaths.push({ points, closed, curved });
    points = [];
    curved = false;
  };
  let at = 0;
  const take = (count: number): void => {
    for (let i = 0; i < count; i++) {
      points.push(mapPoint(ctm, data[at] ?? 0, data[at + 1] ?? 0));
      at += 2;
    }
  };
  while (at < data.length) {
    const command = data[at];
    at += 1;
    if (command === 0) {
      finish(false);
      take(1);
    } else if (command === 1) {
      take(1);
    } else if (command === 2) {
      curved = true;
      take(3);
    } else if (command === 3) {
      curved = true;
      take(2);
    } else {
      const start = points[0];
      finish(true);
      if (start !== undefined) points.push(start);
    }
  }
  finish(false);
  return subpaths;
}

/** The box around a subpath. */
export function boxOf(subpath: Subpath): Box {
  let x0 = Infinity;
  let y0 = Infinity;
  let x1 = -Infinity;
  let y1 = -Infinity;
  for (const { x, y } of subpath.points) {
    if (x < x0) x0 = x;
    if (x > x1) x1 = x;
    if (y < y0) y0 = y;
    if (y > y1) y1 = y;
  }
  return { x0, y0, x1, y1 };
}

/** Whether a box has no extent. */
export function isPoint({ x0, y0, x1, y1 }: Box): boolean {
  return x0 === x1 && y0 === y1;
}

/**
 * The straight, axis-parallel lines that stroking the subpath draws, with the pen's width in points. A border with round corners has lines
 * from corner to corner.
 */
export function strokesOf(subpath: Subpath, width: number): Omit<Ruling, "visible">[] {
  const lines = straightStrokesOf(subpath, width);
  if (!subpath.curved) return lines;
  const { x0, y0, x1, y1 } = boxOf(subpath);
  if (Math.max(x1 - x0, y1 - y0) <= LARGEST_CIRCLE) return [];
  return lines.flatMap(({ axis, box }) => {
    const isSide = axis === "horizontal" ? box.x1 - box.x0 > MOST * (x1 - x0) : box.y1 - box.y0 > MOST * (y1 - y0);
    return isSide ? [{ axis, box: axis === "horizontal" ? { ...box, x0, x1 } : { ...box, y0, y1 } }] : [];
  });
}

/** Round corners leave more than this share of a side straight. */
const MOST = 0.5;

function straightStrokesOf(subpath: Subpath, width: number): Omit<Ruling, "visible">[] {
  const lines: Omit<Ruling, "visible">[] = [];
  const half = width / 2;
  const { points } = subpath;
  const count = subpath.closed ? points.length : points.length - 1;
  for (let i = 0; i < count; i++) {
    const from = points[i];
    const to = points[(i + 1) % points.length];
    if (from === undefined || to === undefined) continue;
    const dx = Math.abs(to.x - from.x);
    const dy = Math.abs(to.y - from.y);
    if (dx === 0 && dy === 0) continue;
    if (dy <= SLANT && dx >= dy) {
      const y = (from.y + to.y) / 2;
      const box = { x0: Math.min(from.x, to.x), y0: y - half, x1: Math.max(from.x, to.x), y1: y + half };
      lines.push({ axis: "horizontal", box });
    } else if (dx <= SLANT) {
      const x = (from.x + to.x) / 2;
      const box = { x0: x - half, y0: Math.min(from.y, to.y), x1: x + half, y1: Math.max(from.y, to.y) };
      lines.push({ axis: "vertical", box });
    }
  }
  return lines;
}

/** The line that a filled box looks like; undefined if it is an area, a dot or a drawn bullet. */
export function thinRuling(box: Box): Omit<Ruling, "visible"> | undefined {
  const width = box.x1 - box.x0;
  const height = box.y1 - box.y0;
  if (Math.min(width, height) > THICKEST_RULING) return undefined;
  if (Math.max(width, height) < 2 * Math.min(width, height)) return undefined;
  return { axis: width >= height ? "horizontal" : "vertical", box };
}

/** Round frames no larger than this are drawn bullets, in points; larger ones are borders with round corners. */
export const LARGEST_CIRCLE = 12;

/** Stroked squares no larger than this are drawn bullets, in points: a cell has room for a line of text. */
const LARGEST_SQUARE = 7;

/** A square's sides are equal, apart from rounding and scales that differ. */
const OBLONG = 1.2;

/** Whether a subpath that is stroked is a square bullet rather than a cell. */
export function isSmallSquare({ closed, points }: Subpath, { x0, y0, x1, y1 }: Box): boolean {
  const longer = Math.max(x1 - x0, y1 - y0);
  return closed && points.length >= 4 && longer <= LARGEST_SQUARE && longer <= OBLONG * Math.min(x1 - x0, y1 - y0);
}

/**
 * The sides of frames that are filled as a box with another one cut out of it, as borders are drawn; a double border is four nested boxes.
 * Undefined if the paths are not nested boxes, or if the inner box is filled as well.
 */
export function ringSides(areas: readonly Subpath[], evenOdd: boolean): Box[] | undefined {
  if (areas.length < 2 || areas.length % 2 !== 0) return undefined;
  const boxes = areas
    .map((area) => ({ box: boxOf(area), turn: Math.sign(signedArea(area)) }))
    .sort((a, b) => sizeOf(b.box) - sizeOf(a.box));
  const nested = boxes.every(({ box, turn }, i) => {
    const outer = boxes[i - 1];
    return outer === undefined || (isWithin(box, outer.box) && (evenOdd || turn === -outer.turn));
  });
  const [largest] = boxes;
  const isCircle = areas.some((area) => area.curved) && largest !== undefined && largest.box.x1 - largest.box.x0 <= LARGEST_CIRCLE;
  if (!nested || isCircle) return undefined;
  return boxes.flatMap(({ box: outer }, i) => {
    const inner = boxes[i + 1]?.box;
    return i % 2 === 1 || inner === undefined ? [] : sidesOf(outer, inner);
  });
}

/** What is left of a box with another cut out: above, below, left and right of it. */
function sidesOf(outer: Box, inner: Box): Box[] {
  const sides: Box[] = [
    { ...outer, y1: inner.y0 },
    { ...outer, y0: inner.y1 },
    { ...outer, x1: inner.x0 },
    { ...outer, x0: inner.x1 },
  ];
  return sides.filter((box) => box.y1 > box.y0 && box.x1 > box.x0);
}

function sizeOf(box: Box): number {
  return (box.x1 - box.x0) * (box.y1 - box.y0);
}

/** The area that a subpath encloses, negative if it runs the other way round. */
function signedArea({ points }: Subpath): number {
  return points.reduce((sum, { x, y }, i) => {
    const next = points[(i + 1) % points.length];
    return next === undefined ? sum : sum + (x * next.y - next.x * y) / 2;
  }, 0);
}
