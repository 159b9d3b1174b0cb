import { describe, expect, test } from "vitest";
import { asemProfile } from "../../src/annex/builtinProfile.js";
import { type MeetingCell, meetingLines, readMeetingCells } from "../../src/annex/meetingCell.js";
import { flowOf } from "../../src/text/flow/flowLine.js";
import { vocabularyOf } from "../../src/text/words/vocabulary.js";
import { WordKnowledge } from "../../src/text/words/wordKnowledge.js";
import { partOf } from "../support/cells.js";

const LABEL = /ASEM CMM (\d+)/iu;

/** Reads a document's cells. A line that starts with ">" was started on purpose; one that starts with "~" has white space above it. */
function readAll(...cells: readonly string[][]): MeetingCell[] {
  const lines = cells.map((texts) => texts.map((text) => ({ text: text.replace(/^[>~]/u, ""), spaced: text.startsWith("~"), forced: text.startsWith(">") })));
  const knowledge = new WordKnowledge(vocabularyOf(lines.flat().map(({ text }) => text)), (word) => word === "December");
  return readMeetingCells(lines, LABEL, knowledge);
}

/** Reads the cell of the only meeting. */
function read(...texts: string[]): MeetingCell {
  const [cell] = readAll(texts);
  if (cell === undefined) throw new Error("no cell");
  return cell;
}

test("a full line of a meeting's cell may end within a word, without a hyphen", () => {
  const cell = (full: boolean): MeetingCell | undefined => {
    const texts = ["ASEM CMM 9 “A Sustaina", "ble Future”", "Siem Reap, Cambodia", "30 November – 2 Decem", "ber 2021"];
    const lines = texts.map((text) => ({ text, spaced: false, forced: false, full }));
    return readMeetingCells([lines], LABEL, new WordKnowledge(vocabularyOf([]), (word) => ["sustainable", "december"].includes(word.toLowerCase())))[0];
  };
  expect(cell(true)).toMatchObject({ theme: "A Sustainable Future", city: "Siem Reap", dateText: "30 November – 2 December 2021" });
  expect(cell(false)).toMatchObject({ theme: "A Sustaina ble Future" });
});

test("a line of a meeting's cell is full where the first letter of the next had no room", () => {
  const flow = flowOf([partOf([[0, 20, "A Sustaina"], [0, 32, "ble all"], [0, 44, "of it"], [0, 56, "all"]])]);
  expect(meetingLines(flow, () => false).map(({ full }) => full)).toEqual([true, false, false, false]);
});

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

describe("theme and place around the date", () => {
  const sofia = { city: "Sofia", country: "Bulgaria", dateText: "1-2 March 2018", doubtful: false, unread: "" };

  test("are told by what may be a place", () => {
    expect(read("ASEM CMM 8", "Sofia, Bulgaria", "1-2 March 2018", "The Role of Culture:", "the Road Forward")).toMatchObject({ ...sofia, theme: "The Role of Culture: the Road Forward" });
    expect(read("ASEM CMM 8", ">Sofia, Bulgaria", ">1-2 March 2018", ">The Role of Culture")).toMatchObject({ ...sofia, theme: "The Role of Culture" });
    expect(read("ASEM CMM 8", "Sofia, Bulgaria, 1-2 March 2018 – “The Role of Culture”")).toMatchObject({ ...sofia, theme: "The Role of Culture" });
    expect(read("ASEM CMM 8", "The Role of Culture", "1-2 March 2018, Sofia, Bulgaria")).toMatchObject({ ...sofia, theme: "The Role of Culture" });
    expect(read("ASEM CMM 8", "The Role of Culture (1-2 March 2018)", "Sofia, Bulgaria")).toMatchObject({ ...sofia, theme: "The Role of Culture" });
  });

  test("are told by quotes where both may be places", () => {
    expect(read("ASEM CMM 8", "“Living Heritage, Open Museums”", "1-2 March 2018", "Sofia, Bulgaria")).toMatchObject({ ...sofia, theme: "Living Heritage, Open Museums" });
    expect(read("ASEM CMM 8", "Sofia, Bulgaria", "1-2 March 2018", "“Living Heritage, Open Museums”")).toMatchObject({ ...sofia, theme: "Living Heritage, Open Museums" });
  });

  test("are told by other meetings where both may be places", () => {
    const open = ["ASEM CMM 8", "Sofia, Bulgaria", "1-2 March 2018", "Living Heritage, Open Museums"];
    expect(readAll(open, ["ASEM CMM 7", "Gwangju, Korea", "22-24 June 2016", "Culture and Creative Economy"])[0]).toMatchObject({ ...sofia, theme: "Living Heritage, Open Museums" });
    expect(read(...open)).toMatchObject({ doubtful: true });
  });

  test("stand together where the date is first", () => {
    expect(read("ASEM CMM 8", ">1-2 March 2018", ">The Role of Culture", ">Sofia, Bulgaria")).toMatchObject({ ...sofia, theme: "The Role of Culture" });
  });
});

test("text behind the date that is no theme and no place is told, not lost", () => {
  const noted = read("ASEM CMM 1", "“Unity”", "Beijing, China", "2 – 4 December 2003", "ASEM Senior Officials, Culture Ministers’ Meetings");
  expect(noted).toMatchObject({ theme: "Unity", city: "Beijing", country: "China", unread: "ASEM Senior Officials, Culture Ministers’ Meetings" });
  const cell = read("ASEM CMM 8", "“The Role of Culture”", "Sofia, Bulgaria", "1-2 March 2018", "(postponed from 2017)");
  expect(cell).toMatchObject({ theme: "The Role of Culture", city: "Sofia", dateText: "1-2 March 2018", unread: "(postponed from 2017)" });
  expect(read("ASEM CMM 8", "“The Role of Culture”", "Sofia, Bulgaria", "1-2 March 2018", "…")).toMatchObject({ unread: "" });
});

