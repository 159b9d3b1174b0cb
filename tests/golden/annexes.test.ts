import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { type Extraction, ITEM_COLUMNS, type Item, type ItemColumn, type Ledger, type Meeting, extractAnnex, validateDocument } from "../../src/index.js";
import { fixture } from "../support/annex.js";
import { plainGold } from "../support/gold.js";

/** What must come out of a PDF besides its decisions. */
interface Expectation {
  readonly gold: 2016 | 2019;
  readonly items: number;
  readonly ledger: Ledger;
  /** Whether the gold's pages are those of this PDF. */
  readonly pages?: true;
  /** The code of each diagnostic, with its page and its meeting. */
  readonly diagnostics: readonly string[];
}

const EMPTY = { furniture: 0, emptyMarkers: 0, doubled: 0, hidden: 0, homeless: 0 };

/** The edition of 2019, with ruling lines or without. */
const OF_2019: Expectation = {
  gold: 2019,
  items: 205,
  ledger: { ...EMPTY, glyphs: 26300, items: 24749, meetings: 641, headers: 741, heading: 166, emptyMarkers: 3 },
  diagnostics: [
    "placeholder-left, page 1, meeting undefined",
    "number-missing, page 13, meeting 3",
    "bullet-empty, page 1, meeting 8",
    "bullet-empty, page 1, meeting 8",
    "bullet-empty, page 5, meeting 6",
  ],
};

const EXPECTED: Readonly<Record<string, Expectation>> = {
  "annex-2019.pdf": { ...OF_2019, pages: true },
  "annex-2019-unruled.pdf": OF_2019,
  "annex-2019-chromium.pdf": {
    gold: 2019,
    items: 205,
    ledger: { ...EMPTY, glyphs: 26006, items: 24747, meetings: 652, headers: 441, heading: 166 },
    diagnostics: [
      "placeholder-left, page 1, meeting undefined",
      "hyphen-undecided, page 1, meeting 8",
      "hyphen-undecided, page 3, meeting 6",
    ],
  },
  "annex-2016.pdf": {
    gold: 2016,
    items: 173,
    ledger: { ...EMPTY, glyphs: 23650, items: 22466, meetings: 563, headers: 441, heading: 180 },
    diagnostics: ["placeholder-left, page 1, meeting undefined"],
  },
};

describe.each(Object.entries(EXPECTED))("%s", (name, expected) => {
  const gold = plainGold(expected.gold);
  const withPages = expected.pages ?? false;
  let extraction: Extraction;
  let meetings: readonly Meeting[];
  let items: readonly Item[];

  beforeAll(async () => {
    extraction = await extractAnnex(readFileSync(fixture(name)));
    ({ meetings } = extraction.document);
    items = meetings.flatMap(itemsOf);
  });

  test("has the title block of the gold", () => {
    expect(extraction.document.document).toEqual(gold.document);
  });

  test("has the meetings of the gold in their order", () => {
    expect(meetings.map(({ label }) => label)).toEqual(gold.meetings.map(({ label }) => label));
  });

  test.each(gold.meetings)("has all fields and items of $label, marked, nested and ordered as in the gold", (meeting) => {
    const { pages, ...actual } = meetings.find(({ label }) => label === meeting.label)!;
    expect(pages.length).toBeGreaterThan(0);
    expect(plainMeeting(actual, withPages)).toEqual(plainMeeting(meeting, withPages));
  });

  test("has so many items, each with an id that tells its place", () => {
    expect(items).toHaveLength(expected.items);
    for (const meeting of meetings) {
      for (const column of ITEM_COLUMNS) expectIds(meeting[column], `cmm${meeting.number}/${column}`);
    }
  });

  test("has the boxes of each item on its pages, and these among its meeting's", () => {
    for (const meeting of meetings) expect(meeting.pages).toEqual(expect.arrayContaining(itemsOf(meeting).flatMap(({ pages }) => pages)));
    for (const { pages, spans } of items) {
      expect([...new Set(spans.map(({ page }) => page))]).toEqual(pages);
      for (const { bbox: [x0, y0, x1, y1] } of spans) expect(x0 >= 0 && y0 >= 0 && x1 > x0 && y1 > y0).toBe(true);
    }
  });

  test("has every glyph in one home", () => {
    expect(extraction.ledger).toEqual(expected.ledger);
    const { glyphs, ...homes } = extraction.ledger;
    expect(Object.values(homes).reduce((sum: number, count: number) => sum + count, 0)).toBe(glyphs);
  });

  test("says what was doubtful, and nothing else", () => {
    const { diagnostics } = extraction.document;
    expect(diagnostics.map(({ code, page, meeting }) => `${code}, page ${page}, meeting ${meeting}`)).toEqual(expected.diagnostics);
  });

  test("fits the contract", () => {
    expect(validateDocument(extraction.document)).toEqual({ document: extraction.document });
  });
});

function itemsOf(meeting: Meeting): Item[] {
  return ITEM_COLUMNS.flatMap((column) => meeting[column]).flatMap(withChildren);
}

function withChildren(item: Item): Item[] {
  return [item, ...(item.children ?? []).flatMap(withChildren)];
}

function expectIds(items: readonly Item[], prefix: string): void {
  for (const [index, { id, children = [] }] of items.entries()) {
    expect(id).toBe(`${prefix}/${index + 1}`);
    expectIds(children, id);
  }
}

/** What the gold has of an item. */
interface GoldItem {
  readonly marker: string;
  readonly number?: number | undefined;
  readonly text: string;
  readonly children?: readonly GoldItem[] | undefined;
  readonly pages?: readonly number[];
}

type GoldColumns = Readonly<Record<ItemColumn, readonly GoldItem[]>>;

/** A meeting with its fields and what the gold has of its items. */
function plainMeeting(meeting: GoldColumns, withPages: boolean): GoldColumns {
  const columns = ITEM_COLUMNS.map((column) => [column, meeting[column].map((item) => plainItem(item, withPages))] as const);
  return { ...meeting, ...Object.fromEntries(columns) };
}

function plainItem({ marker, number, text, children, pages }: GoldItem, withPages: boolean): GoldItem {
  return {
    marker,
    ...(number === undefined ? {} : { number }),
    text,
    ...(children === undefined ? {} : { children: children.map((child) => plainItem(child, withPages)) }),
    ...(withPages && pages !== undefined ? { pages } : {}),
  };
}
