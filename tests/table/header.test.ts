import { describe, expect, test } from "vitest";
import { matchHeader } from "../../src/table/matrix/header.js";

const columns = [
  { field: "number", headers: ["NO", "NUMBER"] },
  { field: "plan", headers: ["ACTION PLAN"] },
  { field: "advice", headers: ["RECOMMENDATION"] },
];

describe("the names of a header", () => {
  test("are known where a column too narrow for them breaks them anywhere", () => {
    expect(matchHeader(["Nu mb er", "Act ion Plan", "Recommen dation s"], columns)).toEqual({ fields: ["number", "plan", "advice"], unknown: [], score: 3 });
  });

  test("are not known where pieces of them are left over", () => {
    expect(matchHeader(["Nu mb er ed", "ACTION PLAN", "RECOMMENDATION"], columns)).toBeUndefined();
  });
});
