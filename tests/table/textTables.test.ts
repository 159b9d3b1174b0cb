import { describe, expect, test } from "vitest";
import { textTables } from "../../src/table/grids/textTables.js";
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

  test("have a sign for money with the number behind it, however far from it", () => {
    expect(
      tablesIn(`
                 Assets        Debts
Cash        $       120  $        99
Inventory             7            8
Machines             11           15
Total               138          122`)[0]?.[1],
    ).toEqual(["Cash", "$ 120", "$ 99"]);
  });

  test("begin close behind the longest label, nearer than columns are apart", () => {
    const { words, edges } = typed(`
State          Cases   Rate
Alabama          120    4.1
North Carolina    12   10.0
Arizona        1,044    7.5`);
    // Half a font size behind the label.
    const near = words.map((word) => (word.text === "12" ? { ...word, box: { ...word.box, x0: word.box.x0 - 15 } } : word));
    expect(textTables(near, edges).map(rowsOf)[0]?.[2]).toEqual(["North Carolina", "12", "10.0"]);
  });

  test("keep dots that stand for a value apart from those that lead to it", () => {
    expect(
      tablesIn(`
Item                   2008   2009
Travel ...............   12     14
Rent .................  ...     15
Total ................  352    361`)[0]?.[2],
    ).toEqual(["Rent", "...", "15"]);
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

  test("end at a heading in capitals, and where dots lead from a label", () => {
    expect(
      tablesIn(`
Age                   Cases   Rate
MALE
25 to 34 years .....     12    4.1
35 to 44 years .....     13    5.2
FEMALE
25 to 34 years .....     11    3.3
Of unknown sex
25 to 34 years .....      1    0.3`)[0]?.map((row) => row[0]),
    ).toEqual(["Age", "MALE", "25 to 34 years", "35 to 44 years", "FEMALE", "25 to 34 years", "Of unknown sex", "25 to 34 years"]);
  });

  test("end at a heading that stands under a number", () => {
    expect(
      tablesIn(`
State       Cases   Rate   Share
North         120    4.1     0.1
South          12   10.0     0.2
            West
Arizona     1,044    7.5     0.3
Nevada        144    8.5     0.4`)[0],
    ).toHaveLength(6);
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

  test("contents with ragged page numbers", () => {
    expect(
      tablesIn(`
Introduction ...........   1
Highlights of the report ........   5
Income ............   9
Poverty in all of the States .........   13
Health ..........   21`),
    ).toEqual([]);
  });

  test("numbers that name nothing", () => {
    expect(
      tablesIn(`
12      17      22
14      11      23
19      31      13`),
    ).toEqual([]);
  });

  test("the axes of a chart, with the first name under their corner", () => {
    expect(
      tablesIn(`
Cases
60           41.5
40      29           33
20           10.5    11
0
2001    2002    2003    2004`),
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

test("tables side by side are two where their titles are", () => {
  expect(
    tablesIn(`
Table 1. Workers              Table 2. Families
Age          2003   2004      Age          2003   2004
Under 18      120     99      Under 18       12     14
18 to 24      140    101      18 to 24       15     16`).map((table) => table[1]),
  ).toEqual([
    ["Under 18", "120", "99"],
    ["Under 18", "12", "14"],
  ]);
});
