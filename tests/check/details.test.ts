import { describe, expect, test } from "vitest";
import { announcementsIn } from "../../src/check/announcements.js";
import { countryCode, meantCountryCode, nearestCountry } from "../../src/check/countries.js";
import { wronglyDated } from "../../src/check/dates.js";
import { sentenceEnd } from "../../src/check/sentences.js";

describe("countries", () => {
  test.each([
    ["Korea", "KR"],
    ["the Republic of Korea", "KR"],
    ["Viet Nam", "VN"],
    ["Vietnam", "VN"],
    ["the Netherlands", "NL"],
    ["Czech Republic", "CZ"],
    ["Czechia", "CZ"],
    ["Brunei Darussalam", "BN"],
    ["Lao PDR", "LA"],
    ["United Kingdom", "GB"],
    ["Türkiye", "TR"],
    ["Slovak Republic", "SK"],
    ["Russian Federation", "RU"],
    ["TIMOR-LESTE", "TL"],
  ])("%s is known", (name, code) => {
    expect(countryCode(name)).toBe(code);
  });

  test.each([
    ["Polandia", "Poland"],
    ["Malasia", "Malaysia"],
    ["Indonesa", "Indonesia"],
    ["Bulgary", "Bulgaria"],
  ])("%s is not, but is near %s", (name, near) => {
    expect(countryCode(name)).toBeUndefined();
    expect(nearestCountry(name)).toBe(near);
  });

  test("a word that is near none has no nearest", () => {
    expect(nearestCountry("Rotterdam")).toBeUndefined();
    expect(meantCountryCode("an Asian country")).toBeUndefined();
    // Three letters of seven away from Italy.
    expect(nearestCountry("Italian")).toBeUndefined();
  });
});

describe("the end of a text", () => {
  test.each([
    "enhanced, particularly for the youth,",
    "exchange of experts and",
    "to be organised by the",
    "the situation of",
    "between Asia and Europe –",
    "The cities of Asia /",
  ])("%s: the sentence goes on", (text) => {
    expect(sentenceEnd(text)).toBe("sentence");
  });

  test("an open bracket or quotation mark is missing its end", () => {
    expect(sentenceEnd("in electronic media (film, radio")).toBe("bracket");
    expect(sentenceEnd("exchanges “p to p of artists")).toBe("quote");
  });

  test.each([
    "Protect heritage",
    "between governments and businesses.",
    "nurture dialogue among different cultures;",
    "Support cultural city twinning:",
    "Foundation (ASEF)",
    "programmes such as artists’ residencies",
    "the theme “Managing Heritage Cities\"",
    "a) first b) second",
    "What Future Directions for Asia-Europe Relations?",
    "This is what it stands for.",
    "",
  ])("%s: nothing is missing", (text) => {
    expect(sentenceEnd(text)).toBeUndefined();
  });
});

describe("dates in a text", () => {
  test("a month of another language", () => {
    expect(wronglyDated("Kuala Lumpur, 5 – 8 Maret 2011")).toEqual([{ actual: "5 – 8 Maret 2011", expected: "the month March" }]);
  });

  test("a day that the month has not", () => {
    expect(wronglyDated("from 29 to 31 June 2010")).toEqual([{ actual: "31 June 2010", expected: "a day of June, 1 to 30" }]);
  });

  test.each([
    "1 November 2009 – 28 February 2010",
    "(30 Oct-30 Nov. 2017, Gwangju)",
    "30 Nov. 2017",
    "12 Sept 2012",
    "29 February 2008",
    "the 12 Partners 2012 agreed",
    "Article 9 Convention 2005",
  ])("%s is in order", (text) => {
    expect(wronglyDated(text)).toEqual([]);
  });
});

describe("announcements", () => {
  const said = (text: string): unknown[] =>
    announcementsIn(text, ["ASEM CMM"]).map(({ number, year, country }) => [number, year, country].filter((part) => part !== undefined));

  test.each([
    ["The 8th ASEM CMM in 2018 to be hosted by Bulgaria on the theme of Culture in International Relations", [[8, 2018, "Bulgaria"]]],
    ["The 7th ASEM CMM in 2016 to be hosted by the Republic of Korea, which will carry on with the theme", [[7, 2016, "the Republic of Korea"]]],
    ["The 9th ASEM CMM in 2020 to be hosted by an Asian country", [[9, 2020]]],
    ["Welcomed the Netherland’s offer to host the 6th ASEM CMM.", [[6, "the Netherland"]]],
    ["Indonesia will host the 5th ASEM-CMM in Yogyakarta, Indonesia in 2012", [[5, 2012, "Indonesia"]]],
    ["submitted to the 4th ASEM Culture Ministers’ Meeting in Poland and the 8th ASEM Summit in October in Belgium", [[4, "Poland"]]],
    ["ASEM CMM 9 to be held in Viet Nam in 2020", [[9, 2020, "Viet Nam"]]],
    ["the next meeting, ASEM CMM5, in June 2012", [[5, 2012]]],
    ["programmes which were agreed in the 3rd ASEM CMM.", [[3]]],
    ["At the 3rd ASEM CMM the ministers thanked France for a seminar in 2007", [[3]]],
    ["The 2nd ASEM Conference on Cultures and Civilizations Paris, France", []],
    ["an input to the CMM (ASEF, 2014)", []],
  ])("%s", (text, expected) => {
    expect(said(text)).toEqual(expected);
  });
});
