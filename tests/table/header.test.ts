import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matchHeader, mayBeHeader } from "../../src/table/matrix/header.js";

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

describe("words that may be a header's", () => {
  const words = (line: string): { text: string }[] => line.split(" ").map((text) => ({ text }));

  test("are those of enough names", () => {
    expect(mayBeHeader(words("No. ACTION Recommen- dations"), columns)).toBe(true);
    expect(mayBeHeader(words("No action was taken"), columns)).toBe(false);
  });

  test("are all that any cells with names are made of", () => {
    const pieces = fc.constantFrom("Num", "ber", "Act", "ion", "plan’s", "Recommen-", "dation", "–", "of", "Asia", "(2)", "ﬁnal");
    const names = fc.constantFrom("No.", "NUMBERS", "Nu mb er", "N umber", "ACTION Plans", "Action/Plan", "Act ion Plan", "Recommen- dations", "RECOMMENDATION’s");
    const cell = fc.tuple(names, fc.array(pieces, { maxLength: 2 })).map(([name, more]) => [name, ...more].join(" "));
    let headers = 0;
    fc.assert(
      fc.property(fc.tuple(cell, cell, cell), (cells) => {
        if (matchHeader(cells, columns) === undefined) return;
        headers += 1;
        expect(mayBeHeader(words(cells.join(" ")), columns)).toBe(true);
      }),
      { seed: 1, numRuns: 2000 },
    );
    expect(headers).toBeGreaterThan(100);
  });
});
