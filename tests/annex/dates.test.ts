import { describe, expect, test } from "vitest";
import { findDates, numericDay } from "../../src/annex/dates.js";

describe("the dates of a meeting", () => {
  test.each([
    ["1-2 March 2018", "2018-03-01", "2018-03-02"],
    ["8 – 11 September 2010", "2010-09-08", "2010-09-11"],
    ["30 November – 2 December 2021", "2021-11-30", "2021-12-02"],
    ["29 June – 1 July 2006", "2006-06-29", "2006-07-01"],
    ["19–21 October 2014", "2014-10-19", "2014-10-21"],
    ["30 December 2021 – 2 January 2022", "2021-12-30", "2022-01-02"],
    ["March 1-2, 2018", "2018-03-01", "2018-03-02"],
    ["March 1, 2018", "2018-03-01", "2018-03-01"],
    ["November 30 – December 2, 2021", "2021-11-30", "2021-12-02"],
    ["1 March 2018", "2018-03-01", "2018-03-01"],
    ["29 February 2024", "2024-02-29", "2024-02-29"],
    ["29 February 2000", "2000-02-29", "2000-02-29"],
    ["17 \uFFFD 19 September 2012", "2012-09-17", "2012-09-19"],
  ])("%s", (text, start, end) => {
    expect(findDates(`Sofia, Bulgaria ${text}`)?.days).toEqual({ start, end });
  });

  test.each(["31 February 2018", "29 February 2023", "29 February 1900", "0-2 March 2018", "5 – 8 Maret 2011"])("%s is none", (text) => {
    expect(findDates(text)?.days).toBeUndefined();
  });

  test.each(["", "Sofia", "2018", "March"])("%j has none to find", (text) => {
    expect(findDates(text)).toBeUndefined();
  });
});

describe("a day in figures", () => {
  test.each([
    ["07.05.2019", "2019-05-07"],
    ["07.05.2019______", "2019-05-07"],
    ["31.04.2019", undefined],
    ["soon", undefined],
  ])("%s", (text, day) => {
    expect(numericDay(text)).toBe(day);
  });
});
