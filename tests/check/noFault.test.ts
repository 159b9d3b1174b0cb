import { describe, expect, test } from "vitest";
import { checkDocument } from "../../src/check/check.js";
import type { Finding } from "../../src/model/diagnostic.js";
import { type Example, documentOf } from "../support/exampleAnnex.js";

/** The findings of an example, each as its rule and the words that it gets. */
function found({ baseline, ...example }: Example): string[] {
  const options = baseline === undefined ? {} : { baseline: documentOf(baseline) };
  return checkDocument(documentOf(example), options).findings.map(({ rule, message }) => `${rule}: ${message}`);
}

function ruleOf(finding: string): string {
  return finding.split(":", 1).join();
}

const held = { city: "Rome", country: "Italy", dateText: "as printed" };

/** What is nearest to each rule's fault, and none. */
const IN_ORDER: readonly (readonly [string, Example])[] = [
  ["two underscores, which are no place to write on", { meetings: [{ number: 2, theme: "A __ of culture" }, { number: 1 }] }],
  ["a label without a number", { meetings: [{ number: 2, label: "ASEM CMM" }, { number: 1 }] }],
  ["years of the title between which a meeting without a date may have been", {
    document: { period: { from: 2003, to: 2010 } },
    meetings: [{ number: 3, ...held }, { number: 2 }, { number: 1 }],
    diagnostics: [{ code: "date-unreadable", actual: "as printed", meeting: 3 }],
  }],
  ["a title without years", { document: { period: null }, diagnostics: [{ code: "heading-missing", field: "period" }] }],
  ["an update on the day on which the last meeting ended", { document: { lastUpdated: "2005-06-08" } }],
  ["a table that does not begin with meeting 1", {
    document: { period: { from: 2005, to: 2008 } },
    meetings: [{ number: 3, ...held, start: "2008-04-21", end: "2008-04-24" }, { number: 2 }],
  }],
  ["two meetings on the same days", { document: { period: { from: 2003, to: 2003 } }, meetings: [{ number: 2, ...held, start: "2003-12-03", end: "2003-12-04" }, { number: 1, ...held, start: "2003-12-03", end: "2003-12-04" }] }],
  ["the oldest meeting first", { meetings: [{ number: 1 }, { number: 2 }] }],
  ["a meeting of which only the start can be read", { meetings: [{ number: 2, end: null }, { number: 1 }] }],
  ["a meeting of one day", { meetings: [{ number: 2, end: "2005-06-07" }, { number: 1 }] }],
  ["a short name of a country", { meetings: [{ number: 2, country: "Holy See" }, { number: 1 }] }],
  ["an announcement of what was", { meetings: [{ number: 2 }, { number: 1, followUp: ["The 2nd ASEM CMM in 2005 to be hosted by France."] }] }],
  ["an announcement with the country's name misspelt", { meetings: [{ number: 2 }, { number: 1, followUp: ["Welcomed Franse’s offer to host the 2nd ASEM CMM."] }] }],
  ["an announcement of a meeting that the table does not have yet", { meetings: [{ number: 2, followUp: ["The 3rd ASEM CMM in 2008 to be hosted by Malaysia."] }, { number: 1 }] }],
  ["an announcement of a meeting whose date and place cannot be read", {
    meetings: [{ number: 2, start: null, end: null, city: null, country: null }, { number: 1, followUp: ["The 2nd ASEM CMM in 2008 to be hosted by Malaysia."] }],
    diagnostics: [{ code: "date-unreadable", actual: "", meeting: 2 }, { code: "place-unreadable", actual: "", meeting: 2 }],
  }],
  ["a table without meetings", { meetings: [] }],
  ["line ends and tabs", { meetings: [{ number: 2, workshops: ["Culture\nand\theritage"] }, { number: 1 }] }],
  ["one word twice", { meetings: [{ number: 2, workshops: ["Heritage"], actionPlan: ["Heritage"] }, { number: 1 }] }],
  ["one text in two meetings", { meetings: [{ number: 2, workshops: ["Protect heritage"] }, { number: 1, workshops: ["Protect heritage"] }] }],
  ["an item whose sentence goes on in its children", {
    meetings: [{ number: 2, workshops: [{ marker: "bullet", text: "The exchange of", children: [{ marker: "dash", text: "experts" }] }] }, { number: 1 }],
  }],
  ["a list that begins with 0", { meetings: [{ number: 2, workshops: numbers(0, 1, 2) }, { number: 1 }] }],
  ["two numbered lists in one cell", { meetings: [{ number: 2, workshops: numbers(1, 2, 1, 2) }, { number: 1 }] }],
  ["children with another marker than their parents'", {
    meetings: [{ number: 2, workshops: [{ marker: "bullet", text: "The exchange", children: [{ marker: "dash", text: "of experts" }, { marker: "dash", text: "of artists" }] }] }, { number: 1 }],
  }],
  ["another order in the same cell", {
    baseline: { meetings: [{ number: 2, workshops: ["Museums for everybody", "Heritage cities", "Creative skills"] }, { number: 1 }] },
    meetings: [{ number: 2, workshops: ["Heritage cities", "Creative skills", "Museums for everybody"] }, { number: 1 }],
  }],
  ["a meeting and an item that the older edition has not", {
    baseline: { document: { period: { from: 2003, to: 2003 } }, meetings: [{ number: 1 }] },
    meetings: [{ number: 2 }, { number: 1, workshops: ["Themes of the workshop 1", "Museums for everybody"] }],
  }],
  ["another title block than the older edition's", { baseline: { document: { lastUpdated: "2010-01-01", updatedBy: "the host of ASEMCMM1" } } }],
];

