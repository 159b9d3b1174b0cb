import { expect, test } from "vitest";
import { groupBy, indexBy } from "../../src/geometry/groups.js";

test("values are grouped in the order in which their keys first come", () => {
  expect([...groupBy(["b1", "a1", "b2"], ([letter]) => letter)]).toEqual([
    ["b", ["b1", "b2"]],
    ["a", ["a1"]],
  ]);
  expect([...groupBy(["x", "y", "z"], (_, place) => place % 2).values()]).toEqual([["x", "z"], ["y"]]);
});

test("a value stands under each of its keys, and under none where it has none", () => {
  expect([...indexBy(["ab", "", "bc"], (text) => [...text])]).toEqual([
    ["a", ["ab"]],
    ["b", ["ab", "bc"]],
    ["c", ["bc"]],
  ]);
});
