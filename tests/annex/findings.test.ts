import { describe, expect, test } from "vitest";
import { faultWithoutText, pageFindings } from "../../src/annex/findings.js";
import type { PageLayout } from "../../src/layout/pageLayout.js";
import type { Recognition } from "../../src/pdf/page.js";
import { layoutOf, typed } from "../support/typed.js";

const page = layoutOf(typed("Text"));

function scan(words: number, insteadOfText: PageLayout["insteadOfText"]): PageLayout {
  const recognition: Recognition = { words, confidence: 40, doubtful: [], ignored: [], specks: 0, skew: 0 };
  return { ...page, insteadOfText, recognition };
}

function codesOf(layout: PageLayout): string[] {
  return pageFindings([layout], () => [0, 0, 0, 0]).map(({ code }) => code);
}

describe("a page in whose picture text was looked for", () => {
  test("is one without text where its words were not believed", () => {
    expect(codesOf(scan(5, "picture"))).toEqual(["ocr-page", "page-without-text"]);
  });

  test("is the picture of an empty page where no words are on it", () => {
    expect(codesOf(scan(0, "picture"))).toEqual(["ocr-page"]);
  });

  test("is like any other where its words were believed", () => {
    expect(codesOf(scan(5, undefined))).toEqual(["ocr-page"]);
  });
});

test("pages without text give nothing: they are blank, or pictures, or pictures in which no text was found", () => {
  const blank: PageLayout = { ...page, insteadOfText: "nothing" };
  expect(faultWithoutText([blank, blank], 2)).toEqual({ code: "blank", pages: 2 });
  expect(faultWithoutText([blank, { ...page, insteadOfText: "picture" }], 2)).toEqual({ code: "no-text", pages: 2 });
  expect(faultWithoutText([blank, scan(5, "picture")], 2)).toEqual({ code: "no-text", pages: 2, recognised: true });
  expect(faultWithoutText([blank, page], 2)).toBeUndefined();
});