function numbers(...values: number[]): { marker: "number"; number: number; text: string }[] {
  return values.map((number, index) => ({ marker: "number", number, text: `Topic ${index}` }));
}

test.each(IN_ORDER)("%s is no fault", (_, example) => {
  const said = (example.diagnostics ?? []).map(({ code }) => code);
  expect(found(example).map(ruleOf).filter((rule) => !said.some((code) => code === rule))).toEqual([]);
});

describe("a fault beside what is none", () => {
  const workshops = (...items: { marker: "number" | "bullet" | "dash"; number?: number; text: string }[]): string[] => found({ meetings: [{ number: 2, workshops: items }, { number: 1 }] });

  test.each<[number[], string]>([
    [[2, 3], "Unexpected number 2 at the start of the list, expected 1"],
    [[1, 1, 2], "Unexpected number 1 after 1, expected 2"],
    [[1, 2, 0], "Unexpected number 0 after 2, expected 3"],
    [[1, 3, 4], "Unexpected number 3 after 1, expected 2"],
  ])("in a list numbered %j", (values, message) => {
    expect(workshops(...numbers(...values))).toEqual([`list-number: ${message}`]);
  });

  test("in a list whose markers are mostly of one kind, or as many of the first kind as of another", () => {
    const marked = (markers: string): string[] => workshops(...[...markers].map((sign, i) => ({ marker: sign === "-" ? ("dash" as const) : ("bullet" as const), text: `Topic ${i}` })));
    expect(marked("-••-•")).toEqual(["markers-mixed: Unexpected items (2) with a dash, expected a bullet like the rest of the list"]);
    expect(marked("-•")).toEqual(["markers-mixed: Unexpected item with a bullet, expected a dash like the rest of the list"]);
  });

  test.each([2002, 2004])("in a title of which one year is right: %i", (from) => {
    expect(found({ document: { period: { from, to: 2005 } } }).map(ruleOf)).toEqual(["period-mismatch"]);
    expect(found({ document: { period: { from: 2003, to: from } } }).map(ruleOf)).toEqual(["period-mismatch"]);
  });

  test("in a text that differs in case only", () => {
    expect(found({ meetings: [{ number: 2, workshops: ["Protect heritage"], followUp: ["PROTECT HERITAGE."] }, { number: 1 }] }).map(ruleOf)).toEqual(["item-duplicate"]);
  });

  test("in the label of a meeting that has no number", () => {
    const { findings } = checkDocument(documentOf({ meetings: [{ number: null, label: "ASEM CMM 3", ...held, start: "2008-04-21" }, { number: 2 }, { number: 1 }] }));
    expect(findings.map(({ rule }) => rule).filter((rule) => rule.startsWith("number-"))).toEqual([]);
  });

  test("in a meeting that is there twice, the second out of order", () => {
    expect(found({ meetings: [{ number: 2 }, { number: 1 }, { number: 2 }] }).map(ruleOf)).toEqual(["meeting-doubled"]);
    expect(found({ meetings: [{ number: 2 }, { number: 2, start: "2004-01-01" }, { number: 1 }] }).map(ruleOf)).toEqual(["meeting-doubled"]);
  });

  test("in a meeting of which only the end can be read", () => {
    expect(found({ meetings: [{ number: 2, start: null }, { number: 1 }] }).map(ruleOf)).toEqual(["date-unreadable"]);
  });

  test("in a place with one part", () => {
    for (const part of [{ city: null }, { country: null }]) expect(found({ meetings: [{ number: 2, ...part }, { number: 1 }] }).map(ruleOf)).toEqual(["place-unreadable"]);
  });
});

