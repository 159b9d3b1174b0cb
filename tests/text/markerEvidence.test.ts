import { describe, expect, test } from "vitest";
import type { FlowLine } from "../../src/text/flow/flowLine.js";
import type { FlowStyle } from "../../src/text/flow/flowStyle.js";
import {
  type MarkedLine,
  endsSentenceAlone,
  goesOnRange,
  hadRoomAbove,
  isFurtherIn,
  isTabbed,
  linesHangBelow,
  listGoesOn,
  mayStandInText,
  opensAnnouncedList,
  standsAsItem,
  textFollows,
} from "../../src/text/items/markerEvidence.js";
import { isWord } from "../support/outlines.js";
import { FLUSH, HANGING, lineOf, openItem, styleWith, withRoom } from "../support/flowLines.js";

/** A line that starts with a sign, below a full one of a bullet's item whose lines start at 0, unless `change` says otherwise. */
function marked(text: string, change: Partial<MarkedLine> = {}, style: Partial<FlowStyle> = {}): MarkedLine {
  const line = lineOf(text);
  const before = lineOf("all of it");
  const open = openItem("bullet", before, { textX: 0 });
  return { line, marker: line.marker!, before, below: [], open, isNext: false, isLevel: false, style: styleWith({ hanging: FLUSH, flowed: true, ...style }), isWord, ...change };
}

describe("a dash at the start of a line goes on with a range", () => {
  const range = (before: string, text: string, isLevel = false): boolean => goesOnRange(marked(text, { before: lineOf(before), isLevel }));

  test("from a number to a larger one, or from a day to a day", () => {
    expect([range("in all, 2", "– 8 September"), range("in all, 8", "– 8 fairs"), range("29 June", "– 1 July"), range("in June", "– 1 July"), range("29 June", "– July")]).toEqual([true, false, true, false, false]);
  });

  test("where no dashes mark items, and something is above it", () => {
    expect([range("in all, 2", "– 8 September", true), goesOnRange(marked("– 8 September", { before: undefined })), range("in all, 2", "8. September")]).toEqual([false, false, false]);
  });
});

describe("a sign that may open a list", () => {
  test("does so below text that ends with a colon, and not if it is no first one", () => {
    const opens = (text: string, above: string): boolean => opensAnnouncedList(marked(text, { open: openItem("bullet", lineOf(above)) }));
    expect([opens("1. arts", "• these:"), opens("3. arts", "• these:"), opens("1. arts", "• these")]).toEqual([true, false, false]);
    expect(opensAnnouncedList(marked("1. arts", { open: undefined }))).toBe(false);
  });

  test("does so if the next one is below it, with nothing further left before that", () => {
    const goesOn = (text: string, ...below: readonly FlowLine[]): boolean => listGoesOn(marked(text, { line: lineOf(text, { x: 10 }), below }));
    const next = lineOf("2. lands", { x: 10 });
    expect([goesOn("1. arts", next), goesOn("1. arts", lineOf("more", { x: 20 }), next), goesOn("1. arts"), goesOn("4. arts", lineOf("5. x", { x: 10 }))]).toEqual([true, true, false, false]);
    expect([5, 6].map((x) => goesOn("1. arts", lineOf("more", { x }), next))).toEqual([false, true]);
    expect([goesOn("1. arts", lineOf("2. lands", { x: 15 })), goesOn("1. arts", lineOf("3. lands", { x: 10 }))]).toEqual([false, false]);
  });
});

