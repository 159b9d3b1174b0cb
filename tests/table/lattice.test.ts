import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Edge } from "../../src/layout/edges.js";
import { latticeOf, withoutColumns } from "../../src/table/evidence/lattice.js";

const across = (at: number, from: number, to: number): Edge => ({ axis: "horizontal", at, from, to });
const down = (at: number, from: number, to: number): Edge => ({ axis: "vertical", at, from, to });

/** The cells as "row,col rowspan×colspan". */
function cellsOf(edges: readonly Edge[]): string[] | undefined {
  return latticeOf(edges)?.cells.map((cell) => `${cell.row},${cell.col} ${cell.rowspan}×${cell.colspan}`);
}

const frame = [across(0, 0, 200), across(40, 0, 200), down(0, 0, 40), down(200, 0, 40)];

describe("cells between rules", () => {
  test("are those of the grid where every rule is drawn", () => {
    expect(cellsOf([...frame, across(20, 0, 200), down(100, 0, 40)])).toEqual(["0,0 1×1", "0,1 1×1", "1,0 1×1", "1,1 1×1"]);
  });

  test("span columns where a piece of a vertical rule is missing", () => {
    expect(cellsOf([...frame, across(20, 0, 200), down(100, 20, 40)])).toEqual(["0,0 1×2", "1,0 1×1", "1,1 1×1"]);
  });

  test("span rows where a piece of a horizontal rule is missing", () => {
    expect(cellsOf([...frame, across(20, 100, 200), down(100, 0, 40)])).toEqual(["0,0 2×1", "0,1 1×1", "1,1 1×1"]);
  });

  test("stay apart where what is open is no rectangle", () => {
    expect(cellsOf([...frame, across(20, 0, 100), down(100, 0, 20)])).toEqual(["0,0 1×1", "0,1 1×1", "1,0 1×2"]);
  });

  test("reach to the ends of the rules where the sides are open", () => {
    const lattice = latticeOf([across(0, 0, 200), across(20, 0, 200), across(40, 0, 200), down(100, 0, 40)]);
    expect(lattice?.xs).toEqual([0, 100, 200]);
    expect(lattice?.cells).toHaveLength(4);
  });

  test("are none where rules enclose nothing", () => {
    expect(latticeOf([across(0, 0, 200)])).toBeUndefined();
    expect(latticeOf([down(0, 0, 200)])).toBeUndefined();
  });

  test("lose a column that is taken out, and spans over it shrink", () => {
    const lattice = latticeOf([...frame, across(20, 0, 200), down(100, 20, 40), down(108, 20, 40)])!;
    const rest = withoutColumns(lattice, (column) => column === 1);
    expect(rest.xs).toEqual([0, 108, 200]);
    expect(rest.cells.map(({ row, col, colspan }) => [row, col, colspan])).toEqual([
      [0, 0, 2],
      [1, 0, 1],
      [1, 1, 1],
    ]);
  });

  test("cover the grid without overlapping, whatever pieces of rules are missing", () => {
    const wall = fc.boolean();
    fc.assert(
      fc.property(fc.array(wall, { minLength: 9, maxLength: 9 }), fc.array(wall, { minLength: 9, maxLength: 9 }), (verticals, horizontals) => {
        const box = [across(0, 0, 90), across(90, 0, 90), down(0, 0, 90), down(90, 0, 90)];
        const inner = [0, 1, 2].flatMap((i) =>
          [0, 1, 2].flatMap((k) => [
            ...(verticals[3 * i + k] === true && k < 2 ? [down(30 * (k + 1), 30 * i, 30 * (i + 1))] : []),
            ...(horizontals[3 * i + k] === true && i < 2 ? [across(30 * (i + 1), 30 * k, 30 * (k + 1))] : []),
          ]),
        );
        const lattice = latticeOf([...box, ...inner])!;
        const area = lattice.cells.reduce((sum, { box: cell }) => sum + (cell.x1 - cell.x0) * (cell.y1 - cell.y0), 0);
        expect(area).toBeCloseTo(8100);
        const places = lattice.cells.flatMap((cell) =>
          Array.from({ length: cell.rowspan * cell.colspan }, (_, n) => `${cell.row + Math.floor(n / cell.colspan)},${cell.col + (n % cell.colspan)}`),
        );
        expect(new Set(places).size).toBe(places.length);
      }),
    );
  });
});