describe("a fault is told once", () => {
  test("where the extraction has told it already", () => {
    const meetings = [{ number: 2, start: null, end: null }, { number: 1 }];
    const said = { code: "date-unreadable", actual: "7-8 Juin 2005", meeting: 2, page: 1 } as const;
    expect(found({ meetings, diagnostics: [said] })).toEqual(['date-unreadable: Unexpected date "7-8 Juin 2005", expected one like 1-2 March 2018']);
  });

  test("unless the extraction has told another of the same meeting or field", () => {
    const meetings = [{ number: 2, start: null, end: null }, { number: 1 }];
    expect(found({ meetings, diagnostics: [{ code: "number-missing", label: "ASEM CMM 2", meeting: 2 }] }).map(ruleOf).sort()).toEqual(["date-unreadable", "number-missing"]);
    const placeholder = { code: "placeholder-left", field: "annex", actual: "______" } as const;
    expect(found({ document: { annex: null }, diagnostics: [placeholder] }).map(ruleOf).sort()).toEqual(["heading-missing", "placeholder-left"]);
  });

  test("where a column is missing in each of the meetings", () => {
    const meetings = [{ number: 2, followUp: [] }, { number: 1, followUp: [] }];
    expect(found({ meetings, diagnostics: [{ code: "header-missing", column: "followUp" }] }).map(ruleOf)).toEqual(["header-missing"]);
  });

  test("but of each meeting and each field that has it", () => {
    const meetings = [{ number: 2, start: null, end: null }, { number: 1, start: null, end: null }];
    const said = { code: "date-unreadable", actual: "7-8 Juin 2005", meeting: 2, page: 1 } as const;
    const rules = found({ document: { annex: null, title: null }, meetings, diagnostics: [said, { code: "heading-missing", field: "annex" }] }).map(ruleOf);
    expect(rules.sort()).toEqual(["date-unreadable", "date-unreadable", "heading-missing", "heading-missing"]);
  });
});

describe("the place of a finding", () => {
  test("that an item is cut is where the item ends", () => {
    const cut = { marker: "bullet" as const, text: "The exchange of", pages: [3, 4] };
    const { findings } = checkDocument(documentOf({ meetings: [{ number: 2, workshops: [cut] }, { number: 1 }] }));
    expect(findings.map(({ rule, place }) => ({ rule, page: place.page, item: place.item }))).toEqual([{ rule: "item-cut", page: 4, item: "cmm2/workshops/1" }]);
  });

  test("that nothing says of a meeting is its page", () => {
    const { findings } = checkDocument(documentOf({ meetings: [{ number: 2, start: null, end: null }, { number: 1 }] }));
    expect(findings.map(({ rule, place }) => [rule, place])).toEqual([["date-unreadable", { meeting: 2, page: 1 }]]);
  });

  test("that the extraction told is the place that it told, with its words", () => {
    const hidden: Finding = { code: "text-hidden", text: "draft", count: 5, page: 3, bbox: [1, 2, 3, 4] };
    const { findings } = checkDocument(documentOf({ diagnostics: [hidden] }));
    expect(findings.map(({ place }) => place)).toEqual([{ page: 3, bbox: [1, 2, 3, 4], quote: "draft" }]);
  });

  test("of what an edition has otherwise is where it has it", () => {
    const baseline = documentOf({ meetings: [{ number: 2, theme: "Heritage", workshops: ["Themes of the older workshop 2"] }, { number: 1 }] });
    const places = new Map(checkDocument(documentOf({}), { baseline }).findings.map(({ rule, place }) => [rule, place]));
    expect(places.get("baseline-field-changed")).toMatchObject({ meeting: 2, page: 1, quote: "Cultural Diversity" });
    expect(places.get("baseline-item-changed")).toMatchObject({ meeting: 2, page: 1, item: "cmm2/workshops/1" });
  });

  test("of what an edition lost is its meeting, where that is still there, with the words that were lost", () => {
    const baseline = documentOf({ meetings: [{ number: 3, theme: "Heritage" }, { number: 2, workshops: ["Kept", "A lost one"] }, { number: 1 }] });
    const document = documentOf({ meetings: [{ number: 2, workshops: ["Kept"] }, { number: 1 }] });
    const places = new Map(checkDocument(document, { baseline }).findings.map(({ rule, place }) => [rule, place]));
    expect(places.get("baseline-meeting-gone")).toEqual({ meeting: 3, quote: "Heritage" });
    expect(places.get("baseline-item-removed")).toEqual({ meeting: 2, page: 1, quote: "A lost one" });
  });

  test("sorts them: by pages, down the page, and those without a page first", () => {
    const on = (page: number, text: string): { marker: "bullet"; text: string; pages: number[] } => ({ marker: "bullet", text, pages: [page] });
    const document = documentOf({
      meetings: [{ number: 2, workshops: [on(2, "The exchange of"), on(1, "The situation of"), on(1, "The role of"), on(1, "\uFFFD")] }, { number: 1 }],
      diagnostics: [
        { code: "header-unknown", actual: "NOTES", page: 1, bbox: [0, 5, 9, 9] },
        { code: "page-unreadable", reason: { code: "content-missing" }, page: 1 },
        { code: "page-unreadable", reason: { code: "content-missing" } },
        { code: "heading-missing", field: "annex" },
      ],
    });
    expect(checkDocument(document).findings.map(({ rule, place }) => [rule, place.page, place.item])).toEqual([
      ["page-unreadable", undefined, undefined],
      ["heading-missing", undefined, undefined],
      ["page-unreadable", 1, undefined],
      ["header-unknown", 1, undefined],
      ["item-cut", 1, "cmm2/workshops/2"],
      ["item-cut", 1, "cmm2/workshops/3"],
      ["character-unreadable", 1, "cmm2/workshops/4"],
      ["item-cut", 2, "cmm2/workshops/1"],
    ]);
  });
});
