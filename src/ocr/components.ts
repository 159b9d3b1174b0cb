import { DisjointSets } from "../geometry/disjointSets.js";
import type { Ink, PixelBox } from "./raster.js";

/** Ink that hangs together, also over corners. */
export interface Component extends PixelBox {
  /** How many pixels of ink. */
  readonly area: number;
  /** Its stretches of ink: row, first pixel, pixel after the last, three numbers each. */
  readonly runs: readonly number[];
}

/** The components of a picture, by their first pixels from the top. */
export function componentsOf(ink: Ink): Component[] {
  const runs: number[] = [];
  const sets = new DisjointSets();
  let above = { from: 0, to: 0 };
  for (let y = 0; y < ink.height; y++) {
    addRunsOf(y, ink, runs);
    const row = { from: sets.size, to: runs.length / 3 };
    sets.growTo(row.to);
    joinTouching(above, row, runs, sets);
    above = row;
  }
  return componentsOfRuns(runs, sets);
}

/** Adds the runs of ink in a row of the picture. */
function addRunsOf(y: number, { width, data }: Ink, runs: number[]): void {
  for (let x = 0; x < width; x++) {
    if (data[y * width + x] !== 1) continue;
    const start = x;
    while (x < width && data[y * width + x] === 1) x += 1;
    runs.push(y, start, x);
  }
}

/** Some of the runs, by index. */
interface RunRange {
  readonly from: number;
  readonly to: number;
}

/** Joins the runs of a row with those of the row above that touch them, including diagonally. */
function joinTouching(above: RunRange, row: RunRange, runs: readonly number[], sets: DisjointSets): void {
  let candidate = above.from;
  for (let run = row.from; run < row.to; run++) {
    const [start = 0, end = 0] = [runs[3 * run + 1], runs[3 * run + 2]];
    while (candidate < above.to && (runs[3 * candidate + 2] ?? 0) < start) candidate += 1;
    for (let other = candidate; other < above.to && (runs[3 * other + 1] ?? 0) <= end; other++) sets.join(other, run);
  }
}

function componentsOfRuns(runs: readonly number[], sets: DisjointSets): Component[] {
  const found = new Map<number, { x0: number; y0: number; x1: number; y1: number; area: number; runs: number[] }>();
  for (let run = 0; run < sets.size; run++) {
    const [y = 0, x0 = 0, x1 = 0] = runs.slice(3 * run, 3 * run + 3);
    const root = sets.rootOf(run);
    let component = found.get(root);
    if (component === undefined) {
      component = { x0, y0: y, x1, y1: y + 1, area: 0, runs: [] };
      found.set(root, component);
    }
    component.x0 = Math.min(component.x0, x0);
    component.x1 = Math.max(component.x1, x1);
    component.y1 = y + 1;
    component.area += x1 - x0;
    component.runs.push(y, x0, x1);
  }
  return [...found.values()];
}
