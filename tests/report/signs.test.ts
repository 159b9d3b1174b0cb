import { expect, test } from "vitest";
import type { Item, Marker } from "../../src/model/annex.js";
import { itemsToText } from "../../src/report/itemsText.js";
import { signsOf } from "../../src/report/signs.js";

const itemOf = (marker: Marker, number?: number): Item => ({
  id: "x",
  marker,
  ...(number === undefined ? {} : { number }),
  text: "Text",
  pages: [1],
  spans: [{ page: 1, bbox: [0, 0, 1, 1] }],
});

test("numbers are those printed, and letters are counted in each run of them", () => {
  const items = [itemOf("letter"), itemOf("letter"), itemOf("bullet"), itemOf("dash"), itemOf("number", 7), itemOf("none"), itemOf("letter")];
  expect(signsOf(items)).toEqual(["a)", "b)", "•", "–", "7.", "", "a)"]);
});

test("after z comes aa", () => {
  const signs = signsOf(Array.from({ length: 54 }, () => itemOf("letter")));
  expect([25, 26, 27, 51, 52, 53].map((i) => signs[i])).toEqual(["z)", "aa)", "ab)", "az)", "ba)", "bb)"]);
});

test("a cell's text has an item per line, behind its sign", () => {
  const nested = { ...itemOf("number", 2), text: "One\nTwo", children: [itemOf("letter"), itemOf("letter")] };
  expect(itemsToText([nested, itemOf("none")])).toBe("2. One\n    Two\n    a) Text\n    b) Text\nText");
});
