import { expect, test } from "vitest";
import type { Strip } from "../../src/table/matrix/strip.js";
import { centredStarts } from "../../src/table/pages/centredKeys.js";
import { type SetLine, kept, partOf } from "../support/cells.js";

test("a key stands at the top of its row where most columns start level with it, each counted once though an engine cut off the last line of a cell", () => {
  const lines = (from: number, count: number): SetLine[] => Array.from({ length: count }, (_, i) => [0, from + 12 * i, "text"]);
  const cell = [...lines(20, 3), ...lines(100, 3)];
  const cut = ["list", "plan", "advice"].map((field) => partOf([[0, 480, "cut off"]], field));
  const cells = [partOf([[0, 20, "two"], [0, 100, "one"]], "key"), partOf(cell, "list"), partOf(cell, "plan"), partOf(lines(20, 20), "advice"), ...cut];
  const strip: Strip = { page: 1, top: 0, bottom: 500, first: true, ruled: false, broken: false, closed: false, cells };
  const keys = [20, 100].map((baseline) => ({ baseline, size: 10, id: String(baseline), field: "key" }));
  expect(centredStarts([{ strip: kept(strip), keys }], () => false)).toEqual([
    { key: keys[0], strip: 0, y: 13 },
    { key: keys[1], strip: 0, y: 93 },
  ]);
});
