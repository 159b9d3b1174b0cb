import { expect, test } from "vitest";
import { printedNumber } from "../../src/annex/printedNumber.js";

test("a number is read in figures and in Roman ones", () => {
  const texts = ["8", "5.", "(3)", "12)", "VIII", "IX.", "(iv)", "XIV", "XL", "8. ASEM", "I"];
  expect(texts.map(printedNumber)).toEqual([8, 5, 3, 12, 8, 9, 4, 14, 40, 8, 1]);
});

test("no number is read out of words, ranges or nothing", () => {
  expect(["", "Civil", "1st", "2018", "IIII", "-", "(", "VIII/2"].map(printedNumber)).toEqual(Array(8).fill(undefined));
});
