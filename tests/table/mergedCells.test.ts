import { expect, test } from "vitest";
import { documentTable, matrix, textsOf } from "../support/smallMatrix.js";
import { columnLines, layoutOf, typed } from "../support/typed.js";

test("the matrix has one row where a cell that starts it spans the lines of the cells beside it", () => {
  const page = typed(`
NO    ACTION PLAN         RECOMMENDATION
=============================================
2     • study it          • go on
     ========================================
      • write it down     • go further
=============================================
1     • begin             • rest
=============================================`);
  const rowsOf = (field: string): string[][] => {
    const labelled = { ...matrix, columns: matrix.columns.map((column) => (column.field === field ? { ...column, starts: /^CMM/u } : column)) };
    const { strips } = documentTable([layoutOf({ words: page.words, edges: [...page.edges, ...columnLines([0, 5, 25, 45], 4)] })], labelled);
    return strips.map(({ cells }) => textsOf(cells, "advice"));
  };
  expect(rowsOf("number")).toEqual([["• go on", "• go further"], ["• rest"]]);
  expect(rowsOf("plan")).toEqual([["• go on"], ["• go further"], ["• rest"]]);
});
