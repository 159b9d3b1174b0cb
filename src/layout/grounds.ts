import type { Box } from "../geometry/box.js";
import { Ordered } from "../geometry/ordered.js";
import type { Shape } from "../pdf/page.js";
import type { Edge } from "./edges.js";
import { SAME_LINE, joinPieces } from "./pieces.js";

/** Coloured areas lower or narrower than this, in points, are not the ground of a line of text. */
const LEAST_HEIGHT = 6;
const LEAST_WIDTH = 12;

/** Areas that meet do so within this, in points: producers round to pixels. */
const MEET = 1;

/** An area of one colour. */
interface Ground {
  readonly box: Box;
  readonly colour: string;
}

/**
 * Where coloured grounds begin and end from top to bottom, joined across neighbouring cells: rows on grounds of their own are divided
 * there, without a line. If another ground of the same colour continues a ground, there is no visible side.
 */
export function groundSides(shapes: readonly Shape[]): Edge[] {
  const grounds = shapes.flatMap(({ box, colour, filled, visible }): Ground[] => {
    const isLarge = box.y1 - box.y0 >= LEAST_HEIGHT && box.x1 - box.x0 >= LEAST_WIDTH;
    return filled && visible && colour !== undefined && isLarge ? [{ box, colour }] : [];
  });
  const byTop = new Ordered(grounds, ({ box }) => box.y0);
  const byBottom = new Ordered(grounds, ({ box }) => box.y1);
  const sides = grounds.flatMap((ground) => {
    const { x0: from, x1: to, y0, y1 } = ground.box;
    const goesOn = (at: number, others: Ordered<Ground>): boolean =>
      others.between(at - MEET, at + MEET).some((other) => other !== ground && isBeside(ground, other));
    return [...(goesOn(y0, byBottom) ? [] : [{ at: y0, from, to }]), ...(goesOn(y1, byTop) ? [] : [{ at: y1, from, to }])];
  });
  return joinPieces(sides, SAME_LINE).map((side) => ({ axis: "horizontal", ...side }));
}

/** Whether two grounds have the same colour, and one may continue the other: more than half of its width is above or below it. */
function isBeside(one: Ground, other: Ground): boolean {
  const shared = Math.min(one.box.x1, other.box.x1) - Math.max(one.box.x0, other.box.x0);
  return one.colour === other.colour && 2 * shared > one.box.x1 - one.box.x0;
}
