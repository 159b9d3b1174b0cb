import { expect, test } from "vitest";
import { DisjointSets } from "../../src/geometry/disjointSets.js";

function rootsOf(sets: DisjointSets): number[] {
  return Array.from({ length: sets.size }, (_, number) => sets.rootOf(number));
}

test("numbers are alone until they are joined, directly or through others", () => {
  const sets = new DisjointSets(6);
  expect(rootsOf(sets)).toEqual([0, 1, 2, 3, 4, 5]);
  sets.join(5, 3);
  sets.join(1, 4);
  sets.join(3, 4);
  expect(rootsOf(sets)).toEqual([0, 1, 2, 1, 1, 1]);
});

test("a set's root is its smallest number, in whatever order a long chain was joined", () => {
  const sets = new DisjointSets();
  sets.growTo(1000);
  for (let number = 999; number > 0; number--) sets.join(number, number - 1);
  expect(new Set(rootsOf(sets))).toEqual(new Set([0]));
});

test("numbers that are added later are alone", () => {
  const sets = new DisjointSets(2);
  sets.join(0, 1);
  sets.growTo(4);
  expect(rootsOf(sets)).toEqual([0, 0, 2, 3]);
});
