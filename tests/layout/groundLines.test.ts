import { describe, expect, test } from "vitest";
import { groundLines, paintedTables } from "../../src/layout/groundLines.js";
import type { Shape } from "../../src/pdf/page.js";

const GROUND: Shape = areaOf([0, 0, 101, 62], "#333333");

function areaOf([x0, y0, x1, y1]: readonly [number, number, number, number], colour: string | undefined, more: Partial<Shape> = {}): Shape {
  return { box: { x0, y0, x1, y1 }, colour, filled: true, visible: true, ...more };
}

/** White cells in two columns and two rows, with some space between them and around them. */
function cellsApart(space: number, colour = "#ffffff"): Shape[] {
  return [0, 50].flatMap((x) => [0, 30].map((y) => areaOf([x + space, y + space, x + 50, y + 30], colour)));
}

function lines(shapes: readonly Shape[]): string[] {
  return (["horizontal", "vertical"] as const).flatMap((axis) =>
    groundLines(paintedTables(shapes), axis).map(({ at, from, to }) => `${axis === "horizontal" ? "y" : "x"} ${at}: ${from} to ${to}`),
  );
}

describe("what a ground shows between the cells painted over it", () => {
  test("is a line, on every side of a cell: rows with centred cells were divided elsewhere, in silence", () => {
    expect(lines([GROUND, ...cellsApart(1)])).toEqual([
      "y 0.5: 1 to 100",
      "y 30.5: 1 to 100",
      "y 61: 1 to 100",
      "x 0.5: 1 to 60",
      "x 50.5: 1 to 60",
      "x 100.5: 1 to 60",
    ]);
  });

  test("is none where cells meet, or are far apart", () => {
    expect(lines([GROUND, ...cellsApart(0.1)]).filter((line) => /^[xy] [35]/.test(line))).toEqual([]);
    expect(lines([areaOf([0, 0, 110, 70], "#333333"), ...cellsApart(6)])).toEqual([]);
  });

  test("is none where the ground has their colour, or is painted over them, or is a picture", () => {
    expect(lines([GROUND, ...cellsApart(1, "#333333")])).toEqual([]);
    expect(lines([...cellsApart(1), GROUND])).toEqual([]);
    expect(lines([{ ...GROUND, colour: undefined }, ...cellsApart(1)])).toEqual([]);
  });

  test("is none between few areas, or such as leave most of the ground free", () => {
    expect(lines([GROUND, ...cellsApart(1).slice(1)])).toEqual([]);
    expect(lines([areaOf([0, 0, 300, 300], "#333333"), ...cellsApart(1)])).toEqual([]);
  });

  test("is none on a page of so many areas that it is a drawing: each would be compared with all others", () => {
    const dots = Array.from({ length: 5000 }, (_, i) => areaOf([200, 7 * i, 207, 7 * i + 7], "#ff0000"));
    expect(lines([...dots.slice(5), GROUND, ...cellsApart(1)])).toHaveLength(6);
    expect(lines([...dots, GROUND, ...cellsApart(1)])).toEqual([]);
  });
});
