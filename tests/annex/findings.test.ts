import { describe, expect, test } from "vitest";
import { headingFindings, tableFindings } from "../../src/annex/findings.js";
import type { Finding } from "../../src/model/diagnostic.js";

describe("what is doubtful about a table", () => {
  const box = { x0: 0, y0: 0, x1: 9, y1: 9 };
  const columns = [{ field: "plan", headers: ["Plan"] }, { field: "advice", headers: ["Advice"] }, { field: "unnamed", headers: [] }];
  const table = (...cells: (readonly { text: string; field?: string; known: boolean }[])[]): Finding[] => {
    const headers = cells.map((ofPage, i) => ({ page: i + 1, box, glyphs: 4, cells: ofPage.map((cell) => ({ field: undefined, ...cell, box })) }));
    return tableFindings({ heading: [], furniture: [], homeless: [], strips: [], headers }, columns, () => [0, 0, 9, 9]);
  };

  test("are headers that nobody knows, each told once, and columns of which there is no header on any page", () => {
    const unknown = { text: "PLANS", field: "plan", known: false };
    expect(table([unknown], [unknown, { text: "NOTES", known: false }])).toEqual([
      { code: "header-unknown", actual: "PLANS", column: "plan", page: 1, bbox: [0, 0, 9, 9] },
      { code: "header-unknown", actual: "NOTES", page: 2, bbox: [0, 0, 9, 9] },
      { code: "header-missing", column: "advice" },
    ]);
  });

  test("are none where all columns are named somewhere; one without names needs no header", () => {
    expect(table([{ text: "Plan", field: "plan", known: true }], [{ text: "Advice", field: "advice", known: true }])).toEqual([]);
  });
});

test("what the title block lacks is told field by field", () => {
  expect(headingFindings({ annex: "Annex 1", title: null, period: null, lastUpdated: "2019-05-07", updatedBy: null })).toEqual(
    ["title", "period", "updatedBy"].map((field) => ({ code: "heading-missing", field })),
  );
});
