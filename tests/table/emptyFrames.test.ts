import { expect, test } from "vitest";
import type { Edge } from "../../src/layout/edges.js";
import { documentTable, matrix, textsOf } from "../support/smallMatrix.js";
import { CHARACTER, type TypedPage, columnLines, layoutOf, typed } from "../support/typed.js";

/** The lines of the matrix' columns, beside the lines that are typed. */
function ruled({ words, edges }: TypedPage, lines: number): TypedPage {
  return { words, edges: [...edges, ...columnLines([0, 5, 25, 45], lines)] };
}

/** A box of two cells as wide as the matrix, with nothing in it. */
function emptyBox(top: number, bottom: number): Edge[] {
  const [left, right] = [0, 45 * CHARACTER];
  return [
    ...[top, bottom].map((at): Edge => ({ axis: "horizontal", at, from: left, to: right })),
    ...[left, right / 2, right].map((at): Edge => ({ axis: "vertical", at, from: top, to: bottom })),
  ];
}

test("the matrix goes on below a box that has nothing in it", () => {
  const page = typed(`
=============================================
NO    ACTION PLAN         RECOMMENDATION
=============================================
2     • study it          • go on
=============================================`);
  const next = typed(`
=============================================
1     • begin             • rest
=============================================`);
  const moved = (y: number): TypedPage => ({
    words: next.words.map((word) => ({ ...word, box: { ...word.box, y0: word.box.y0 + y, y1: word.box.y1 + y }, baseline: word.baseline + y })),
    edges: [...next.edges, ...columnLines([0, 5, 25, 45], 1)].map((edge) =>
      edge.axis === "horizontal" ? { ...edge, at: edge.at + y } : { ...edge, from: edge.from + y, to: edge.to + y },
    ),
  });
  const rows = (second: TypedPage): string[] =>
    documentTable([layoutOf(ruled(page, 2)), layoutOf(second, 2)], matrix).strips.flatMap(({ cells }) => textsOf(cells, "plan"));
  expect(rows(moved(0))).toEqual(["• study it", "• begin"]);
  const below = moved(100);
  expect(rows({ words: below.words, edges: [...emptyBox(20, 60), ...below.edges] })).toEqual(["• study it", "• begin"]);
});
