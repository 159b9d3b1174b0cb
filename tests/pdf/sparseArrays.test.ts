import { afterAll, expect, test } from "vitest";
import { searchSparsely } from "../../src/pdf/pdfjs/sparseArrays.js";

const own = Reflect.getOwnPropertyDescriptor(Array.prototype, "indexOf");
searchSparsely();
afterAll(() => {
  Object.defineProperty(Array.prototype, "indexOf", own ?? {});
});

test("an array of billions of holes is searched by its values, in order", () => {
  const glyphs: string[] = [];
  glyphs[4_294_967_294] = "A";
  glyphs[2_147_483_647] = "B";
  glyphs[7] = "A";
  let asked = 0;
  const holes = new Proxy(glyphs, {
    get: (target, key): unknown => {
      asked += 1;
      return Reflect.get(target, key);
    },
  });
  expect(["A", "B", "C"].map((glyph) => holes.indexOf(glyph))).toEqual([7, 2_147_483_647, -1]);
  expect(asked).toBeLessThan(20);
});

test("other arrays are searched as ever", () => {
  expect(["A", "B", "A"].indexOf("A")).toBe(0);
  expect(["A", "B", "A"].indexOf("A", 1)).toBe(2);
  expect(["A", "B", "A"].indexOf("A", -1)).toBe(2);
  expect(["A"].indexOf("B")).toBe(-1);
});
