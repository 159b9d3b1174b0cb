import { expect, test } from "vitest";
import { isDatum, isYear, nameColumns } from "../../src/table/evidence/numericText.js";

test.each(["12", "1,234.5", "-3", "12.5 %", "US$ 1,200", "12 a/", "3rd", "5 bn", "2010/11", "1-2", "(4.2)", "–", "...", "n.a.", "N/A", "nil", "yes", "(X)", "$", "✓", "*"])(
  "%s is a number, or stands in the place of one",
  (text) => {
    expect(isDatum(text)).toBe(true);
  },
);

test.each(["", "Norway", "12 apples", "Table 3", "nothing", "–––––", "x y", "A4 paper", "page"])("%j is none", (text) => {
  expect(isDatum(text)).toBe(false);
});

test.each(["1999", "2018", "2010-11", "2010–2011", "FY 2019", "2018a", "2018*", "2018/1"])("%s is a year, or years", (text) => {
  expect(isYear(text)).toBe(true);
});

test.each(["", "1799", "2100", "20191", "year 2018", "12", "2018-03-01"])("%j is none that names a column", (text) => {
  expect(isYear(text)).toBe(false);
});

test("years and units name columns, a year that a note's number touches also, but beside plain years only", () => {
  expect(nameColumns(["2018", "2019"])).toBe(true);
  expect(nameColumns(["2018", "%", "20191"])).toBe(true);
  expect(nameColumns(["$", "%"])).toBe(true);
  expect(nameColumns(["20181", "20191"])).toBe(false);
  expect(nameColumns(["2018", "12"])).toBe(false);
});
