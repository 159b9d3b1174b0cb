import type { Ink, PixelBox } from "./raster.js";

/** Ink that hangs together, also over corners. */
export interface Component extends PixelBox {
  /** How many pixels of ink. */
  readonly area: number;
  /** Its stretches of ink: row, first pixel, pixel after the last, three numbers each. */
  readonly runs: readonly number[];
}

/** The components of a picture, by their first pixels from the top. */
export function componentsOf({ width, height, data }: Ink): Component[] {
  const runs: number[] = [];
  const parents: number[] = [];
  const rootOf = (run: number): number => {
    let root = run;
    while (parents[root] !== root) root = parents[root] ?? root;
    while (parents[run] !== root) {
      const next = parents[run] ?? root;
      parents[run] = root;
      run = next;
    }
    return root;
  };
  let above = { from: 0, to: 0 };
  for (let y = 0; y < height; y++) {
    const from = parents.length;
    let candidate = above.from;
    for (let x = 0; x < width; x++) {
      if (data[y * width + x] !== 1) continue;
      const start = x;
      while (x < width && data[y * width + x] === 1) x += 1;
      const run = parents.length;
      parents.push(run);
      runs.push(y, start, x);
      // Runs of the row above that touch this one, including diagonally.
      while (candidate < above.to && (runs[3 * candidate + 2] ?? 0) < start) candidate += 1;
      for (let other = candidate; other < above.to && (runs[3 * other + 1] ?? 0) <= x; other++) {
        // The earliest run stays the root; components are found by it.
        const [a, b] = [rootOf(other), rootOf(run)];
        parents[Math.max(a, b)] = Math.min(a, b);
      }
    }
    above = { from, to: parents.length };
  }
  const found = new Map<number, { x0: number; y0: number; x1: number; y1: number; area: number; runs: number[] }>();
  for (let run = 0; run < parents.length; run++) {
    const [y = 0, x0 = 0, x1 = 0] = runs.slice(3 * run, 3 * run + 3);
    const root = rootOf(run);
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
