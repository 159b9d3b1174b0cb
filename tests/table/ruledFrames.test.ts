import { expect, test } from "vitest";
import type { Edge } from "../../src/layout/edges.js";
import { groundsWithin, ruledFrames } from "../../src/table/evidence/ruledFrames.js";

const horizontal = (at: number, from: number, to: number): Edge => ({ axis: "horizontal", at, from, to });
const vertical = (at: number, from: number, to: number): Edge => ({ axis: "vertical", at, from, to });

test("lines that touch make one frame, those apart another", () => {
  const upper = [...[0, 100, 200].map((x) => vertical(x, 0, 50)), ...[0, 50].map((y) => horizontal(y, 0, 200))];
  const lower = [...[20, 60, 90, 140].map((x) => vertical(x, 100, 180)), ...[100, 140, 180].map((y) => horizontal(y, 20, 140))];
  expect(ruledFrames([...lower, ...upper]).map(({ columns, rows }) => ({ columns, rows }))).toEqual([
    { columns: [0, 100, 200], rows: [0, 50] },
    { columns: [20, 60, 90, 140], rows: [100, 140, 180] },
  ]);
});

test("coloured grounds divide a frame's rows where their sides run over its whole width and no line is drawn", () => {
  const [frame] = ruledFrames([...[0, 100, 200].map((x) => vertical(x, 0, 100)), horizontal(30, 0, 200)]);
  expect(frame && groundsWithin(frame, [horizontal(32, 0, 200), horizontal(60, 1, 199), horizontal(80, 0, 100), horizontal(120, 0, 200)])).toEqual([60]);
});

test("a drawing of very many lines that touch is read like any other", () => {
  const hatching = Array.from({ length: 150_000 }, (_, i) => vertical(i / 100, 0, 50));
  expect(ruledFrames([horizontal(0, 0, 1500), horizontal(50, 0, 1500), ...hatching])).toHaveLength(1);
});
