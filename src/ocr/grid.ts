import { middleX, middleY } from "../geometry/box.js";
import type { Edge } from "../layout/edges.js";
import { edgesOf } from "../layout/edges.js";
import type { Ruling } from "../pdf/page.js";
import { latticeOf } from "../table/evidence/lattice.js";
import { connected } from "../table/evidence/ruledFrames.js";
import type { PixelBox } from "./raster.js";
import type { InkedRule } from "./rules.js";

/** What the rules of a picture are: separating lines, with the cells between them, and strokes of the text. */
export interface Grid {
  readonly dividing: readonly InkedRule[];
  readonly cells: readonly PixelBox[];
}

/**
 * A rule that crosses no other is a separator if it is at least this share of the picture's side; a shorter one underlines text or is a
 * line to write on.
 */
const ALONE = 1 / 3;

/**
 * Finds the rules that separate: those of a lattice, and long ones. An underscore or the line under a word is text, and stays in the
 * picture.
 */
export function gridOf(rules: readonly InkedRule[], width: number, height: number, dotsPerInch: number): Grid {
  const groups = connected(
    edgesOf(
      rules.map((rule) => rulingOf(rule, dotsPerInch)),
      [],
    ),
  );
  const lattices = groups.filter((group) => new Set(group.map(({ axis }) => axis)).size === 2);
  const edges = lattices.flat();
  const isLong = ({ axis, box }: InkedRule): boolean =>
    axis === "horizontal" ? box.x1 - box.x0 >= ALONE * width : box.y1 - box.y0 >= ALONE * height;
  const pixels = dotsPerInch / 72;
  return {
    dividing: rules.filter((rule) => isLong(rule) || edges.some((edge) => isPartOf(rulingOf(rule, dotsPerInch), edge))),
    cells: lattices.flatMap((group) =>
      (latticeOf(group)?.cells ?? []).map(({ box }) => ({
        x0: Math.max(0, Math.round(box.x0 * pixels)),
        y0: Math.max(0, Math.round(box.y0 * pixels)),
        x1: Math.min(width, Math.round(box.x1 * pixels)),
        y1: Math.min(height, Math.round(box.y1 * pixels)),
      })),
    ),
  };
}

/** A rule in points, as the later stages need it. */
export function rulingOf({ axis, box }: InkedRule, dotsPerInch: number): Ruling {
  const point = 72 / dotsPerInch;
  return { axis, box: { x0: box.x0 * point, y0: box.y0 * point, x1: box.x1 * point, y1: box.y1 * point }, visible: true };
}

/** Edges of one line are joined within this many points. */
const SAME_LINE = 3;

function isPartOf({ axis, box }: Ruling, edge: Edge): boolean {
  if (axis !== edge.axis) return false;
  const [at, from, to] = axis === "horizontal" ? [middleY(box), box.x0, box.x1] : [middleX(box), box.y0, box.y1];
  return Math.abs(at - edge.at) <= SAME_LINE && from <= edge.to && to >= edge.from;
}
