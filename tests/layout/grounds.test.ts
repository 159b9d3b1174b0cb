import { expect, test } from "vitest";
import { groundSides } from "../../src/layout/grounds.js";
import type { Shape } from "../../src/pdf/page.js";

function area(x0: number, y0: number, x1: number, y1: number, more: Partial<Shape> = {}): Shape {
  return { box: { x0, y0, x1, y1 }, colour: "#eeeeee", filled: true, visible: true, ...more };
}

function sides(...shapes: readonly Shape[]): string[] {
  return groundSides(shapes).map(({ at, from, to }) => `y ${at}: ${from} to ${to}`);
}

test("the grounds of neighbouring cells begin and end as one", () => {
  expect(sides(area(0, 10, 50, 40), area(51, 10, 120, 40), area(200, 10, 250, 40))).toEqual(["y 10: 0 to 120", "y 10: 200 to 250", "y 40: 0 to 120", "y 40: 200 to 250"]);
});

test("a ground that goes on in another of its colour does not end there, one of another colour does", () => {
  expect(sides(area(0, 10, 50, 40), area(0, 40.5, 50, 70))).toEqual(["y 10: 0 to 50", "y 70: 0 to 50"]);
  expect(sides(area(0, 10, 50, 40), area(0, 40, 50, 70, { colour: "#dddddd" }))).toEqual(["y 10: 0 to 50", "y 40: 0 to 50", "y 70: 0 to 50"]);
});

test("what nobody sees is no ground, nor is an outline, a picture or what no line of text has room on", () => {
  expect(sides(area(0, 10, 50, 40, { visible: false }), area(0, 10, 50, 40, { filled: false }), area(0, 10, 50, 40, { colour: undefined }), area(0, 10, 8, 40), area(0, 10, 50, 14))).toEqual([]);
});
