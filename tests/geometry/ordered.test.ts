import fc from "fast-check";
import { expect, test } from "vitest";
import { Ordered } from "../../src/geometry/ordered.js";

test("what is between two numbers is what a look at all of them finds, in their order", () => {
  const numbers = fc.array(fc.integer({ min: 0, max: 20 }));
  fc.assert(
    fc.property(numbers, fc.integer({ min: -1, max: 21 }), fc.integer({ min: -1, max: 21 }), (values, from, to) => {
      const found = new Ordered(values, (value) => value).between(from, to);
      expect(found).toEqual(values.filter((value) => value >= from && value <= to).sort((a, b) => a - b));
    }),
  );
});
