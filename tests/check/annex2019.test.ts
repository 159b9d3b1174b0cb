import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkDocument } from "../../src/check/check.js";
import type { AnnexDocument } from "../../src/model/annex.js";
import { extractAnnex } from "../../src/index.js";
import { fixture } from "../support/annex.js";
import { gold } from "../support/gold.js";

/** What is wrong in the edition of 2019, read from its text by hand before there was a rule. */
const WRONG_IN_2019 = [
  // "08-11 September 2010, Poznan, Polandia": the Indonesian name.
  ["country-unknown", "meeting 4", 'Unexpected country "Polandia", expected "Poland"'],
  // "5 – 8 Maret 2011", Indonesian for March.
  ["item-date", "cmm4/followUp/1", 'Unexpected date "5 – 8 Maret 2011", expected the month March'],
  // The same decision in two columns, once with a full stop.
  ["item-duplicate", "cmm8/recommendations/8", "Unexpected duplicate of cmm8/actionPlan/6, expected different text"],
  ["item-duplicate", "cmm8/recommendations/9", "Unexpected duplicate of cmm8/actionPlan/7, expected different text"],
  // "Make the creative industries ensure cities ..." on page 5 and again on page 6.
  ["item-duplicate", "cmm6/recommendations/15", "Unexpected duplicate of cmm6/recommendations/12, expected different text"],
  // "9. To encourage participation ..." at the foot of page 16 and again at the head of page 17.
  ["item-duplicate", "cmm2/recommendations/4/10", "Unexpected duplicate of cmm2/recommendations/4/9, expected different text"],
  ["list-number", "cmm2/recommendations/4/10", "Unexpected number 9 after 9, expected 10"],
  // "... should be enhanced, particularly for the youth,"
  ["item-cut", "cmm4/recommendations/4/10", 'Unexpected end of the text after "for the youth,", expected the rest of the sentence'],
  // "The importance to establish guidelines ..." below two bullets, "The Ministers requested ASEF ..." between bullets.
  ["markers-mixed", "cmm5/actionPlan/3", "Unexpected item with no marker, expected a bullet like the rest of the list"],
  ["markers-mixed", "cmm4/recommendations/5", "Unexpected item with no marker, expected a bullet like the rest of the list"],
];

/** What is wrong in the PDF itself: the NO cell that is empty, the bullets with nothing behind them, "07.05.2019______". */
const WRONG_IN_THE_PDF = [
  ["placeholder-left", "document", 'Unexpected placeholder "______" in lastUpdated, expected it filled in or removed'],
  ["number-missing", "meeting 3", 'Unexpected empty NO cell, number read from the label "ASEM – CMM 3"'],
  ["bullet-empty", "meeting 8", "Unexpected bullet without text in column recommendations"],
  ["bullet-empty", "meeting 8", "Unexpected bullet without text in column recommendations"],
  ["bullet-empty", "meeting 6", "Unexpected bullet without text in column recommendations"],
];

const inShort = (document: AnnexDocument): string[] =>
  checkDocument(document).findings.map(({ rule, place, message }) =>
    [rule, place.item ?? (place.meeting === undefined ? "document" : `meeting ${place.meeting}`), message].join(": "),
  );

describe("the edition of 2019", () => {
  test("has exactly the faults that a reader finds", () => {
    expect(inShort(gold(2019)).sort()).toEqual(WRONG_IN_2019.map((parts) => parts.join(": ")).sort());
  });

  test("has also those that its PDF tells, each with its page and, but for the facts of a meeting, its box", async () => {
    const { document } = await extractAnnex(new Uint8Array(readFileSync(fixture("annex-2019.pdf"))));
    expect(inShort(document).sort()).toEqual([...WRONG_IN_2019, ...WRONG_IN_THE_PDF].map((parts) => parts.join(": ")).sort());
    const { findings } = checkDocument(document);
    expect(findings.filter(({ place }) => place.page === undefined)).toEqual([]);
    const unplaced = findings.filter(({ place }) => place.bbox === undefined).map(({ rule }) => rule);
    expect(unplaced).toEqual(["country-unknown"]);
  });
});

describe("the edition of 2016", () => {
  test("has the same faults in the meetings that it has", () => {
    const expected = WRONG_IN_2019.filter(([, where]) => where?.startsWith("cmm8") === false);
    expect(inShort(gold(2016)).sort()).toEqual(expected.map((parts) => parts.join(": ")).sort());
  });
});
