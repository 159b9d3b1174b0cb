import { describe, expect, test } from "vitest";
import { textTables } from "../../src/table/grids/textTables.js";
import { rowsOf, typed } from "../support/typed.js";

/** The tables that typed text shows, row by row. */
function tablesIn(text: string): string[][][] {
  const { words, edges } = typed(text);
  return textTables(words, edges).map(rowsOf);
}

describe("headers", () => {
  test("have names of several lines", () => {
    expect(
      tablesIn(`
            Number of   Share of
State       cases       total
Alabama           120        4.1
Alaska             12       10.0`)[0]?.[0],
    ).toEqual(["State", "Number of cases", "Share of total"]);
  });

  test("go on below where they found no room, also in one column only", () => {
    expect(
      tablesIn(`
State       Long name  Men      Women
            within
Alabama           120    4.1      7.2
Alaska             12   10.0      8.3`)[0]?.[0],
    ).toEqual(["State", "Long name within", "Men", "Women"]);
  });

  test("make a row more where a rule divides a name from the one above it", () => {
    const [table] = tablesIn(`
Name        Since      Number
==============================
            2004         2005
Alabama     (a)         (b)
Alaska      1,404        120
Arizona     3,204        440`);
    expect(table?.slice(0, 2)).toEqual([
      ["Name", "Since", "Number"],
      ["", "2004", "2005"],
    ]);
  });

  test("may stand in the middle of their header's height", () => {
    expect(
      tablesIn(`
             1997             2002
State
           Men   Women      Men   Women
Alabama     12      14       15      16
Alaska      17      18       19      20`)[0]?.slice(0, 2),
    ).toEqual([
      ["State", "1997", ">", "2002", ">"],
      ["^", "Men", "Women", "Men", "Women"],
    ]);
  });

  test("begin under the table's upper rule, whatever rules are between them", () => {
    expect(
      tablesIn(`
====================================
             1997            2002
         =========================
State     Men   Women      Men   Women
====================================
Alabama    12      14       15      16
Alaska     17      18       19      20`)[0]?.[0],
    ).toEqual(["State", "1997", ">", "2002", ">"]);
  });

  test("may be units", () => {
    expect(
      tablesIn(`
State       Cases      %
Alabama       197     12
Alaska        201     13`)[0]?.[0],
    ).toEqual(["State", "Cases", "%"]);
  });

  test("are no numbers of five digits that begin as years do", () => {
    expect(
      tablesIn(`
State       Cases
Alabama     19724
Alaska      20131
Arizona     44021`)[0]?.[1],
    ).toEqual(["Alabama", "19724"]);
  });

  test("have headings centred over the columns that they span", () => {
    expect(
      tablesIn(`
               1997             2002
State       Men   Women      Men   Women
Alabama      12      14       13      15
Alaska        1       2        3       4`)[0]?.slice(0, 2),
    ).toEqual([
      ["State", "1997", ">", "2002", ">"],
      ["^", "Men", "Women", "Men", "Women"],
    ]);
  });

  test("have headings over the columns that a rule below them covers", () => {
    expect(
      tablesIn(`
          Share
          =====================
State     Men   Women  Children   Total
Alabama    12      14        13      15
Alaska      1       2         3       4`)[0]?.slice(0, 2),
    ).toEqual([
      ["State", "Share", ">", ">", "Total"],
      ["^", "Men", "Women", "Children", "^"],
    ]);
  });

  test("are no title above the table", () => {
    expect(
      tablesIn(`
         Key figures
State        Cases     Rate
Alabama        120      4.1
Alaska          12     10.0`)[0]?.[0],
    ).toEqual(["State", "Cases", "Rate"]);
  });
});
