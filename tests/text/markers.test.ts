import { describe, expect, test } from "vitest";
import { type LineMarker, follows, looksLikeMarker, markerOf, needsPlace, opensList } from "../../src/text/words/markers.js";
import { wordsAt } from "../support/cells.js";

/** The marker of a word; "none" is no word that has one. */
function marker(text: string): LineMarker {
  const found = maybe(text);
  if (found === undefined) throw new Error(`${text} has no marker`);
  return found;
}

function maybe(text: string): LineMarker | undefined {
  const [word] = wordsAt([[0, 20, text]]);
  return word === undefined ? undefined : markerOf(word);
}

describe("a word is a marker", () => {
  test.each([
    ["•", "bullet", undefined, 1],
    ["➢", "bullet", undefined, 1],
    ["o", "bullet", undefined, 1],
    ["•Support", "bullet", undefined, 1],
    ["-", "dash", undefined, 1],
    ["–", "dash", undefined, 1],
    ["3.", "number", 3, 2],
    ["12)", "number", 12, 3],
    ["(4)", "number", 4, 3],
    ["1)Supporting", "number", 1, 2],
    ["–support", "dash", undefined, 1],
    ["→Support", "bullet", undefined, 1],
    ["⇒8th", "bullet", undefined, 1],
    ["a)", "letter", undefined, 2],
    ["(iv)", "letter", undefined, 4],
    ["(a)identify", "letter", undefined, 3],
    ["(m)To", "letter", undefined, 3],
  ] as const)("or starts with one: %s", (text, kind, number, length) => {
    expect(marker(text)).toMatchObject({ kind, number, length });
  });

  test.each(["Support", "2018", "1", "a", "e.g.", "-5", "3rd", "(see", "1.5", "(s)he", "a)identify"])("or is none: %s", (text) => {
    expect(maybe(text)).toBeUndefined();
  });
});

describe("a list goes from a marker", () => {
  test.each([["1)", "2)"], ["9.", "10."], ["a)", "b)"], ["h)", "i)"], ["i)", "ii)"], ["(iii)", "(iv)"]])("%s to %s", (before, after) => {
    expect(follows(marker(after), marker(before))).toBe(true);
  });

  test.each([["1)", "3)"], ["2)", "1)"], ["1)", "1)"], ["a)", "c)"], ["1)", "b)"], ["•", "•"], ["ii)", "i)"]])("%s not to %s", (before, after) => {
    expect(follows(marker(after), marker(before))).toBe(false);
  });
});

test("a list starts with a bullet, a dash, or the first number or letter", () => {
  expect(["•", "-", "1)", "a)", "i)"].filter((text) => !opensList(marker(text)))).toEqual([]);
  expect(["2)", "b)", "ii)", "x)"].filter((text) => opensList(marker(text)))).toEqual([]);
});

test("what stands in running text needs a place to be a marker", () => {
  const needs = (text: string): boolean => wordsAt([[0, 20, text]]).some((word) => needsPlace(marker(text), word));
  expect(["1)", "-", "a)", "o", "·", "*", "›", "→Support"].filter((text) => !needs(text))).toEqual([]);
  expect(["•", "■", "➢", "→"].filter(needs)).toEqual([]);
});

test("a word looks like a marker if it is nothing else: no column is made of them", () => {
  expect(["•", "–", "1)", "(12)", "a)", "o"].filter((text) => !looksLikeMarker(text))).toEqual([]);
  expect(["•Support", "1)Supporting", "8", "2018", "Support"].filter(looksLikeMarker)).toEqual([]);
});
