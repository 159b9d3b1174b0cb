import { describe, expect, test } from "vitest";
import { wordsAt } from "../support/cells.js";
import { documentTable, first, matrix, textsOf } from "../support/smallMatrix.js";
import { columnLines, layoutOf, typed } from "../support/typed.js";

describe("the header of the matrix", () => {
  test("has words of its names that the profile does not know, where they stand beside the lines of the others", () => {
    const named = { ...matrix, columns: [...matrix.columns, { field: "next", headers: ["NEXT"] }] };
    const names = [[0, 20, "NO"], [150, 20, "RECOMMENDATION"], [250, 20, "NEXT"], [40, 14, "Words on the"], [40, 26, "ACTION PLAN"]] as const;
    const row = [[0, 50, "2"], [40, 50, "• study it"], [150, 50, "• go on"]] as const;
    const { strips, headers, heading } = documentTable([layoutOf({ words: wordsAt([...names, ...row]), edges: [] })], named);
    expect(headers[0]?.cells.map(({ text }) => text)).toEqual(["NO", "Words on the ACTION PLAN", "RECOMMENDATION", "NEXT"]);
    expect(textsOf(strips.flatMap((strip) => strip.cells), "plan")).toEqual(["• study it"]);
    expect(heading).toEqual([]);
  });

  test("has a name that is broken between lines, though the spaces between its words are as wide as gaps between columns", () => {
    const named = { ...matrix, columns: [{ field: "number", headers: ["NO"] }, { field: "plan", headers: ["PLAN OF ACTION"] }, { field: "advice", headers: ["RECOMMENDATION"] }, { field: "next", headers: ["NEXT"] }] };
    const names = [[0, 20, "NO"], [30, 20, "NEXT"], [60, 20, "RECOMMENDATION"], [160, 20, "PLAN"], [189, 20, "OF"], [160, 32, "ACTION"]] as const;
    const row = [[0, 60, "2"], [60, 60, "• go on"], [160, 60, "• partnership"]] as const;
    const { strips, headers } = documentTable([layoutOf({ words: wordsAt([...names, ...row]), edges: [] })], named);
    expect(headers[0]?.cells.map(({ text }) => text)).toEqual(["NO", "NEXT", "RECOMMENDATION", "PLAN OF ACTION"]);
    expect(textsOf(strips.flatMap((strip) => strip.cells), "plan")).toEqual(["• partnership"]);
  });

  test("has a name set wide that begins with a shorter name of its column, and itself begins a longer one", () => {
    const named = { ...matrix, columns: [{ field: "number", headers: ["NO"] }, { field: "plan", headers: ["ACTION", "ACTION PLAN", "ACTION PLAN OF MINISTERS"] }, { field: "advice", headers: ["RECOMMENDATION"] }] };
    const names = [[0, 20, "NO"], [60, 20, "ACTION"], [99, 20, "PLAN"], [160, 20, "RECOMMENDATION"]] as const;
    const row = [[0, 50, "2"], [60, 50, "• study it"], [160, 50, "• go on"]] as const;
    const { headers } = documentTable([layoutOf({ words: wordsAt([...names, ...row]), edges: [] })], named);
    expect(headers[0]?.cells.map(({ text }) => text)).toEqual(["NO", "ACTION PLAN", "RECOMMENDATION"]);
  });

  test("is no line that holds the words of names in other columns than theirs", () => {
    const page = typed(`${first}
No    Recommendation of   Action plan of
      the experts         the ministers`);
    const edges = columnLines([-1, 5, 25, 50], 6);
    const { strips, headers } = documentTable([layoutOf({ words: page.words, edges })], matrix);
    expect(headers).toHaveLength(1);
    expect(textsOf(strips.flatMap((strip) => strip.cells), "plan")).toContain("Recommendation of");
  });
});
