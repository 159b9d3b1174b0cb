import { describe, expect, test } from "vitest";
import { linesOf } from "../../src/layout/lines.js";
import type { GridTable } from "../../src/table/grids/grid.js";
import { isRuledRow, isRuledTable, isTextTable } from "../../src/table/grids/plausible.js";
import { wordsAt } from "../support/cells.js";

/** Points of a column and of a row. */
const WIDTH = 100;
const HEIGHT = 20;

/** A table of one line a cell; `bold` says which rows are. */
function grid(rows: readonly (readonly string[])[], bold: readonly number[] = []): GridTable {
  const cells = rows.flatMap((texts, row) =>
    texts.map((text, col) => {
      const words = text === "" ? [] : wordsAt([[col * WIDTH + 5, row * HEIGHT + 15, text]]).map((word) => ({ ...word, bold: bold.includes(row) }));
      const box = { x0: col * WIDTH, y0: row * HEIGHT, x1: (col + 1) * WIDTH, y1: (row + 1) * HEIGHT };
      return { row, col, rowspan: 1, colspan: 1, lines: linesOf(words), box };
    }),
  );
  const columns = rows[0]?.length ?? 0;
  return { box: { x0: 0, y0: 0, x1: columns * WIDTH, y1: rows.length * HEIGHT }, rows: rows.length, columns, cells };
}

/** A rule below the first row. */
const UNDER_HEADER = HEIGHT;

describe("a grid of ruling lines", () => {
  test("is a table where two rows of two columns have text", () => {
    expect(isRuledTable(grid([["Name", "Task"], ["Print", "Sets type"]]))).toBe(true);
  });

  test.each([
    ["less", [["Name", "Task"], ["Print", ""]]],
    ["one row", [["Name", "Task", "Since", "Until"]]],
    ["one column", [["Name", ""], ["Task", ""], ["Since", ""], ["Until", ""]]],
    ["few of many cells", [["a", "b", "", "", "", ""], ["c", "d", "", "", "", ""]]],
    ["the ticks of an axis along a row", [["Sales", "", "", ""], ["10", "20", "30", "40"]]],
    ["the ticks of an axis down a column", [["40", "high"], ["30", "more"], ["20", "less"], ["10", "low"]]],
  ])("is none with %s", (_, rows) => {
    expect(isRuledTable(grid(rows))).toBe(false);
  });

  test.each([
    ["years along a row", [["", "2015", "2016", "2017", "2018"], ["Sales", "a", "b", "c", "d"]]],
    ["numbers that rise down a column", [["10", "a"], ["20", "b"], ["30", "c"], ["40", "d"]]],
    ["numbers in uneven steps", [["Sales", "", "", ""], ["10", "20", "30", "41"]]],
  ])("is one with %s", (_, rows) => {
    expect(isRuledTable(grid(rows))).toBe(true);
  });

  test("is none where its lines run through words", () => {
    const whole = grid([["Name", "Task"], ["Print", "Sets type"]]);
    const cells = whole.cells.map((cell) => (cell.col === 0 ? { ...cell, lines: linesOf(wordsAt([[5, cell.row * HEIGHT + 15, "a".repeat(20)]])) } : cell));
    expect(isRuledTable({ ...whole, cells })).toBe(false);
  });

  test("is a row where it has one, with text", () => {
    expect(isRuledRow(grid([["Name", ""]]))).toBe(true);
    expect(isRuledRow(grid([["", ""]]))).toBe(false);
    expect(isRuledRow(grid([["Name"]]))).toBe(false);
    expect(isRuledRow(grid([["Name", "a"], ["Task", "b"]]))).toBe(false);
  });
});

describe("a grid that text alone shows", () => {
  const words = [["Name", "Task", "Place"], ["Print", "Sets type", "Sofia"], ["Bind", "Sews", "Paris"], ["Ship", "Sends", "Rome"]];

  test("is a table where numbers fill two rows behind the first column, three of two columns", () => {
    expect(isTextTable(grid([["Name", "a", "b"], ["Print", "1", "2"], ["Bind", "3", "4"]]), [])).toBe(true);
    expect(isTextTable(grid([["Name", "a"], ["Print", "1"], ["Bind", "2"]]), [])).toBe(false);
    expect(isTextTable(grid([["Name", "a"], ["Print", "1"], ["Bind", "2"], ["Ship", "7"]]), [])).toBe(true);
  });

  test("is none where most of what stands there are words, or nothing has a name", () => {
    expect(isTextTable(grid([["Name", "a", "b", "c"], ["Print", "1", "x y", "z"], ["Bind", "3", "all of", "them"]]), [])).toBe(false);
    expect(isTextTable(grid([["5", "7", "1"], ["3", "2", "9"], ["8", "3", "4"]]), [])).toBe(false);
    expect(isTextTable(grid([["", "7", "1"], ["Print", "2", "9"], ["Bind", "3", "4"]]), [])).toBe(true);
  });

  test("is none where few of its cells have text", () => {
    expect(isTextTable(grid([["Name", "a", "", "", "", ""], ["Print", "1", "", "", "", ""], ["Bind", "3", "", "", "", ""]]), [])).toBe(false);
  });

  test("is one of words where a header in bold stands above a rule, or several rules divide it", () => {
    expect(isTextTable(grid(words), [])).toBe(false);
    expect(isTextTable(grid(words), [UNDER_HEADER])).toBe(false);
    expect(isTextTable(grid(words, [0]), [UNDER_HEADER])).toBe(true);
    expect(isTextTable(grid(words), [UNDER_HEADER, 2 * UNDER_HEADER])).toBe(true);
    expect(isTextTable(grid(words), [0, 80])).toBe(false);
    expect(isTextTable(grid(words.slice(0, 2), [0]), [UNDER_HEADER])).toBe(false);
  });

  test("is one of words where a header is in bold above three rows of three columns, most of them filled", () => {
    expect(isTextTable(grid(words, [0]), [])).toBe(true);
    expect(isTextTable(grid(words, [0, 1, 2, 3]), [])).toBe(false);
    expect(isTextTable(grid(words.slice(0, 3), [0]), [])).toBe(false);
    expect(isTextTable(grid(words.map(([first = "", second = ""]) => [first, second]), [0]), [])).toBe(false);
    expect(isTextTable(grid(words.map((row, i) => (i === 3 ? ["Ship", "", ""] : i === 2 ? ["Bind", "", "Paris"] : row)), [0]), [])).toBe(false);
  });
});
