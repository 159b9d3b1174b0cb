import type { Box } from "./box.js";

/**
 * An affine map [a b c d e f] in the order of the PDF operator `cm`: x' = a·x + c·y + e, y' = b·x + d·y + f
 * (ISO 32000-1, 8.3.3).
 */
export type Matrix = readonly [number, number, number, number, number, number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** The map that applies `first`, then `then`. */
export function compose(first: Matrix, then: Matrix): Matrix {
  return [
    first[0] * then[0] + first[1] * then[2],
    first[0] * then[1] + first[1] * then[3],
    first[2] * then[0] + first[3] * then[2],
    first[2] * then[1] + first[3] * then[3],
    first[4] * then[0] + first[5] * then[2] + then[4],
    first[4] * then[1] + first[5] * then[3] + then[5],
  ];
}

/** The image of a point. */
export function mapPoint(m: Matrix, x: number, y: number): { x: number; y: number } {
  return { x: m[0] * x + m[2] * y + m[4], y: m[1] * x + m[3] * y + m[5] };
}

/** The smallest box around the image of a box. */
export function mapBox(m: Matrix, box: Box): Box {
  const corners = [mapPoint(m, box.x0, box.y0), mapPoint(m, box.x1, box.y0), mapPoint(m, box.x0, box.y1), mapPoint(m, box.x1, box.y1)];
  const xs = corners.map((corner) => corner.x);
  const ys = corners.map((corner) => corner.y);
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
}

/** How much the map stretches a length: the square root of the area of a mapped unit square. */
export function scaleOf(m: Matrix): number {
  return Math.sqrt(Math.abs(m[0] * m[3] - m[1] * m[2]));
}

/** The map that undoes `m`; undefined if `m` maps everything onto a line or a point. */
export function invert(m: Matrix): Matrix | undefined {
  const [a, b, c, d, e, f] = m;
  const area = a * d - b * c;
  if (area === 0 || !Number.isFinite(area)) return undefined;
  return [d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area];
}

/** The rotation about a point by degrees, clockwise if y grows downwards. */
export function turnAbout(degrees: number, x: number, y: number): Matrix {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return [cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y];
}
