import { describe, expect, test } from "vitest";
import type { Edge } from "../../src/layout/edges.js";
import { pageTables } from "../../src/table/grids/pageTables.js";
import { ruledTables } from "../../src/table/grids/ruledTables.js";
import { CHARACTER, LEADING, layoutOf, rowsOf, typed } from "../support/typed.js";

/** Vertical rules at characters of the typed text, over its lines from one to another, counted from 0. */
function walls(from: number, to: number, ...characters: readonly number[]): Edge[] {
  return characters.map((at) => ({ axis: "vertical", at: at * CHARACTER, from: 18 + from * LEADING, to: 18 + to * LEADING }));
}

describe("a table between rules", () => {
  test("has the rows that its rules draw, of as many lines as there are", () => {
    const { words, edges } = typed(`
==============================
 Name       Task
==============================
 Print      Sets type and
            prints it
==============================`);
    const { tables } = ruledTables([...edges, ...walls(0, 3, 0, 11, 30)], words);
    expect(tables.map(rowsOf)).toEqual([
      [
        ["Name", "Task"],
        ["Print", "Sets type and prints it"],
      ],
    ]);
  });

  test("has rows without rules where figures are stacked in a column", () => {
    const { words, edges } = typed(`
==============================
 State      Cases
==============================
 Alabama      120
 Alaska        12
 Arizona    1,044
==============================`);
    const { tables } = ruledTables([...edges, ...walls(0, 4, 0, 11, 30)], words);
    expect(tables.map(rowsOf)).toEqual([
      [
        ["State", "Cases"],
        ["Alabama", "120"],
        ["Alaska", "12"],
        ["Arizona", "1,044"],
      ],
    ]);
  });

  test("has headings between such rows on rows of their own", () => {
    const { words, edges } = typed(`
==============================
 State      Cases
==============================
 *South*
 Alabama      120
 Arkansas      12
 *West*
 Arizona    1,044
 Nevada        44
==============================`);
    const { tables } = ruledTables([...edges, ...walls(0, 7, 0, 11, 30)], words);
    expect(tables.map(rowsOf)[0]?.map((row) => row[0])).toEqual(["State", "South", "Alabama", "Arkansas", "West", "Arizona", "Nevada"]);
  });

  test("keeps a year at the end of a text in its row", () => {
    const { words, edges } = typed(`
==============================
 No   Meeting
==============================
 7    Gwangju, Korea
      2016
==============================`);
    const { tables } = ruledTables([...edges, ...walls(0, 3, 0, 5, 30)], words);
    expect(tables.map(rowsOf)[0]?.[1]).toEqual(["7", "Gwangju, Korea 2016"]);
  });

  test("has the columns of its header where the body has no vertical rules", () => {
    const { words, edges } = typed(`
==============================
 State     Cases     Rate
==============================
 Alabama     120      4.1
==============================
 Alaska       12     10.0
==============================`);
    const { tables } = ruledTables([...edges, ...walls(0, 1, 10, 20), ...walls(0, 3, 0, 30)], words);
    expect(tables.map(rowsOf)[0]?.slice(1)).toEqual([
      ["Alabama", "120", "4.1"],
      ["Alaska", "12", "10.0"],
    ]);
  });

  test("loses a title and notes that are set in it", () => {
    const { words, edges } = typed(`
==============================
 Table 3. Cases by state
==============================
 State      Cases
==============================
 Alabama      120
==============================
 Source: own counts
==============================`);
    const { tables } = ruledTables([...edges, ...walls(1, 3, 11), ...walls(0, 4, 0, 30)], words);
    expect(tables.map(rowsOf)).toEqual([
      [
        ["State", "Cases"],
        ["Alabama", "120"],
      ],
    ]);
  });
});

describe("no table", () => {
  test("is a frame around text", () => {
    const { words, edges } = typed(`
==============================
 Some words in a box that are
 no table
==============================`);
    expect(pageTables(layoutOf({ words, edges: [...edges, ...walls(0, 2, 0, 30)] })).tables).toEqual([]);
  });

  test("is a chart whose bars run through its numbers", () => {
    const { words, edges } = typed(`
==============================
2001  30.5 49.0
==============================
2005  29.7 48.6
==============================`);
    const cut = words.flatMap((word) => {
      if (!word.text.includes(".")) return [word];
      const middle = (word.box.x0 + word.box.x1) / 2;
      return [
        { ...word, text: word.text.slice(0, 2), box: { ...word.box, x1: middle } },
        { ...word, text: word.text.slice(2), box: { ...word.box, x0: middle } },
      ];
    });
    const bars = cut.filter((word) => word.text.startsWith(".")).map((word) => word.box.x0 / CHARACTER);
    const { tables } = ruledTables([...edges, ...walls(0, 2, 0, 5, 30, ...new Set(bars))], cut);
    expect(tables).toEqual([]);
  });

  test("is a single row, which is told apart for the page before", () => {
    const { words, edges } = typed(`
==============================
 Name       Task
==============================`);
    const { tables, rows } = ruledTables([...edges, ...walls(0, 1, 0, 11, 30)], words);
    expect(tables).toEqual([]);
    expect(rows.map(rowsOf)).toEqual([[["Name", "Task"]]]);
  });
});
