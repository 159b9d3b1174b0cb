import type { Box } from "../../geometry/box.js";
import { DisjointSets } from "../../geometry/disjointSets.js";
import { groupBy } from "../../geometry/groups.js";
import { Ordered, extentOf } from "../../geometry/ordered.js";
import { type Edge, covers, lengthWithin } from "../../layout/edges.js";

/** A table as its ruling lines show it. Points, on the upright page. */
export interface RuledFrame {
  readonly box: Box;
  /** The x of the lines between and around the columns, from left to right. */
  readonly columns: readonly number[];
  /** The vertical and the horizontal lines that it is made of. */
  readonly verticals: readonly Edge[];
  readonly horizontals: readonly Edge[];
  /** The y of the lines between and around the rows that span the whole width, from top to bottom. */
  readonly rows: readonly number[];
  /** Whether a line is drawn at the top and at the bottom; an open end is where the page broke a row. */
  readonly closedTop: boolean;
  readonly closedBottom: boolean;
}

/** Lines that should touch do so within this, in points: producers round, and corners of dotted borders are left out. */
const TOUCH = 4;

/** A line divides columns or rows if it runs over this share of the table; spanning cells interrupt it. */
const WHOLE = 0.8;
const HALF = 0.5;

/**
 * The ruled tables of a page, from top to bottom: lines that touch make one. Those side by side and about as high are one table, too: if a
 * page breaks a row, some cells are left open.
 */