describe("theme and place in one paragraph", () => {
  const flowing = ["ASEM CMM 8 The Role", "of Culture Sofia, Bulgaria,", "1-2 March 2018"];

  test("are in doubt", () => {
    expect(read(...flowing)).toMatchObject({ doubtful: true });
  });

  test("are not where other meetings have the place on a line of its own", () => {
    const full = ["ASEM CMM 8 The Role", "of Culture", "Sofia, Bulgaria", ">1-2 March 2018"];
    const [cell, other] = readAll(full, ["ASEM CMM 7", ">Culture and Creative Economy", ">Gwangju, Korea", ">22-24 June 2016"]);
    expect(cell).toMatchObject({ theme: "The Role of Culture", city: "Sofia", doubtful: false });
    expect(other).toMatchObject({ theme: "Culture and Creative Economy", city: "Gwangju", doubtful: false });
  });
});

describe("the label of a meeting", () => {
  test("may go over lines, and into the theme", () => {
    expect(read("ASEM", "CMM 1 Unity of", "all", ">Beijing, China, 2 – 4 December 2003")).toMatchObject({ label: "ASEM CMM 1", labelNumber: 1, theme: "Unity of all", city: "Beijing" });
    expect(read("ASEM", "CMM 1", "Unity", ">Beijing, China, 2 – 4 December 2003")).toMatchObject({ label: "ASEM CMM 1", theme: "Unity", city: "Beijing" });
  });

  test("is empty where there is none", () => {
    expect(read("“Unity”", "Beijing, China, 2 – 4 December 2003")).toMatchObject({ label: "", labelNumber: undefined, theme: "Unity", city: "Beijing" });
  });

  test("has no number if its pattern has no group", () => {
    const [cell] = readMeetingCells([[{ text: "First Meeting", spaced: false, forced: false }]], /First Meeting/u, new WordKnowledge(vocabularyOf([]), () => false));
    expect(cell).toMatchObject({ label: "First Meeting", labelNumber: undefined });
  });

  test("takes from what is behind it on its line that this was started on purpose", () => {
    for (const sign of [">", "~"]) expect(read(`${sign}ASEM CMM 1 Unity Beijing, China, 2 – 4 December 2003`)).toMatchObject({ doubtful: true });
    for (const sign of [">", "~"]) expect(read("ASEM CMM 1", `${sign}2 – 4 December 2003 Unity Beijing, China`)).toMatchObject({ doubtful: true });
    for (const sign of [">", "~"]) expect(read("ASEM CMM 1", `${sign}Unity Beijing, China, 2 – 4 December 2003`)).toMatchObject({ doubtful: false });
  });
});

describe("the place of a meeting", () => {
  test("has its country last, and what is before that in its city", () => {
    expect(read("ASEM CMM 9", "“Unity”", "Siem Reap, Angkor, , Cambodia", "2 – 4 December 2003")).toMatchObject({ city: "Siem Reap, Angkor", country: "Cambodia", unreadPlace: undefined });
  });

  test("is unread where it has one field", () => {
    expect(read("ASEM CMM 9", "“Unity”", "Siem Reap,", "2 – 4 December 2003")).toMatchObject({ theme: "Unity", city: null, country: null, unreadPlace: "Siem Reap" });
  });

  test("is of the theme where no date shows that it is a place", () => {
    expect(read("ASEM CMM 9", "Unity", "Siem Reap, Cambodia")).toMatchObject({ theme: "Unity Siem Reap, Cambodia", city: null, country: null, dateText: null, doubtful: false });
  });
});

test("a date that cannot be read is one all the same", () => {
  expect(read("ASEM CMM 1", "“Unity”", "Beijing, China, 2/4 Dec. of the year 2003")).toMatchObject({ theme: "Unity", city: "Beijing", country: "China", dateText: "2/4 Dec. of the year 2003", days: undefined });
  expect(read("ASEM CMM 1", "“Unity 2003”", "Beijing, China")).toMatchObject({ dateText: null });
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
  const lines = flowOf([partOf([[0, 20, "Unity and"], [0, 32, "diversity of cultures in all the regions of the world"], [0, 44, "Beijing"], [0, 72, "China"], [0, 84, "†"]])]);
  const read = meetingLines(lines, (line) => (line.pitch ?? 0) > 2);
  expect(read).toEqual([
    { text: "Unity and", spaced: false, forced: false, full: false },
    { text: "diversity of cultures in all the regions of the world", spaced: false, forced: true, full: true },
    { text: "Beijing", spaced: false, forced: false, full: false },
    { text: "China", spaced: true, forced: true, full: false },
  ]);
});

test("a cut in a word of the theme or the place that nothing decides is in doubt", () => {
  const { theme, undecided } = read("ASEM CMM 4", "“Pre-", "history”", ">Poznan, Polan-", "dia, 8 – 11 September 2010");
  expect(theme).toBe("Pre-history");
  expect(undecided.map(({ cut: { before, after }, joined }) => [before, after, joined])).toEqual([["Polan", "dia", false], ["Pre", "history", false]]);
});
