import { expect, test } from "vitest";
import type { Edge } from "../../src/layout/edges.js";
import { withCellRules } from "../../src/table/matrix/cellRules.js";
import type { Strip } from "../../src/table/matrix/strip.js";
import { partOf } from "../support/cells.js";

const across = (at: number, from: number, to: number): Edge => ({ axis: "horizontal", at, from, to });

/** The lines across each of two cells, 0 to 300 and 300 to 400, of a strip from 100 to 200. */
function rulesIn(edges: readonly Edge[], first = false): (readonly number[])[] {
  const cells = [partOf([[10, 120, "text"]]), { ...partOf([[310, 120, "text"]], "advice"), left: 300, right: 400 }];
  const strip: Strip = { page: 1, top: 100, bottom: 200, cells, first, ruled: true, broken: false, closed: true };
  return withCellRules(strip, edges).cells.map(({ rules }) => rules);
}

test("a line divides the cells that it runs across, from side to side", () => {
  expect(rulesIn([across(150, 0, 300)])).toEqual([[150], []]);
  expect(rulesIn([across(150, 3, 297), across(160, 0, 400)])).toEqual([[150, 160], [160]]);
  expect(rulesIn([across(150, 10, 290), { axis: "vertical", at: 150, from: 0, to: 400 }])).toEqual([[], []]);
});

test("the line above a strip divides it from the one above, except at the top of a page; that below it is the next one's", () => {
  expect(rulesIn([across(100, 0, 400), across(200, 0, 400)])).toEqual([[100], [100]]);
  expect(rulesIn([across(100, 0, 400), across(200, 0, 400)], true)).toEqual([[], []]);
});
