import { describe, expect, test } from "vitest";
import { type AroundDate, type MeetingLine, partsReader, withoutQuotes } from "../../src/annex/meetingParts.js";

/** A line that starts with "~" has white space above it; one that starts with ">" was started on purpose. */
function linesOf(texts: readonly string[]): MeetingLine[] {
  return texts.map((text) => ({ text: text.replace(/^[~>]/u, ""), spaced: text.startsWith("~"), forced: text.startsWith(">") }));
}

/** A cell with lines before its date and, maybe, lines after it. */
function cell(before: readonly string[], after: readonly string[] = []): AroundDate {
  return { before: linesOf(before), after: linesOf(after) };
}

/** What the first of a document's cells says, its lines separated by slashes. */
function read(...cells: readonly AroundDate[]): { theme: string; place: string; unread: string; doubtful: boolean } {
  const { theme, place, unread, doubtful } = partsReader(cells)(cells[0] ?? cell([]));
  const text = (lines: readonly MeetingLine[]): string => lines.map((line) => line.text).join(" / ");
  return { theme: text(theme), place: text(place), unread: text(unread), doubtful };
}

/** What two fields say, with nothing in doubt or unread. */
function shown(theme: string, place: string): ReturnType<typeof read> {
  return { theme, place, unread: "", doubtful: false };
}

function inDoubt(theme: string, place: string): ReturnType<typeof read> {
  return { ...shown(theme, place), doubtful: true };
}

describe("theme and place together are divided", () => {
  test("at the last bracket that does not close", () => {
    expect(read(cell(["Unity (and", "diversity) of all", "(Beijing,", "China"]))).toEqual(shown("Unity (and / diversity) of all", "(Beijing, / China"));
    expect(read(cell(["Unity of all (Beijing,", "China"]))).toEqual(shown("Unity of all", "(Beijing, / China"));
    expect(read(cell(["Unity (of all)", "Beijing,", "China"]))).toEqual(inDoubt("Unity (of all)", "Beijing, / China"));
    expect(read(cell(["Unity (of", "all) for ever", "Beijing,", "China"]))).toEqual(inDoubt("Unity (of / all) for ever", "Beijing, / China"));
  });

  test("after the last quote that closes the theme", () => {
    expect(read(cell(["“Unity”", "and “diversity” Beijing,", "China"]))).toEqual(shown("“Unity” / and “diversity”", "Beijing, / China"));
    expect(read(cell(["“Unity and", "diversity”", "North Beijing,", "China"]))).toEqual(shown("“Unity and / diversity”", "North Beijing, / China"));
    expect(read(cell(["‘Asia’s heritage’ Lomé,", "Cote d’Ivoire"]))).toEqual(shown("‘Asia’s heritage’", "Lomé, / Cote d’Ivoire"));
    expect(read(cell(["“Unity", "Beijing, China"]))).toEqual(inDoubt("“Unity", "Beijing, China"));
  });

  test("at the last white space that has a comma below it", () => {
    expect(read(cell(["Unity of", "~all, and", "~Beijing,", "China"]))).toEqual(shown("Unity of / all, and", "Beijing, / China"));
    expect(read(cell(["Unity", "~Beijing, China", "~as planned"]))).toEqual(shown("Unity", "Beijing, China / as planned"));
    expect(read(cell(["Unity", "~Beijing,", "North, China"]))).toEqual(shown("Unity", "Beijing, / North, China"));
    expect(read(cell(["~Unity of", "Beijing, China"]))).toEqual(inDoubt("Unity of", "Beijing, China"));
  });

  test("at the last line started on purpose, up to the one with the last comma that text follows", () => {
    expect(read(cell(["Unity, for", ">all of", ">Beijing,", "China,"]))).toEqual(shown("Unity, for / all of", "Beijing, / China,"));
    expect(read(cell(["Unity", ">Beijing,", ">China"]))).toEqual(shown("Unity", "Beijing, / China"));
    expect(read(cell([">Unity", "Beijing, China"]))).toEqual(inDoubt("Unity", "Beijing, China"));
  });

  test("not at all where the only line has both, and only its start shows that it is a place", () => {
    expect(read(cell([">Beijing, China"]))).toEqual(shown("", "Beijing, China"));
    expect(read(cell(["~Beijing, China"]))).toEqual(shown("", "Beijing, China"));
    expect(read(cell(["Beijing, China"]))).toEqual(inDoubt("", "Beijing, China"));
    expect(read(cell(["Unity", "Beijing"]))).toEqual(inDoubt("", "Unity / Beijing"));
  });

  test("after the date where nothing is before it", () => {
    expect(read(cell([], ["Unity", ">Beijing, China"]))).toEqual(shown("Unity", "Beijing, China"));
    expect(read(cell([], ["Unity Beijing, China"]))).toEqual(inDoubt("", "Unity Beijing, China"));
  });

  test("without doubt where another meeting shows how, and where there is nothing to divide", () => {
    expect(read(cell(["Unity", "Beijing, China"]), cell(["Culture", ">Gwangju, Korea"]))).toEqual(shown("Unity", "Beijing, China"));
    expect(read(cell([]))).toEqual(shown("", ""));
  });
});

