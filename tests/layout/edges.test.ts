import { describe, expect, test } from "vitest";
import { edgesOf } from "../../src/layout/edges.js";
import type { Ruling, Shape } from "../../src/pdf/page.js";

/** A horizontal line at a y, from one x to another, half a point thick. */
function across(y: number, x0: number, x1: number, visible = true): Ruling {
  return { axis: "horizontal", box: { x0, y0: y - 0.25, x1, y1: y + 0.25 }, visible };
}

function down(x: number, y0: number, y1: number): Ruling {
  return { axis: "vertical", box: { x0: x - 0.25, y0, x1: x + 0.25, y1 }, visible: true };
}

function dot(x: number, y: number, size: number, visible = true): Shape {
  return { box: { x0: x, y0: y, x1: x + size, y1: y + size }, colour: "#000000", filled: true, visible };
}

/** Each edge as its axis, its place, and where it starts and ends. */
function edges(rulings: readonly Ruling[], shapes: readonly Shape[] = []): string[] {
  return edgesOf(rulings, shapes).map(({ axis, at, from, to }) => `${axis === "horizontal" ? "y" : "x"} ${at}: ${from} to ${to}`);
}

describe("a ruling line", () => {
  test("is an edge in the middle of its thickness, whichever way it runs", () => {
    expect(edges([across(50, 10, 90), down(10, 50, 80)])).toEqual(["y 50: 10 to 90", "x 10: 50 to 80"]);
  });

  test("is none where it is not seen, or too short to divide anything", () => {
    expect(edges([across(50, 10, 90, false), across(60, 10, 15)])).toEqual([]);
  });

  test("is one out of the pieces that cells draw, also over a narrow break and where they overlap", () => {
    expect(edges([across(50, 62, 90), across(50, 10, 40), across(50, 35, 60)])).toEqual(["y 50: 10 to 90"]);
  });

  test("is two where the break is wider", () => {
    expect(edges([across(50, 10, 40), across(50, 44, 90)])).toEqual(["y 50: 10 to 40", "y 50: 44 to 90"]);
  });

  test("is one out of dashes, whose gaps may be longer than they are", () => {
    expect(edges([10, 24, 38, 52].map((x) => across(50, x, x + 6)))).toEqual(["y 50: 10 to 58"]);
  });

  test("is one with the line beside it that is no further than a double border, where the longer one is", () => {
    expect(edges([across(50, 10, 30), across(52, 10, 90)])).toEqual(["y 52: 10 to 90"]);
    expect(edges([across(50, 10, 90), across(54, 10, 90)])).toEqual(["y 50: 10 to 90", "y 54: 10 to 90"]);
  });
});

describe("dots in a row", () => {
  const row = (size: number, step: number, count: number, visible = true): Shape[] => Array.from({ length: count }, (_, i) => dot(10 + i * step, 50, size, visible));

  test("are an edge", () => {
    expect(edges([], row(1, 2, 20))).toEqual(["y 50.5: 10 to 49"]);
  });

  test("are none where they are few, far apart, large, or not seen", () => {
    expect(edges([], row(1, 2, 5))).toEqual([]);
    expect(edges([], row(1, 12, 20))).toEqual([]);
    expect(edges([], row(4, 6, 20))).toEqual([]);
    expect(edges([], row(1, 2, 20, false))).toEqual([]);
  });
});
