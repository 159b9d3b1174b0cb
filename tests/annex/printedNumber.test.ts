import { expect, test } from "vitest";
import { printedNumber } from "../../src/annex/printedNumber.js";
import { extractAnnex } from "../../src/index.js";
import { smallAnnex } from "../support/smallAnnex.js";

test("a number is read in figures and in Roman ones", () => {
  const texts = ["8", "5.", "(3)", "12)", "VIII", "IX.", "(iv)", "XIV", "XL", "8. ASEM", "I"];
  expect(texts.map(printedNumber)).toEqual([8, 5, 3, 12, 8, 9, 4, 14, 40, 8, 1]);
});

test("no number is read out of words, ranges or nothing", () => {
  expect(["", "Civil", "1st", "2018", "IIII", "-", "(", "VIII/2"].map(printedNumber)).toEqual(Array(8).fill(undefined));
});

test("a NO cell that holds no number is told, and the label tells the meeting's", async () => {
  const { document } = await extractAnnex(await smallAnnex({ number: "one" }));
  expect(document.meetings.map(({ number }) => number)).toEqual([1]);
  expect(document.diagnostics).toContainEqual(expect.objectContaining({ code: "meeting-text-unread", text: "one", meeting: 1 }));
});
