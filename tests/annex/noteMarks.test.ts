import { describe, expect, test } from "vitest";
import { meetingLines } from "../../src/annex/meetingCell.js";
import { withoutNoteMarks } from "../../src/annex/noteMarks.js";
import { extractAnnex } from "../../src/index.js";
import { flowOf } from "../../src/text/flow/flowLine.js";
import { partOf } from "../support/cells.js";
import { smallAnnex } from "../support/smallAnnex.js";

describe("the mark of a note", () => {
  test.each([
    ["ASEM CMM 9¹", "ASEM CMM 9", ["1"]],
    ["9¹²", "9", ["12"]],
    ["“Creative Industries”² Rotterdam", "“Creative Industries” Rotterdam", ["2"]],
    ["ASEM CMM 8*", "ASEM CMM 8", ["*"]],
    ["ASEM CMM 8 ** Sofia", "ASEM CMM 8 Sofia", ["**"]],
    ["1-2 March 2018†, Sofia‡", "1-2 March 2018, Sofia", ["†", "‡"]],
  ])("is told apart from what it stands behind: %s", (printed, text, marks) => {
    expect(withoutNoteMarks(printed)).toEqual({ text, marks });
  });

  test.each(["ASEM CMM 9", "the 8ᵗʰ meeting", "a*b", "¹ Held together"])("is none of the letters of a text: %s", (printed) => {
    expect(withoutNoteMarks(printed).marks).toEqual([]);
  });

  test("is of none of a meeting's lines, also where it has one of its own", () => {
    const lines = flowOf([partOf([[0, 20, "ASEM CMM 9¹"], [0, 32, "*"], [0, 44, "“Unity”"]])]);
    expect(meetingLines(lines, () => false).map(({ text }) => text)).toEqual(["ASEM CMM 9", "“Unity”"]);
  });

  test("is told beside the number that it stands behind", async () => {
    const { document } = await extractAnnex(await smallAnnex({ number: "1*" }));
    expect(document.meetings.map(({ number }) => number)).toEqual([1]);
    expect(document.diagnostics).toContainEqual(expect.objectContaining({ code: "meeting-text-unread", text: "*" }));
  });
});
