import { expect, test } from "vitest";
import { headingIn, titleBlock } from "../../src/annex/heading.js";
import { linesOf, textOf } from "../../src/layout/lines.js";
import type { PageLines } from "../../src/table/pages/documentTable.js";
import { wordsAt } from "../support/cells.js";

function page(number: number, ...texts: readonly string[]): PageLines {
  return { page: number, lines: linesOf(wordsAt(texts.map((text, i) => [0, 20 + 12 * i, text]))) };
}

function textsOf(entries: readonly PageLines[]): string[] {
  return entries.flatMap(({ page: number, lines }) => lines.map((line) => `${number} ${textOf(line)}`));
}

test("a title block ends where the brackets around the last update close", () => {
  const above = [page(1, "ANNEX 1", "THE MATRIX (2003-2018)", "(Last updated on 07.05.2019 by the host (Sofia),", "Bulgaria)", "It was read by all (or most)."), page(2, "More.")];
  const { block, below } = titleBlock(above);
  expect(textsOf(block)).toEqual(["1 ANNEX 1", "1 THE MATRIX (2003-2018)", "1 (Last updated on 07.05.2019 by the host (Sofia),", "1 Bulgaria)"]);
  expect(textsOf(below)).toEqual(["1 It was read by all (or most).", "2 More."]);
});

test("a title block is all that stands above the table where no brackets tell its end", () => {
  const above = [page(1, "ANNEX 1", "Last updated on 07.05.2019 by the host of the meeting", "in Sofia")];
  expect(titleBlock(above)).toEqual({ block: above, below: [] });
});

test("a title block does not end with brackets that close around the date alone", () => {
  const above = [page(1, "ANNEX 1", "(Last updated on 07.05.2019) by the host of", "ASEMCMM8")];
  expect(titleBlock(above)).toEqual({ block: above, below: [] });
});

test.each(["Last updated on 07.05.2019", "Updated on May 7, 2019", "Last revised on 7 May 2019"])("the day of the last update is read: %s", (words) => {
  expect(headingIn(`ANNEX 1 THE MATRIX (2003-2018) (${words} by the host)`)).toMatchObject({ title: "THE MATRIX (2003-2018)", lastUpdated: "2019-05-07", updatedBy: "the host" });
});
