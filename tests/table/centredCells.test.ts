import { expect, test } from "vitest";
import type { Strip } from "../../src/table/matrix/strip.js";
import { startsOfCentredCells } from "../../src/table/pages/centredCells.js";
import { type SetLine, kept, partOf } from "../support/cells.js";

/** Lines around a middle, 12 points apart. */
function around(middle: number, count: number): SetLine[] {
  return Array.from({ length: count }, (_, i) => [0, middle - 6 * (count - 1) + 12 * i, "text"]);
}

/** Where rows start that have so many lines around the middles of their keys, in the columns beside it. */
function startsOf(rows: readonly { readonly middle: number; readonly counts: readonly number[] }[], lined = false): (number | undefined)[] {
  const fields = ["list", "plan", "advice", "next"];
  const cells = [
    partOf(rows.map(({ middle }): SetLine => [0, middle, String(middle)]), "key"),
    ...fields.map((field, i) => partOf(rows.flatMap(({ middle, counts }) => around(middle, counts[i]!)), field)),
  ];
  const strip: Strip = { page: 1, top: 0, bottom: 500, first: true, ruled: false, broken: false, closed: false, cells };
  const keys = rows.map(({ middle }) => ({ baseline: middle, size: 10, id: String(middle), field: "key" }));
  return startsOfCentredCells([{ strip: kept(strip), keys }], () => lined).map((start) => start?.y);
}

test("rows start where all their cells, of whatever height, have the same middle", () => {
  const rows = [{ middle: 60, counts: [3, 5, 7, 1] }, { middle: 160, counts: [9, 2, 4, 3] }];
  expect(startsOf(rows)).toEqual([-Infinity, 101]);
});

test("such a row may go on in parts without a key, whose cells have a middle of their own", () => {
  const rows = [{ middle: 60, counts: [3, 5, 7, 1] }, { middle: 160, counts: [9, 2, 4, 3] }];
  const [first, second] = rows as [(typeof rows)[number], (typeof rows)[number]];
  const cells = [first, { middle: 240, counts: [2, 3, 1, 2] }, { ...second, middle: 330 }];
  const fields = ["list", "plan", "advice", "next"].map((field, i) => partOf(cells.flatMap(({ middle, counts }) => around(middle, counts[i]!)), field));
  const strip: Strip = { page: 1, top: 0, bottom: 500, first: true, ruled: false, broken: false, closed: false, cells: [partOf([[0, 60, "a"], [0, 330, "b"]], "key"), ...fields] };
  const keys = [60, 330].map((baseline) => ({ baseline, size: 10, id: String(baseline), field: "key" }));
  expect(startsOfCentredCells([{ strip: kept(strip), keys }], () => false).map((start) => Math.round(start?.y ?? 0))).toEqual([-Infinity, 264]);
});

test("cells of the same height show nothing, and neither do cells with middles of their own", () => {
  expect(startsOf([{ middle: 60, counts: [3, 3, 3, 3] }])).toEqual([undefined]);
  const cells = ["key", "list", "plan", "advice"].map((field, i) => partOf(around(60 + 12 * i, 1 + 2 * i), field));
  const strip: Strip = { page: 1, top: 0, bottom: 500, first: true, ruled: false, broken: false, closed: false, cells };
  expect(startsOfCentredCells([{ strip: kept(strip), keys: [{ baseline: 60, size: 10, id: "1", field: "key" }] }], () => false)).toEqual([undefined]);
});

test("a row that lines surround starts at the first of these", () => {
  expect(startsOf([{ middle: 60, counts: [3, 3, 3, 3] }], true)).toEqual([-Infinity]);
});

test("a row is between its neighbours' keys, also where cells over more rows have one middle", () => {
  const from = (first: number, last: number): SetLine[] => Array.from({ length: (last - first) / 12 + 1 }, (_, i) => [0, first + 12 * i, "text"]);
  const cells = [
    partOf([[0, 60, "1"], [0, 160, "2"], [0, 260, "3"]], "key"),
    partOf([...from(48, 60), ...around(160, 9), ...from(260, 272)], "list"),
    partOf([...from(36, 60), ...around(160, 2), ...from(248, 284)], "plan"),
    partOf([...from(24, 60), ...around(160, 4), ...from(260, 296)], "advice"),
  ];
  const strip: Strip = { page: 1, top: 0, bottom: 500, first: true, ruled: false, broken: false, closed: false, cells };
  const keys = [60, 160, 260].map((baseline) => ({ baseline, size: 10, id: String(baseline), field: "key" }));
  expect(startsOfCentredCells([{ strip: kept(strip), keys }], () => false).map((start) => start?.y)).toEqual([undefined, 83, undefined]);
});

test("cells have the same middle up to half a font size", () => {
  const off = (by: number): SetLine[][] => [[[0, 60, "1"]], around(60, 9), around(60 + by, 4), around(60, 2)];
  const start = (by: number): (number | undefined)[] => {
    const cells = off(by).map((lines, i) => partOf(lines, ["key", "list", "plan", "advice"][i]));
    const strip: Strip = { page: 1, top: 0, bottom: 500, first: true, ruled: false, broken: false, closed: false, cells };
    return startsOfCentredCells([{ strip: kept(strip), keys: [{ baseline: 60, size: 10, id: "1", field: "key" }] }], () => false).map((found) => found?.y);
  };
  expect([4.9, 5.1, -4.9, -5.1].map(start)).toEqual([[-Infinity], [undefined], [-Infinity], [undefined]]);
});

test("three of a row's cells have white space above them, by more than half a font size", () => {
  expect(startsOf([{ middle: 60, counts: [9, 8, 8, 9] }])).toEqual([-Infinity]);
  expect(startsOf([{ middle: 60, counts: [9, 8, 9, 9] }])).toEqual([undefined]);
  expect(startsOf([{ middle: 60, counts: [9, 8, 8, 0] }])).toEqual([-Infinity]);
});