describe("theme and place on either side of the date", () => {
  const either = cell(["Sofia, Bulgaria"], ["Living Heritage, Open Museums"]);
  const placeFirst = cell(["Gwangju, Korea"], ["Culture and Creative Economy"]);
  const themeFirst = cell(["Culture and Creative Economy"], ["Gwangju, Korea"]);

  test("are where most meetings have them if both may be places", () => {
    expect(read(either, placeFirst)).toEqual(shown("Living Heritage, Open Museums", "Sofia, Bulgaria"));
    expect(read(either, themeFirst)).toEqual(shown("Sofia, Bulgaria", "Living Heritage, Open Museums"));
    expect(read(either, themeFirst, themeFirst, placeFirst)).toEqual(shown("Sofia, Bulgaria", "Living Heritage, Open Museums"));
    expect(read(either, themeFirst, placeFirst)).toEqual(inDoubt("Sofia, Bulgaria", "Living Heritage, Open Museums"));
  });

  test("are where their own words show it, wherever others have them", () => {
    expect(read(placeFirst, themeFirst, themeFirst)).toEqual(shown("Culture and Creative Economy", "Gwangju, Korea"));
    expect(read(placeFirst, themeFirst)).toEqual(shown("Culture and Creative Economy", "Gwangju, Korea"));
    expect(read(cell([">Gwangju, Korea"], ["Culture"]), themeFirst)).toEqual(shown("Culture", "Gwangju, Korea"));
    expect(read(placeFirst, either)).toEqual(shown("Culture and Creative Economy", "Gwangju, Korea"));
  });

  test("are told apart by what has both and is no place therefore", () => {
    expect(read(cell(["Gwangju, Korea"], ["Unity", "~Sofia, Bulgaria"]))).toEqual(shown("Unity / Sofia, Bulgaria", "Gwangju, Korea"));
    expect(read(cell(["Living Heritage", "Open Museums, Asia"], ["Sofia, Bulgaria"]))).toEqual(inDoubt("Living Heritage / Open Museums, Asia", "Sofia, Bulgaria"));
  });

  test("are both before it, and what is after it belongs to neither, if it is no place", () => {
    expect(read(cell(["Unity", ">Sofia, Bulgaria"], ["as planned"]))).toEqual({ ...shown("Unity", "Sofia, Bulgaria"), unread: "as planned" });
    expect(read(cell(["Unity", ">Sofia, Bulgaria"], ["Matrix, Annex"]))).toEqual({ ...shown("Unity", "Sofia, Bulgaria"), unread: "Matrix, Annex" });
    expect(read(cell(["Unity", ">of all, for each and all of us"], ["Sofia, Bulgaria"]))).toEqual(shown("Unity / of all, for each and all of us", "Sofia, Bulgaria"));
    expect(read(cell(["Unity"], ["as planned"]))).toEqual({ ...inDoubt("", "Unity"), unread: "as planned" });
  });
});

test("a theme loses the quotes around all of it, and no others", () => {
  expect(["“Unity”", "„Unity“", "“ Unity ”", "Unity ”", "“Unity", "“Unity” now", '"'].map(withoutQuotes)).toEqual(["Unity", "Unity", "Unity", "Unity ”", "“Unity", "“Unity” now", '"']);
});
