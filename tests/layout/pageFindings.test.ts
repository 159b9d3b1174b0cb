import { describe, expect, test } from "vitest";
import { faultWithoutText, pageFindings } from "../../src/layout/pageFindings.js";
import type { PageLayout } from "../../src/layout/pageLayout.js";
import type { Finding } from "../../src/model/diagnostic.js";
import type { Recognition } from "../../src/pdf/page.js";
import { layoutOf, typed } from "../support/typed.js";

const page = layoutOf(typed("Text"));

function scan(words: number, insteadOfText: PageLayout["insteadOfText"]): PageLayout {
  const recognition: Recognition = { words, confidence: 40, doubtful: [], ignored: [], specks: 0, skew: 0 };
  return { ...page, insteadOfText, recognition };
}

function codesOf(layout: PageLayout): string[] {
  return pageFindings([layout], ({ words }) => words, () => [0, 0, 0, 0]).map(({ code }) => code);
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

describe("what is doubtful about a page", () => {
  const found = (layout: Partial<PageLayout>): Finding[] => pageFindings([{ ...page, ...layout }], ({ words }) => words, (_, { x0, y0, x1, y1 }) => [x0, y0, x1, y1]);

  test("is nothing where all of its text is read", () => {
    expect(found({})).toEqual([]);
  });

  test("is text that it holds and does not show, with its place", () => {
    const hidden = { text: "Draft", count: 5, box: { x0: 1, y0: 2, x1: 3, y1: 4 }, clipped: [] };
    expect(found({ number: 7, hidden })).toEqual([{ code: "text-hidden", text: "Draft", count: 5, page: 7, bbox: [1, 2, 3, 4] }]);
  });

  test("is how many of its glyphs are mapped to no character", () => {
    expect(found({ number: 7, counts: { ...page.counts, unmapped: 3 } })).toEqual([{ code: "glyph-unmapped", count: 3, page: 7 }]);
  });

  test("is that nothing is on it, or what is no text", () => {
    expect(found({ insteadOfText: "nothing" })).toEqual([{ code: "page-blank", page: 1 }]);
    expect(found({ insteadOfText: "outlines" })).toEqual([{ code: "page-without-text", shows: "outlines", page: 1 }]);
  });

  test("is what may be misread in its picture, and what was left out", () => {
    const box = { x0: 1, y0: 2, x1: 3, y1: 4 };
    const recognition: Recognition = {
      words: 9, confidence: 80, doubtful: [{ text: "hentage", confidence: 40, box }], ignored: [{ text: "~", confidence: 9, box }], specks: 5, skew: 0,
    };
    expect(found({ recognition })).toEqual([
      { code: "ocr-page", words: 9, confidence: 80, page: 1 },
      { code: "ocr-doubtful", text: "hentage", confidence: 40, page: 1, bbox: [1, 2, 3, 4] },
      { code: "ocr-ignored", text: "~", confidence: 9, page: 1, bbox: [1, 2, 3, 4] },
      { code: "ocr-specks", count: 5, page: 1 },
    ]);
  });
});

describe("a line that the end of a page cuts", () => {
  const cut = typed("both pages   have it").words;
  const hiddenText = { text: "bothpageshaveit", count: 15, box: { x0: 0, y0: 0, x1: 100, y1: 10 }, clipped: cut };
  const codes = (pages: readonly Partial<PageLayout>[]): string[] =>
    pageFindings(pages.map((layout, i) => ({ ...page, ...layout, number: i + 1 })), ({ words }) => words, () => [0, 0, 0, 0]).map(({ code }) => code);
  const shown = (text: string): Partial<PageLayout> => ({ words: typed(`above\n\n${text}`).words });

  test("is hidden on one page, and nothing is missing where the page before or behind shows it at the same place", () => {
    expect(codes([{ hidden: hiddenText }, shown("both pages   have it")])).toEqual([]);
    expect(codes([shown("both pages   have it"), { hidden: hiddenText }])).toEqual([]);
  });

  test("is missing where neither shows all of it, or elsewhere, or further pages do, or more is hidden than it", () => {
    expect(codes([{ hidden: hiddenText }, shown("both pages   have")])).toEqual(["text-hidden"]);
    expect(codes([{ hidden: hiddenText }, shown("  both pages   have it")])).toEqual(["text-hidden"]);
    expect(codes([{ hidden: hiddenText }, shown("both pages\n             have it")])).toEqual(["text-hidden"]);
    expect(codes([{ hidden: hiddenText }, {}, shown("both pages   have it")])).toEqual(["text-hidden"]);
    expect(codes([{ hidden: { ...hiddenText, count: 16 } }, shown("both pages   have it")])).toEqual(["text-hidden"]);
  });
});
