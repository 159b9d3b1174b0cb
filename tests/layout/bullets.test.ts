import { describe, expect, test } from "vitest";
import { drawnBullets } from "../../src/layout/bullets.js";
import type { Edge } from "../../src/layout/edges.js";
import type { Glyph, Shape } from "../../src/pdf/page.js";
import { type SetLine, wordsAt } from "../support/cells.js";
import { textAt } from "../support/glyphs.js";

const disc = (x: number, y: number, size = 3): Shape => ({ box: { x0: x, y0: y, x1: x + size, y1: y + size }, colour: "#000000", filled: true, visible: true });
const wall: Edge = { axis: "vertical", at: 99, from: 0, to: 200 };

function bulletsAt(shapes: Shape | readonly Shape[], lines: readonly SetLine[], edges: readonly Edge[] = [], clipped: readonly Glyph[] = []): number[] {
  return drawnBullets([shapes].flat(), wordsAt(lines), edges, clipped).map((bullet) => bullet.box.x0);
}

describe("a small shape", () => {
  test("is a bullet before a word at its height", () => {
    expect(bulletsAt(disc(100, 45), [[110, 50, "text"]])).toEqual([100]);
  });

  test("is none right behind a word of its line", () => {
    expect(bulletsAt(disc(100, 45), [[78, 50, "text"], [110, 50, "text"]])).toEqual([]);
  });

  test("is one where a wall stands between it and the word before", () => {
    expect(bulletsAt(disc(100, 45), [[78, 50, "text"], [110, 50, "text"]], [wall])).toEqual([100]);
  });

  test("is none of the text in another cell, where the page's end cuts it and walls start within it", () => {
    expect(bulletsAt([disc(100, 45), disc(100, 65)], [[200, 50, "apart"], [110, 70, "text"]], [{ ...wall, at: 150, from: 47 }])).toEqual([100]);
  });

  test("is one of the cell behind a wall that it reaches over, from that wall on", () => {
    expect(bulletsAt(disc(97, 45), [[106, 50, "text"]], [wall])).toEqual([99]);
  });

  test("is none on a rule that is a line of dots", () => {
    const row = [94, 98, 102].map((x) => disc(x, 45, 2));
    expect(bulletsAt(row, [[106, 50, "text"]], [{ axis: "horizontal", at: 46, from: 0, to: 200 }])).toEqual([]);
    const dots = [37, 41, 45, 49].map((y) => disc(97.5, y, 2));
    expect(bulletsAt(dots, [[106, 50, "text"]], [{ ...wall, at: 98.5 }])).toEqual([]);
  });

  test("is none beside the edge between two lines of dots, as a browser draws the borders of two cells", () => {
    const pair = [97, 99].flatMap((x) => [37, 41, 45, 49].map((y) => disc(x, y, 2)));
    expect(bulletsAt(pair, [[106, 50, "text"]], [wall])).toEqual([]);
    expect(bulletsAt(disc(99, 45, 2), [[106, 50, "text"]], [wall])).toEqual([99]);
  });

  test("is none at the corner of two rules, which some engines draw by itself", () => {
    const floor: Edge = { axis: "horizontal", at: 46, from: 100, to: 200 };
    expect(bulletsAt(disc(98, 45, 2), [[106, 50, "text"]], [wall, floor])).toEqual([]);
    expect(bulletsAt(disc(98, 45, 2), [[106, 50, "text"]], [wall])).toEqual([99]);
  });

  test("is none without text behind it, or too far before it", () => {
    expect(bulletsAt(disc(100, 45), [[110, 70, "text"]])).toEqual([]);
    expect(bulletsAt(disc(100, 45), [[150, 50, "text"]])).toEqual([]);
  });

  test("is one far before its text where another at its x is near to its own", () => {
    const lines: SetLine[] = [
      [110, 50, "text"],
      [150, 70, "stretched"],
    ];
    expect(bulletsAt([disc(100, 45), disc(100, 65)], lines)).toEqual([100, 100]);
    expect(bulletsAt([disc(100, 45), disc(90, 65)], lines)).toEqual([100]);
    expect(bulletsAt([disc(100, 45), disc(100, 65)], lines, [{ ...wall, at: 120, from: 60 }])).toEqual([100]);
  });

  test("is one however far before its text between the rules of a cell", () => {
    const walls = [95, 220].map((at) => ({ ...wall, at }));
    expect(bulletsAt(disc(100, 45), [[170, 50, "stretched"]], walls)).toEqual([100]);
    expect(bulletsAt(disc(100, 45), [[170, 50, "stretched"]], walls.slice(1))).toEqual([]);
  });

  test("is none as large as a letter, or smaller than a dot", () => {
    expect(bulletsAt(disc(100, 42, 9), [[115, 50, "text"]])).toEqual([]);
    expect(bulletsAt(disc(100, 45, 1), [[110, 50, "text"]])).toEqual([]);
  });

  describe("without text behind it, like a bullet above it", () => {
    const walls = [99, 150].map((at) => ({ ...wall, at }));
    const lines: SetLine[] = [[110, 50, "text"], [160, 70, "beside"]];
    const baselines = (y: number, more: readonly SetLine[] = [], edges = walls): number[] =>
      drawnBullets([disc(100, 45), disc(100, y)], wordsAt([...lines, ...more]), edges).map((bullet) => bullet.baseline);

    test("is one at the end of its cell, whose text is on the next page", () => {
      expect(baselines(65)).toEqual([50, 70]);
      expect(baselines(65, [[110, 230, "page"]])).toEqual([50, 70]);
    });

    test("is none at the start of the page, which has the other half of its line", () => {
      expect(baselines(25)).toEqual([50]);
      expect(baselines(65, [[110, 85, "more"]])).toEqual([50]);
    });

    test("is none where no walls show its cell, and none that is not like it", () => {
      expect(baselines(65, [], walls.slice(1))).toEqual([50]);
      expect(bulletsAt([disc(100, 45), disc(104, 65)], [[110, 50, "text"]], walls)).toEqual([100]);
    });
  });

  test("is none of text that another page shows, cut off at the end of this one", () => {
    const lines: SetLine[] = [[110, 50, "text"], [110, 61, "more"]];
    const hidden = textAt("cut", 110, 38, { visibility: "clipped" });
    expect(bulletsAt([disc(100, 33), disc(100, 45)], lines, [], hidden)).toEqual([100]);
    expect(bulletsAt([disc(100, 33), disc(100, 45)], [[110, 39, "seen"], ...lines])).toEqual([100, 100]);
    expect(bulletsAt(disc(100, 41), lines, [], textAt("cut", 110, 46, { visibility: "clipped" }))).toEqual([]);
    expect(bulletsAt(disc(100, 41), lines, [], textAt("cut", 160, 46, { visibility: "clipped" }))).toEqual([100]);
  });
});
