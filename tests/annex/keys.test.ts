import { expect, test } from "vitest";
import { asemProfile } from "../../src/annex/builtinProfile.js";
import { labelStart, meetingKeys } from "../../src/annex/keys.js";
import type { SetLine } from "../support/cells.js";
import { kept, partOf } from "../support/cells.js";

/** The keys of a page by its numbers and its meetings: the baseline and the id of each. */
function keys(numbers: readonly SetLine[], meetings: readonly SetLine[]): [number, string][] {
  const cells = [partOf(numbers, "number"), partOf(meetings, "meeting")];
  const strip = kept({ page: 1, top: 0, bottom: 500, first: true, ruled: false, broken: false, closed: false, cells });
  return meetingKeys(/ASEM[ –]+CMM ?(\d+)/iu, "number", "meeting")(strip, 0).map(({ baseline, id }) => [baseline, id]);
}

test("a meeting starts once where its number and its label stand side by side, be it not quite level or not the same number", () => {
  expect(keys([[0, 22, "8"], [0, 90, "6"]], [[0, 20, "ASEM CMM 8"], [0, 80, "ASEM CMM 7"]])).toEqual([[20, "8"], [80, "7"]]);
});

test("a meeting starts at its label where the number is missing, and at its number where the label is", () => {
  expect(keys([[0, 80, "7."]], [[0, 20, "ASEM CMM 8"], [0, 80, "Theme of the meeting"]])).toEqual([[20, "8"], [80, "7"]]);
});

test("keys come down the page, whichever column they are of", () => {
  expect(keys([[0, 20, "8"]], [[0, 80, "ASEM CMM 7"]])).toEqual([[20, "8"], [80, "7"]]);
});

test("a label that runs over lines is one key, with the number before it also", () => {
  expect(keys([], [[0, 20, "5."], [0, 32, "ASEM – CMM5"], [0, 44, "Theme"]])).toEqual([[20, "5"]]);
  expect(keys([], [[0, 20, "ASEM"], [0, 32, "CMM 5"], [0, 44, "ASEM CMM 4"]])).toEqual([[20, "5"], [44, "4"]]);
});

test("no meeting starts at a label inside a line, or at a number with words", () => {
  expect(keys([[0, 20, "8 items"]], [[0, 20, "Welcomed by ASEM CMM 8"]])).toEqual([]);
});

test.each(["ASEM CMM 8", "ASEM – CMM5", "5. ASEM - CMM 5", "ASEM \uFFFD CMM 3", "8th ASEM CMM"])("the annex knows a meeting by %j, be its dash told by the font or not", (text) => {
  expect(labelStart(new RegExp(asemProfile.label, "iu")).test(text)).toBe(true);
});

test("a line that starts with an ordinal and no more than the series' name is no label", () => {
  const strip = kept({ page: 1, top: 0, bottom: 500, first: true, ruled: false, broken: false, closed: false, cells: [partOf([[0, 20, "2nd ASEM Culture Ministers' Meeting"], [0, 32, "Ways to the"], [0, 44, "3rd ASEM decade"]], "themes")] });
  expect(meetingKeys(new RegExp(asemProfile.label, "iu"), "number", "themes")(strip, 0).map(({ baseline, id }) => [baseline, id])).toEqual([[20, "2"]]);
});
