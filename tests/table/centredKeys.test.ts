import { describe, expect, test } from "vitest";
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

/** Lines from a baseline on, 12 points apart. */
function block(from: number, count: number): SetLine[] {
  return Array.from({ length: count }, (_, i) => [0, from + 12 * i, "text"]);
}

/** A strip of columns beside the one of the keys, with these keys at the given baselines. */
function keyed(baselines: readonly number[], columns: readonly (readonly SetLine[])[], page = 1): KeyedStrip {
  const fields = ["list", "plan", "advice", "next"];
  const key = baselines.length === 0 ? [] : [partOf(baselines.map((y): SetLine => [0, y, String(y)]), "key", page)];
  const cells = [...key, ...columns.map((lines, i) => partOf(lines, fields[i], page))];
  const strip: Strip = { page, top: 0, bottom: 500, first: page === 1, ruled: false, broken: false, closed: false, cells };
  return { strip: kept(strip), keys: baselines.map((baseline) => ({ baseline, size: 10, id: String(baseline), field: "key" })) };
}

/** Where the rows of keys start: the strip, the y in it, and "?" where nothing shows it. */
function startsIn(strips: readonly KeyedStrip[], isOneRow: (strip: number) => boolean = () => false): string[] {
  return centredStarts(strips, isOneRow).map(({ key, strip, y }) => `${strip}: ${Math.round(y)}${key.undecided === true ? "?" : ""}`);
}

describe("below a row that starts with its key, a row starts at the white band", () => {
  const columns = [0, 1, 2].map(() => [...block(20, 5), ...block(100, 9)]);

  test("from which its key is in the middle, give or take one font size", () => {
    expect(startsIn([keyed([20, 148], columns)])).toEqual(["0: 13", "0: 81"]);
    expect([139.5, 156.5].map((key) => startsIn([keyed([20, key], columns)])[1])).toEqual(["0: 81", "0: 81"]);
    expect([136.5, 159.5].map((key) => startsIn([keyed([20, key], columns)])[1])).toEqual(["0: 81?", "0: 81?"]);
  });

  test("which is where the row above it ends, if that one's key is in its middle", () => {
    expect(startsIn([keyed([44, 159.5], columns)])).toEqual(["0: -Infinity", "0: 81"]);
  });

  test("if half of the columns have a paragraph level with its key, which may be chance, but not if it is further from the middle", () => {
    const split = (level: number): SetLine[][] => [0, 1, 2, 3].map((i) => [...block(20, 5), ...(i < level ? [...block(100, 3), ...block(139.5, 5)] : block(100, 9))]);
    expect(startsIn([keyed([20, 139.5], split(2))])).toEqual(["0: 13", "0: 81"]);
    const far = (level: number): SetLine[][] => [0, 1, 2, 3].map((i) => [...block(20, 5), ...(i < level ? [...block(100, 2), ...block(128, 6)] : block(100, 9))]);
    expect([1, 2, 3, 4].map((level) => startsIn([keyed([20, 128], far(level))])[1])).toEqual(["0: 81?", "0: 121", "0: 121", "0: 121"]);
  });

  test("and at its key where a paragraph of each column is level with it, by a tenth of a font size", () => {
    const level = (by: number): SetLine[][] => [0, 1, 2].map(() => [...block(20, 5), ...block(100, 3), ...block(148 + by, 5)]);
    expect(startsIn([keyed([20, 148], level(1.1))])[1]).toBe("0: 141");
    expect(startsIn([keyed([20, 148], level(-1.1))])[1]).toBe("0: 141");
    expect(startsIn([keyed([20, 148], level(1.3))])[1]).toBe("0: 81");
  });

  test("and columns that have no text in the row show nothing", () => {
    const columns = (last: number): SetLine[][] => [[...block(20, 5), ...block(100, 2), ...block(128, 6), ...block(last, 3)], ...[0, 1].map(() => [...block(20, 5), ...block(last, 3)])];
    expect(startsIn([keyed([20, 128, 300], columns(300))])).toEqual(["0: 13", "0: 121", "0: 293"]);
    expect(startsIn([keyed([20, 128, 300], columns(288))])[1]).toBe("0: 121?");
  });

  test("that is nearest above its key, if nothing shows which, and never at one below it or above the key before", () => {
    expect(startsIn([keyed([172], columns.map((lines) => [...lines, ...block(260, 3)]))])).toEqual(["0: 81?"]);
    expect(startsIn([keyed([20, 60], [0, 1, 2].map(() => block(20, 9)))])).toEqual(["0: 13", "0: 53?"]);
  });
});

