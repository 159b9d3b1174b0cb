import { expect, test } from "vitest";
import { gapFindings } from "../../src/annex/gaps.js";
import type { Item } from "../../src/model/annex.js";
import type { Finding } from "../../src/model/diagnostic.js";

function item(id: string, pages: number[], children: Item[] = []): Item {
  return { id, marker: "bullet", text: id, ...(children.length === 0 ? {} : { children }), pages, spans: pages.map((page) => ({ page, bbox: [0, page, 9, page + 1] })) };
}

const unreadable = (page?: number): Finding => ({ code: "page-unreadable", reason: { code: "content-missing" }, ...(page === undefined ? {} : { page }) });

test("a row and its items that go on behind a page that was not read are told, each with where it goes on", () => {
  const rows = [{ pages: [1, 3, 4], meeting: 8, items: [item("cut", [1, 3, 4], [item("child", [3])]), item("before", [1]), item("behind", [4])] }];
  expect(gapFindings(rows, [unreadable(2)])).toEqual([
    { code: "row-interrupted", missing: 2, page: 3, meeting: 8 },
    { code: "item-interrupted", missing: 2, item: "cut", page: 3, bbox: [0, 3, 9, 4], meeting: 8 },
  ]);
});

test("so are children that begin before the page and end behind it, and items on a page of which a part was read", () => {
  const rows = [{ pages: [1, 2, 3], meeting: undefined, items: [item("parent", [1], [item("child", [2, 3])])] }];
  expect(gapFindings(rows, [unreadable(2)])).toEqual([
    { code: "row-interrupted", missing: 2, page: 3 },
    { code: "item-interrupted", missing: 2, item: "child", page: 3, bbox: [0, 3, 9, 4] },
  ]);
});

test("a page whose text is a picture leaves the same gap; each gap is told of", () => {
  const rows = [{ pages: [1, 3, 5], meeting: 8, items: [] }];
  expect(gapFindings(rows, [unreadable(2), { code: "page-without-text", shows: "picture", page: 4 }])).toEqual([
    { code: "row-interrupted", missing: 2, page: 3, meeting: 8 },
    { code: "row-interrupted", missing: 4, page: 5, meeting: 8 },
  ]);
});

test("rows that end before the page or start behind it, blank pages, and damage of no known page leave none", () => {
  const rows = [{ pages: [1], meeting: 8, items: [item("a", [1])] }, { pages: [3, 4], meeting: 7, items: [item("b", [3, 4])] }];
  expect(gapFindings(rows, [unreadable(2), unreadable()])).toEqual([]);
  expect(gapFindings([{ pages: [1, 3], meeting: 8, items: [] }], [{ code: "page-blank", page: 2 }, unreadable()])).toEqual([]);
});
