import { expect, test } from "vitest";
import { daysIn, numberIn } from "../../src/annex/cellValues.js";

test.each([
  ["0", 0],
  ["5.", 5],
  ["5)", 5],
  ["1,234.5", 1234.5],
  ["12345", 12_345],
  ["−3", -3],
  ["–0.5", -0.5],
  ["-0", 0],
])("%s is a number", (text, value) => {
  expect(numberIn(text)).toBe(value);
});

test.each(["", "n.a.", "12%", "$5", "1.234,5", "12,34", "(5)", "1 234", "5 apples", "–"])("%s is none", (text) => {
  expect(numberIn(text)).toBeUndefined();
});

test.each([
  ["1-2 March 2018", "2018-03-01", "2018-03-02"],
  ["9 October 2004", "2004-10-09", "2004-10-09"],
  ["2004-10-09", "2004-10-09", "2004-10-09"],
  ["09.10.2004", "2004-10-09", "2004-10-09"],
])("%s are days", (text, start, end) => {
  expect(daysIn(text)).toEqual({ start, end });
});

test.each(["", "2004", "Sofia, 1-2 March 2018", "31 February 2018", "2004-10-09 and later", "123/04/2019", "12.05.20191", "2019-05-078", "7.12.05.2019"])("%s are none, or more than days", (text) => {
  expect(daysIn(text)).toBeUndefined();
});