test("a key on the first line of a strip is where its row starts, whatever is beside it", () => {
  expect(startsIn([keyed([20], [0, 1, 2].map(() => block(26, 9)))])).toEqual(["0: 13"]);
});

test("what is above a key belongs to its row where the columns show that this does not start with it", () => {
  const above = (baselines: readonly number[], columns: readonly (readonly SetLine[])[]): (boolean | undefined)[] =>
    centredStarts([keyed(baselines, columns)], () => false).map(({ aboveKey }) => aboveKey);
  const columns = [0, 1, 2].map(() => [...block(20, 5), ...block(100, 9)]);
  expect(above([20, 148], columns)).toEqual([false, true]);
  expect(above([44, 159.5], columns)).toEqual([true, false]);
  const level = [0, 1, 2].map((i) => [...block(20, 5), ...(i < 2 ? [...block(100, 3), ...block(139.5, 5)] : block(100, 9))]);
  expect(above([20, 139.5], level)).toEqual([false, false]);
});

describe("a key of a row that goes on on the next page", () => {
  const first = [0, 1, 2].map(() => [...block(20, 5), ...block(100, 6)]);
  const second = [0, 1, 2].map(() => block(20, 3));

  test("is in the middle of all its text, or of that on its page", () => {
    expect(startsIn([keyed([20, 148], first), keyed([], second, 2)])).toEqual(["0: 13", "0: 81"]);
    expect(startsIn([keyed([20, 130], first), keyed([], second, 2)])).toEqual(["0: 13", "0: 81"]);
    expect(startsIn([keyed([20, 148], first), keyed([], [0, 1, 2].map(() => block(20, 7)), 2)])).toEqual(["0: 13", "0: 81?"]);
  });

  test("may be on that page, below what starts on the page before", () => {
    const rest = [0, 1, 2].map(() => [...block(20, 5), ...block(100, 3)]);
    expect(startsIn([keyed([20], rest), keyed([44], [0, 1, 2].map(() => block(20, 7)), 2)])).toEqual(["0: 13", "0: 81"]);
  });
});

test("lines around a strip show that its row starts at its top, wherever its key is", () => {
  const columns = [0, 1, 2].map(() => [...block(20, 5), ...block(100, 9)]);
  expect(startsIn([keyed([160], columns)])).toEqual(["0: 81?"]);
  expect(startsIn([keyed([160], columns)], () => true)).toEqual(["0: -Infinity"]);
});

describe("rows whose cells have the same middle", () => {
  const around = (middle: number, count: number): SetLine[] => block(middle - 6 * (count - 1), count);
  const columns = (...rows: readonly (readonly [number, readonly number[]])[]): SetLine[][] => [0, 1, 2, 3].map((i) => rows.flatMap(([middle, counts]) => around(middle, counts[i]!)));

  test("start where their cells show it, if keys show less", () => {
    expect(startsIn([keyed([60, 160], columns([60, [3, 5, 7, 1]], [160, [9, 2, 4, 3]]))])).toEqual(["0: -Infinity", "0: 101"]);
  });

  test("and others among them where their keys show it", () => {
    const strip = keyed([60, 160, 260, 360], columns([60, [3, 5, 7, 1]], [160, [9, 2, 4, 3]], [260, [1, 1, 1, 1]], [360, [3, 5, 7, 2]]));
    expect(startsIn([strip])).toEqual(["0: -Infinity", "0: 101", "0: 253", "0: 289"]);
  });
});