describe("a sign", () => {
  test("is further in than the lines above it by more than places differ", () => {
    const further = (x: number, style: Partial<FlowStyle> = {}): boolean => isFurtherIn(marked("1. arts", { line: lineOf("1. arts", { x }), open: openItem("bullet", lineOf("• a"), { textX: 8 }) }, style));
    expect([4, 5].map((x) => further(x))).toEqual([false, true]);
    expect([12, 13].map((x) => further(x, { hanging: HANGING }))).toEqual([false, true]);
    expect(isFurtherIn(marked("1. arts", { line: lineOf("1. arts", { x: 50 }), open: undefined }))).toBe(false);
  });

  test("had room on the line above: more than enough, or enough if another is below it", () => {
    const had = (room: number, change: Partial<MarkedLine> = {}, style: Partial<FlowStyle> = {}): boolean => hadRoomAbove(marked("10. arts", { before: withRoom("all of it", room), ...change }, style));
    // The sign is 15 points wide, a space 2.5.
    expect([[24, 26].map((room) => had(room)), [17, 18].map((room) => had(room, { below: [lineOf("11. arts")] }))]).toEqual([[false, true], [false, true]]);
    expect([had(20, { below: [lineOf("11. arts", { x: 9 })] }), had(20, { below: [lineOf("– arts")] })]).toEqual([false, false]);
    expect([had(26, {}, { flowed: false }), had(26, { line: lineOf("10. arts", { x: 9 }) }), had(26, { before: undefined })]).toEqual([false, false, false]);
  });

  test("may be a word where the lines of the item start, if nothing had room above", () => {
    const may = (change: Partial<MarkedLine> = {}, style: Partial<FlowStyle> = {}): boolean => mayStandInText(marked("1. arts", change, style));
    expect(may()).toBe(true);
    expect([may({ before: undefined }), may({}, { hanging: HANGING }), may({ line: lineOf("1. arts", { x: 5 }) }), may({ line: { ...lineOf("1. arts"), pitch: undefined } })]).toEqual([false, false, false, false]);
    expect([12, 13].map((room) => may({ before: withRoom("all of it", room) }))).toEqual([true, false]);
  });

  test("may be a word where items have started only within a sentence, in a list with white space, and with none above", () => {
    const may = (before: string, spaced: boolean, pitch: number): boolean => mayStandInText(marked("1. arts", { before: lineOf(before), line: lineOf("1. arts", { pitch }), isLevel: true }, { spaced }));
    expect([may("all of it", true, 1.2), may("all of it.", true, 1.2), may("all of it", false, 1.2), may("all of it", true, 1.3)]).toEqual([true, false, false, false]);
  });

  test("stands as items do, but not where lines hang, nor at a part's start unless items started there", () => {
    const stands = (change: Partial<MarkedLine> = {}, style: Partial<FlowStyle> = {}): boolean => standsAsItem(marked("1. arts", change, style));
    const torn = { ...lineOf("1. arts"), pitch: undefined };
    expect([stands(), stands({}, { hanging: HANGING }), stands({ line: lineOf("1. arts", { x: 5 }) }, { hanging: HANGING }), stands({ open: undefined }, { hanging: HANGING })]).toEqual([true, false, true, true]);
    expect([stands({ line: torn }), stands({ line: torn, isLevel: true })]).toEqual([false, true]);
  });

  test("has a tab behind it if the gap is wider than half a font size, and than the spaces of its line", () => {
    // "_" adds a point to a word space of 2.5.
    const tabbed = (text: string): boolean => isTabbed(marked(text));
    expect([tabbed("1. __arts"), tabbed("1. ___arts")]).toEqual([false, true]);
    expect([tabbed("1. _____arts __of"), tabbed("1. _____arts ___of")]).toEqual([true, false]);
    expect([tabbed("1)arts _____of"), tabbed("1.")]).toEqual([false, false]);
  });

  test("has its text hang below it", () => {
    const hang = (after: FlowLine): boolean => linesHangBelow(marked("1. arts", { below: [after] }));
    // The text starts at 12.5.
    expect([7, 9, 16, 18].map((x) => hang(lineOf("more", { x })))).toEqual([false, true, true, false]);
    expect([hang(lineOf("– more", { x: 12 })), hang(lineOf("more", { x: 12, pitch: 1.4 })), hang({ ...lineOf("more", { x: 12 }), pitch: undefined })]).toEqual([false, false, false]);
    expect(linesHangBelow(marked("– arts", { below: [lineOf("more", { x: 4 })] }))).toBe(false);
  });
});

describe("a sign alone on its line", () => {
  test("has its text on the next line, further in, or below it in a column too narrow for both", () => {
    const follow = (after: FlowLine | undefined, room = 0, style: Partial<FlowStyle> = {}): boolean => textFollows(marked("1.", { line: withRoom("1.", room), below: after === undefined ? [] : [after] }, style));
    expect([4, 5].map((x) => follow(lineOf("arts", { x }), 100))).toEqual([false, true]);
    expect([22, 24].map((room) => follow(lineOf("arts"), room))).toEqual([true, false]);
    expect([follow(lineOf("arts", { x: -5 })), follow(lineOf("arts"), 0, { hanging: HANGING })]).toEqual([false, false]);
    expect([follow(undefined), follow(lineOf("2. arts", { x: 9 })), follow(lineOf("arts", { x: 9, pitch: 1.4 }))]).toEqual([false, false, false]);
  });

  test("ends a sentence if it is a number or a letter that no list goes on with, unless items started there and no sentence goes on", () => {
    const ends = (text: string, change: Partial<MarkedLine> = {}): boolean => endsSentenceAlone(marked(text, change));
    expect([ends("217."), ends("b)"), ends("–"), ends("217.", { isNext: true }), ends("217.", { open: undefined })]).toEqual([true, true, false, false, false]);
    const further = lineOf("217.", { x: 9 });
    expect([ends("217.", { isLevel: true }), ends("217.", { line: further }), ends("217.", { line: further, isLevel: true })]).toEqual([true, true, false]);
  });
});
