import { expect, test } from "vitest";
import type { Strip } from "../../src/table/matrix/strip.js";
import { centredStarts } from "../../src/table/pages/centredKeys.js";
import type { KeyedStrip, RowKey } from "../../src/table/pages/rowKey.js";
import { startsOf } from "../../src/table/pages/whiteRows.js";
import { type SetLine, kept, partOf } from "../support/cells.js";

test("a key stands at the top of its row where most columns start level with it, each counted once though an engine cut off the last line of a cell", () => {
  const lines = (from: number, count: number): SetLine[] => Array.from({ length: count }, (_, i) => [0, from + 12 * i, "text"]);
  const cell = [...lines(20, 3), ...lines(100, 3)];
  const cut = ["list", "plan", "advice"].map((field) => partOf([[0, 480, "cut off"]], field));
  const cells = [partOf([[0, 20, "two"], [0, 100, "one"]], "key"), partOf(cell, "list"), partOf(cell, "plan"), partOf(lines(20, 20), "advice"), ...cut];
  const strip: Strip = { page: 1, top: 0, bottom: 500, first: true, ruled: false, broken: false, closed: false, cells };
  const keys = [20, 100].map((baseline) => ({ baseline, size: 10, id: String(baseline), field: "key" }));
  expect(centredStarts([{ strip: kept(strip), keys }], () => false)).toMatchObject([
    { key: keys[0], strip: 0, y: 13 },
    { key: keys[1], strip: 0, y: 93 },
  ]);
});

test("the first line behind an engine's page break starts no paragraph: only cells with none of their column above do", () => {
  const cells = [partOf([[0, 20, "first"], [0, 32, "second"], [0, 60, "spaced"]], "list"), partOf([[0, 480, "cut off"], [0, 520, "spaced"], [0, 532, "last"]], "list"), partOf([[0, 480, "other"]], "plan")];
  expect(startsOf(cells).map((starts) => starts.map(({ baseline }) => baseline))).toEqual([[20, 60], [520], [480]]);
});

test("a row does not start with its key where the others' lines at its height only go on behind an engine's page break", () => {
  const lines = (from: number, count: number): SetLine[] => Array.from({ length: count }, (_, i) => [0, from + 12 * i, "text"]);
  const cell = [...lines(20, 9), ...lines(140, 9)];
  const fields = ["list", "plan", "advice"];
  const cut = fields.map((field) => partOf([[0, 260, "cut off"]], field));
  const strip = (own: Strip["cells"], page: number): KeyedStrip["strip"] => kept({ page, top: 0, bottom: 500, first: true, ruled: false, broken: false, closed: false, cells: own });
  const [one, two] = [68, 260].map((baseline) => ({ baseline, size: 10, id: String(baseline), field: "key" })) as [RowKey, RowKey];
  const first = strip([partOf([[0, 68, "two"], [0, 260, "one"]], "key"), ...fields.map((field) => partOf(cell, field)), ...cut], 1);
  const next = strip(fields.map((field) => partOf(lines(20, 9), field)), 2);
  const starts = centredStarts([{ strip: first, keys: [one, two] }, { strip: next, keys: [] }], () => false);
  expect(starts.map(({ key, y }) => [key.id, Math.round(y)])).toEqual([["68", -Infinity], ["260", 125]]);
});
