import type { Edge } from "../../layout/edges.js";
import type { CellPart, Strip } from "./strip.js";

/** Lines that should touch do so within this, in points: producers round, and corners of dotted borders are left out. */
const TOUCH = 4;

/**
 * A strip whose cells know the lines drawn across them: some editors give each item, or a group of them, a cell of its own, and the line
 * between two cells divides them even if no row of the matrix ends there. The line above a strip that is first on its page shows nothing:
 * engines draw one where they break a cell.
 */
export function withCellRules(strip: Strip, edges: readonly Edge[]): Strip {
  const { top, bottom, first, cells } = strip;
  const from = first ? top + TOUCH : top - TOUCH;
  const horizontals = edges.filter(({ axis, at }) => axis === "horizontal" && at > from && at < bottom - TOUCH);
  return horizontals.length === 0 ? strip : { ...strip, cells: cells.map((cell) => ({ ...cell, rules: rulesAcross(cell, horizontals) })) };
}

/** The heights of the lines that run from one side of a cell to the other. */
function rulesAcross({ left, right }: CellPart, horizontals: readonly Edge[]): number[] {
  return horizontals.filter(({ from, to }) => from <= left + TOUCH && to >= right - TOUCH).map(({ at }) => at);
}
