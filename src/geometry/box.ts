/**
 * An axis-parallel bounding box on a page, in points (1/72 inch).
 * The origin is the top left corner of the page as it is shown (rotation and crop box applied); y grows downwards.
 */
export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** The smallest box around all of `boxes`; undefined if there are none. */
export function unionOf(boxes: Iterable<Box>): Box | undefined {
  let x0 = Infinity;
  let y0 = Infinity;
  let x1 = -Infinity;
  let y1 = -Infinity;
  for (const box of boxes) {
    x0 = Math.min(x0, box.x0);
    y0 = Math.min(y0, box.y0);
    x1 = Math.max(x1, box.x1);
    y1 = Math.max(y1, box.y1);
  }
  return x0 === Infinity ? undefined : { x0, y0, x1, y1 };
}

/** The x halfway between the left and the right edge. */
export function middleX({ x0, x1 }: Pick<Box, "x0" | "x1">): number {
  return (x0 + x1) / 2;
}

/** The y halfway between the top and the bottom edge. */
export function middleY({ y0, y1 }: Pick<Box, "y0" | "y1">): number {
  return (y0 + y1) / 2;
}

/** The box with its edges moved outwards. */
export function grown({ x0, y0, x1, y1 }: Box, by: number): Box {
  return { x0: x0 - by, y0: y0 - by, x1: x1 + by, y1: y1 + by };
}

/** Whether the two boxes share an area; touching edges do not count. */
export function overlaps(a: Box, b: Box): boolean {
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

/** Whether the point is in the box, including its left and top edges. */
export function contains(box: Box, x: number, y: number): boolean {
  return x >= box.x0 && x < box.x1 && y >= box.y0 && y < box.y1;
}

/** Whether a box is within another, edges included. */
export function isWithin(inner: Box, outer: Box): boolean {
  return inner.x0 >= outer.x0 && inner.y0 >= outer.y0 && inner.x1 <= outer.x1 && inner.y1 <= outer.y1;
}