export function ruledFrames(edges: readonly Edge[]): RuledFrame[] {
  const frames = withSameHeight(connected(edges)).flatMap((group) => {
    const frame = frameOf(group);
    return frame === undefined ? [] : [frame];
  });
  return frames.sort((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0);
}

/**
 * A frame that has only lines between columns has none around them: what is beside it, at its height, is in its first and its last column.
 */
export function withOpenSides(frame: RuledFrame, words: readonly { readonly box: Box; readonly baseline: number }[]): RuledFrame {
  if (frame.closedTop || frame.closedBottom || frame.rows.length > 2) return frame;
  const { y0, y1 } = frame.box;
  const beside = words.filter((word) => word.baseline >= y0 && word.baseline <= y1);
  const x0 = extentOf([frame.box.x0, ...beside.map(({ box }) => box.x0 - TOUCH)]).from;
  const x1 = extentOf([frame.box.x1, ...beside.map(({ box }) => box.x1 + TOUCH)]).to;
  const left = beside.some(({ box }) => box.x1 <= frame.box.x0) ? [x0] : [];
  const right = beside.some(({ box }) => box.x0 >= frame.box.x1) ? [x1] : [];
  const columns = [...left, ...frame.columns, ...right];
  return { ...frame, columns, box: { ...frame.box, x0: columns[0] ?? x0, x1: columns.at(-1) ?? x1 } };
}

/** Whether a line at a height of a frame is drawn along most of one of its columns, given by its index. */
export function isDrawnIn({ columns, horizontals }: RuledFrame, y: number, column: number): boolean {
  const [x0, x1] = [columns[column] ?? Infinity, columns[column + 1] ?? -Infinity];
  const drawn = horizontals.filter(({ at }) => Math.abs(at - y) <= TOUCH).map((edge) => Math.max(0, lengthWithin(edge, x0, x1)));
  return drawn.reduce((sum, length) => sum + length, 0) >= HALF * (x1 - x0);
}

/** Where coloured grounds divide the rows of a frame over its whole width and no line is drawn. */
export function groundsWithin({ box: { x0, x1, y0, y1 }, rows }: RuledFrame, sides: readonly Edge[]): number[] {
  const isWhole = (edge: Edge): boolean => covers(edge, x0, x1, WHOLE);
  const isNew = ({ at }: Edge): boolean => at > y0 && at < y1 && rows.every((y) => Math.abs(y - at) > TOUCH);
  return sides.filter((side) => isWhole(side) && isNew(side)).map(({ at }) => at);
}

/** Groups of edges that touch, directly or through others. */
export function connected(edges: readonly Edge[]): Edge[][] {
  const sets = new DisjointSets(edges.length);
  const horizontals = new Ordered(
    edges.flatMap((edge, i) => (edge.axis === "horizontal" ? [{ edge, i }] : [])),
    ({ edge }) => edge.at,
  );
  edges.forEach((vertical, i) => {
    if (vertical.axis !== "vertical") return;
    for (const { edge: horizontal, i: k } of horizontals.between(vertical.from - TOUCH, vertical.to + TOUCH)) {
      const meets = vertical.at >= horizontal.from - TOUCH && vertical.at <= horizontal.to + TOUCH;
      if (meets) sets.join(i, k);
    }
  });
  return [...groupBy(edges, (_, i) => sets.rootOf(i)).values()];
}

/** Joins groups whose vertical lines are side by side and start or end level; groups without vertical lines do not belong to a table. */
function withSameHeight(groups: readonly (readonly Edge[])[]): Edge[][] {
  const merged: { y0: number; y1: number; edges: Edge[] }[] = [];
  for (const edges of groups) {
    const { from: y0, to: y1 } = heightOf(edges);
    if (y0 > y1) continue;
    const level = merged.find((group) => {
      const shared = Math.min(group.y1, y1) - Math.max(group.y0, y0);
      const isLevel = Math.abs(group.y0 - y0) <= TOUCH || Math.abs(group.y1 - y1) <= TOUCH;
      return isLevel && shared >= WHOLE * Math.max(group.y1 - group.y0, y1 - y0);
    });
    if (level === undefined) {
      merged.push({ y0, y1, edges: [...edges] });
      continue;
    }
    for (const edge of edges) level.edges.push(edge);
    level.y0 = Math.min(level.y0, y0);
    level.y1 = Math.max(level.y1, y1);
  }
  return merged.map(({ edges }) => edges);
}

/** The vertical extent of lines. */
function heightOf(edges: readonly Edge[]): { readonly from: number; readonly to: number } {
  return extentOf(edges.flatMap((edge) => (edge.axis === "vertical" ? [edge.from, edge.to] : [])));
}

function frameOf(edges: readonly Edge[]): RuledFrame | undefined {
  const verticals = edges.filter((edge) => edge.axis === "vertical");
  const horizontals = edges.filter((edge) => edge.axis === "horizontal");
  if (verticals.length < 2) return undefined;
  const { from: x0, to: x1 } = extentOf(edges.flatMap((edge) => (edge.axis === "vertical" ? [edge.at] : [edge.from, edge.to])));
  const { from: y0, to: y1 } = heightOf(verticals);
  const inner = linesAcross(verticals, y1 - y0, HALF);
  const columns = bounded(inner, x0, x1);
  const full = linesAcross(horizontals, x1 - x0, WHOLE);
  const rows = bounded(full, y0, y1);
  if (columns.length < 3) return undefined;
  return {
    box: { x0, y0, x1, y1 },
    columns,
    verticals,
    horizontals,
    rows,
    closedTop: full.some((y) => y - y0 <= TOUCH),
    closedBottom: full.some((y) => y1 - y <= TOUCH),
  };
}

/** Where lines cover at least `share` of `length`, counting all pieces on one line together. */
function linesAcross(edges: readonly Edge[], length: number, share: number): number[] {
  const covered: { at: number; length: number }[] = [];
  for (const edge of [...edges].sort((a, b) => a.at - b.at)) {
    const last = covered.at(-1);
    if (last !== undefined && edge.at - last.at <= TOUCH) last.length += edge.to - edge.from;
    else covered.push({ at: edge.at, length: edge.to - edge.from });
  }
  return covered.filter((line) => line.length >= share * length).map((line) => line.at);
}

/** The places, with the two ends of the table added if no line is drawn there. */
function bounded(places: readonly number[], from: number, to: number): number[] {
  const inside = places.filter((at) => at - from > TOUCH && to - at > TOUCH);
  return [from, ...inside, to];
}
