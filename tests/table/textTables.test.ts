import { describe, expect, test } from "vitest";
import { textTables } from "../../src/table/textTables.js";
import { rowsOf, typed } from "../support/typed.js";

/** The tables that typed text shows, row by row. */
function tablesIn(text: string): string[][][] {
  const { words, edges } = typed(text);
  return textTables(words, edges).map(rowsOf);
}

describe("columns", () => {
  test("come from white space that runs down, and numbers keep to the right", () => {
    expect(
      tablesIn(`
State          Cases   Rate
Alabama          120    4.1
Alaska            12   10.0
Arizona        1,044    7.5`),
    ).toEqual([
      [
        ["State", "Cases", "Rate"],
        ["Alabama", "120", "4.1"],
        ["Alaska", "12", "10.0"],
        ["Arizona", "1,044", "7.5"],
      ],
    ]);
  });

  test("have signs beside their numbers and none of their own", () => {
    expect(
      tablesIn(`
                 2008        2007
Cash        $     120   $      99
Inventory           7           8
Total       $     127   $     107`)[0],
    ).toEqual([
      ["", "2008", "2007"],
      ["Cash", "$ 120", "$ 99"],
      ["Inventory", "7", "8"],
      ["Total", "$ 127", "$ 107"],
    ]);
  });

  test("lose the dots that lead to them", () => {
    expect(
      tablesIn(`
Item                      Amount
Travel ..................     12
Rent and utilities ......    340
Total ...................    352`)[0],
    ).toEqual([
      ["Item", "Amount"],
      ["Travel", "12"],
      ["Rent and utilities", "340"],
      ["Total", "352"],
    ]);
  });
});

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

describe("rows", () => {
  test("go on where a label broke, with the numbers on its last line", () => {
    expect(
      tablesIn(`
                                2008   2009
Centers for disease control
and prevention                    12     13
Indian health service              5      6
Substance abuse and mental
health services                    7      8`)[0]?.slice(1),
    ).toEqual([
      ["Centers for disease control and prevention", "12", "13"],
      ["Indian health service", "5", "6"],
      ["Substance abuse and mental health services", "7", "8"],
    ]);
  });

  test("go on where a label broke, with the numbers on its first line", () => {
    expect(
      tablesIn(`
                                2008   2009
Centers for disease control       12     13
and prevention
Indian health service              5      6
Total                             17     19`)[0]?.slice(1),
    ).toEqual([
      ["Centers for disease control and prevention", "12", "13"],
      ["Indian health service", "5", "6"],
      ["Total", "17", "19"],
    ]);
  });

  test("are headings where a label stands alone", () => {
    expect(
      tablesIn(`
                        2008   2009
Receipts
  Taxes and social fees   12     13
  Fees                     5      6
Outlays
  Defense                 17     19`)[0]?.map((row) => row[0]),
    ).toEqual(["", "Receipts", "Taxes and social fees", "Fees", "Outlays", "Defense"]);
  });

  test("of text go on until a label begins", () => {
    expect(
      tablesIn(`
*Program*      *What* *it* *does*              *Agency*
===================================================
Block grants   Formula grants for a broad      Department
               range of services               of Health
Training       Job search and instruction      Labor
               for dislocated workers
===================================================`)[0]?.slice(1),
    ).toEqual([
      ["Block grants", "Formula grants for a broad range of services", "Department of Health"],
      ["Training", "Job search and instruction for dislocated workers", "Labor"],
    ]);
  });

  test("end before the notes", () => {
    expect(
      tablesIn(`
State          Cases   Rate
===========================
Alabama          120    4.1
Alaska            12   10.0
===========================
a  Preliminary figures only`)[0],
    ).toHaveLength(3);
  });
});

describe("what is no table", () => {
  test("prose in two columns", () => {
    const left = "the quick brown fox jumps over a lazy";
    const right = "dog and then sleeps until it is noon";
    expect(tablesIn(Array.from({ length: 12 }, () => `${left}    ${right}`).join("\n"))).toEqual([]);
  });

  test("contents with page numbers", () => {
    expect(
      tablesIn(`
Introduction ............... 1
Background ................. 4
Formula grants ............. 7
Issues for Congress ....... 12`),
    ).toEqual([]);
  });

  test("a list with numbers before its items", () => {
    expect(
      tablesIn(`
1.   An item of the list
2.   Another item of it
3.   The last of its items`),
    ).toEqual([]);
  });

  test("the axis of a chart", () => {
    expect(
      tablesIn(`
100           97   88
 75           14   55
 50            8   22
 25            3   11`),
    ).toEqual([]);
  });
});

test("a table in one of two columns of prose is found", () => {
  const prose = (line: string): string => `${"the quick brown fox jumps over it all".padEnd(42)}${line}`;
  const right = [
    ...Array.from({ length: 9 }, () => "dog and then sleeps until it is noon"),
    "State          Cases   Rate",
    "Alabama          120    4.1",
    "Alaska            12   10.0",
    ...Array.from({ length: 9 }, () => "dog and then sleeps until it is noon"),
  ];
  expect(tablesIn(right.map(prose).join("\n"))).toEqual([
    [
      ["State", "Cases", "Rate"],
      ["Alabama", "120", "4.1"],
      ["Alaska", "12", "10.0"],
    ],
  ]);
});

test("a table most of whose lines go on with texts behind the labels is one", () => {
  const [table] = tablesIn(`
=====================================
*Name*     *Cases*  *Share*   *Remarks*
=====================================
Alabama       120      4.1   counted in
                             every place
                             but one
Alaska         12     10.0   counted in
                             no place
                             at all`);
  expect(table?.map((row) => row[0])).toEqual(["Name", "Alabama", "Alaska"]);
});

test("texts under a header's rule, the last there is, are the table's body", () => {
  expect(
    tablesIn(`
================================
*Task*       *Owner*      *Place*
================================
Set type     Ann          here
Bind it      Bob          there
Sew it       Cleo Porter  nowhere`),
  ).toEqual([
    [
      ["Task", "Owner", "Place"],
      ["Set type", "Ann", "here"],
      ["Bind it", "Bob", "there"],
      ["Sew it", "Cleo Porter", "nowhere"],
    ],
  ]);
});

test("texts further apart than the lines of a cell are rows, also where nothing tells that they end", () => {
  const { words, edges } = typed(`
================================
*Task*       *Owner*      *Place*
================================
Set all      Ann Boles    here

Bindings     Bob Smithy   there

Sew more     Cleo Porter  nowhere`);
  expect(textTables(words, edges).map(rowsOf)[0]).toHaveLength(4);
});
