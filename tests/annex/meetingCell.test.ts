import { describe, expect, test } from "vitest";
import { asemProfile } from "../../src/annex/builtinProfile.js";
import { type MeetingCell, meetingLines, readMeetingCell } from "../../src/annex/meetingCell.js";
import { flowOf } from "../../src/text/flow.js";
import { vocabularyOf } from "../../src/text/vocabulary.js";
import { partOf } from "../support/cells.js";

const LABEL = /ASEM CMM (\d+)/iu;

/** Reads a cell of lines that no white space divides. */
function read(...texts: string[]): MeetingCell {
  const knowledge = { vocabulary: vocabularyOf(texts), dictionary: (word: string) => word === "December" };
  return readMeetingCell(
    texts.map((text) => ({ text, spaced: false, forced: false })),
    LABEL,
    knowledge,
  );
}

describe("the date of a meeting over two lines", () => {
  test("has no space behind the dash between two days", () => {
    const cell = read("ASEM CMM 6 “Creative Industries”", "Rotterdam, the Netherlands, 19–", "21 October 2014");
    expect(cell).toMatchObject({ theme: "Creative Industries", city: "Rotterdam", country: "the Netherlands", dateText: "19–21 October 2014", days: { start: "2014-10-19", end: "2014-10-21" } });
  });

  test("may be cut within a word", () => {
    const cell = read("ASEM CMM 9", "“Living Tra-", "ditions”", "Siem Reap, Cambodia", "30 November – 2 Decem-", "ber 2021");
    expect(cell).toMatchObject({ city: "Siem Reap", country: "Cambodia", dateText: "30 November – 2 December 2021", days: { start: "2021-11-30", end: "2021-12-02" } });
  });

  test("leaves the place what is before it on its line", () => {
    expect(read("ASEM CMM 1", "“Unity”", "Beijing, China, 2", "– 4 December 2003")).toMatchObject({ theme: "Unity", city: "Beijing", country: "China", dateText: "2 – 4 December 2003" });
  });
});

describe("brackets around", () => {
  test("place and date are of neither", () => {
    const fields = { theme: "Creative Industries", city: "Rotterdam", country: "the Netherlands", dateText: "19–21 October 2014" };
    expect(read("ASEM CMM 6", "Creative Industries", "(Rotterdam, the Netherlands,", "19–21 October 2014)")).toMatchObject(fields);
    expect(read("ASEM CMM 6 Creative Industries (Rotterdam,", "the Netherlands, 19–21 October 2014)")).toMatchObject(fields);
  });

  test("the date alone are not of the country", () => {
    expect(read("ASEM CMM 1", "“Unity”", "Beijing, China (2 – 4 December 2003)")).toMatchObject({ city: "Beijing", country: "China", dateText: "2 – 4 December 2003" });
  });

  test("words of the theme stay with it", () => {
    expect(read("ASEM CMM 1", "“Unity (and", "diversity)”", "Beijing, China, 2 – 4 December 2003")).toMatchObject({ theme: "Unity (and diversity)", city: "Beijing" });
  });
});

test.each(["ASEM CMM 1: Unity", "ASEM CMM 1 – Unity", "ASEM CMM 1. Unity"])("what divides label and theme is of neither: %s", (line) => {
  expect(read(line, "Beijing, China, 2 – 4 December 2003")).toMatchObject({ label: "ASEM CMM 1", theme: "Unity" });
});

describe("the label of the ASEM matrix", () => {
  const label = new RegExp(asemProfile.label, "iu");

  test.each(["ASEM CMM 8", "ASEM – CMM5", "ASEMCMM10", "8th ASEM CMM", "2nd ASEM Culture Ministers’ Meeting", "ASEM Culture Ministers' Meeting 8"])("is %s", (text) => {
    expect(label.exec(text)?.[0]).toBe(text);
    expect(label.exec(text)?.[1]).toMatch(/^\d+$/u);
  });

  test.each(["ASEM", "8", "2018", "8 March 2018", "ASEM partners in 2018", "ASEM CMM"])("is not %s", (text) => {
    expect(label.exec(text)).toBeNull();
  });
});

test("a line is ended on purpose where its next word had room on it", () => {
  const lines = flowOf([partOf([[0, 20, "Unity and"], [0, 32, "diversity of cultures in all the regions of the world"], [0, 44, "Beijing"], [0, 72, "China"]])]);
  const read = meetingLines(lines, (line) => (line.pitch ?? 0) > 2);
  expect(read).toEqual([
    { text: "Unity and", spaced: false, forced: false },
    { text: "diversity of cultures in all the regions of the world", spaced: false, forced: true },
    { text: "Beijing", spaced: false, forced: false },
    { text: "China", spaced: true, forced: true },
  ]);
});
