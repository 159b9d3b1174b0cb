import fc from "fast-check";
import { expect, test } from "vitest";
import { Ordered, extentOf, inOrder, median } from "../../src/geometry/ordered.js";

test("what is between two numbers is what a look at all of them finds, in their order", () => {
  const numbers = fc.array(fc.integer({ min: 0, max: 20 }));
  fc.assert(
    fc.property(numbers, fc.integer({ min: -1, max: 21 }), fc.integer({ min: -1, max: 21 }), (values, from, to) => {
      const found = new Ordered(values, (value) => value).between(from, to);
      expect(found).toEqual(values.filter((value) => value >= from && value <= to).sort((a, b) => a - b));
    }),
  );
});

test("values are put in order, and stay as they are where they stand so; equal ones keep theirs", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.nat())), (pairs) => {
      const compare = (a: readonly number[], b: readonly number[]): number => (a[0] ?? 0) - (b[0] ?? 0);
      const ordered = inOrder(pairs, compare);
      expect(ordered).toEqual([...pairs].sort(compare));
      expect(inOrder(ordered, compare)).toBe(ordered);
    }),
  );
});

test("the extent of values is from the least to the greatest, however many there are", () => {
  expect(extentOf([3, -1, 2])).toEqual({ from: -1, to: 3 });
  expect(extentOf([])).toEqual({ from: Infinity, to: -Infinity });
  expect(extentOf(Array.from({ length: 300_000 }, (_, i) => i))).toEqual({ from: 0, to: 299_999 });
});

test("the median stands in the middle; of an even number of values it is the greater of the middle two, and of none there is none", () => {
  expect(median([5, 1, 3])).toBe(3);
  expect(median([10, 9, 2, 1])).toBe(9);
  expect(median([])).toBeUndefined();
});
