import { describe, expect, test } from "vitest";
import type { FlowLine } from "../../src/text/flow/flowLine.js";
import type { FlowStyle } from "../../src/text/flow/flowStyle.js";
import { isInUnspacedList, isIntroduced, standsElsewhere, standsFurtherLeft } from "../../src/text/items/placeEvidence.js";
import type { OpenItem } from "../../src/text/items/rawItem.js";
import { endsShortOfTorn, endsUnstretched, hadRoom, isFilled, reachesTheEnd, wasEndedOnPurpose } from "../../src/text/items/roomEvidence.js";
import { isApartAsItems, isRatherApart } from "../../src/text/items/spaceEvidence.js";
import { FLUSH, HANGING, lineOf, openItem, styleWith, withRoom } from "../support/flowLines.js";

describe("little white space", () => {
  const apart = (before: FlowLine, text: string, pitch = 1.3): boolean => isRatherApart({ before, line: lineOf(text, { pitch }), style: styleWith() });

  test("divides where a sentence ended, or starts", () => {
    expect([apart(lineOf("all of it."), "Asia"), apart(lineOf("all of it"), "The rest"), apart(lineOf("all of it"), "Asia")]).toEqual([true, true, false]);
    expect(apart(lineOf("all of it."), "Asia", 1.2)).toBe(false);
  });

  test("divides where the first word had room above", () => {
    expect([22, 24].map((room) => apart(withRoom("all of it", room), "Asia"))).toEqual([false, true]);
  });

  test("divides before a small letter only behind a full stop", () => {
    expect(["it.", "it;", "it:", "it"].map((end) => apart(withRoom(`all of ${end}`, 50), "asia"))).toEqual([true, false, false, false]);
  });
});

describe("white space as between the items of a list without markers", () => {
  const apart = ({ first = 1.34, pitch = 1.34, x = 0, room = 0, kind = "none" }: { first?: number | undefined; pitch?: number | undefined; x?: number; room?: number; kind?: "none" | "bullet" }): boolean => {
    const open = openItem(kind, lineOf("grants", { pitch: first }), { textX: 0 });
    return isApartAsItems({ before: withRoom("grants", room), line: lineOf("loans", { pitch, x }), open, style: styleWith() });
  };

  test("divides where it is beyond doubt, or the first word had room above", () => {
    expect([apart({}), apart({ first: 1.3, pitch: 1.3 }), apart({ first: 1.3, pitch: 1.3, room: 29 }), apart({ first: 1.2, pitch: 1.2, room: 29 })]).toEqual([true, false, true, false]);
  });

  test("is the same as that above the item's first line, but for rounding", () => {
    expect([1.41, 1.43].map((pitch) => apart({ pitch }))).toEqual([true, false]);
    expect([apart({ first: 1.2, pitch: 1.34 }), apart({ first: 1.34, pitch: 1.28 }), apart({ first: 1.31 })]).toEqual([false, false, false]);
  });

  test("is not at a part's start, behind another marker, or further in", () => {
    const parts = { first: lineOf("grants"), second: { ...lineOf("loans"), pitch: undefined } };
    expect(isApartAsItems({ before: parts.first, line: parts.second, open: openItem("none", lineOf("grants", { pitch: 1.34 })), style: styleWith() })).toBe(false);
    expect(isApartAsItems({ before: parts.first, line: lineOf("loans", { pitch: 1.34 }), open: openItem("none", parts.second), style: styleWith() })).toBe(false);
    expect([apart({ kind: "bullet" }), apart({ x: 4 }), apart({ x: 5 })]).toEqual([false, true, false]);
  });
});

describe("the place of a line", () => {
  const hanging = styleWith({ hanging: HANGING });
  const flat = styleWith({ hanging: FLUSH });

  test("is that of an announced list if it is further in than the text that announces it", () => {
    const introduced = (x: number, before: FlowLine, item: FlowLine, kind: "bullet" | "none" = "bullet"): boolean => isIntroduced({ before, line: lineOf("grants", { x }), open: openItem(kind, item), style: hanging });
    const [announcing, plain] = [lineOf("• these:"), lineOf("• these")];
    expect([16, 17].map((x) => introduced(x, announcing, announcing))).toEqual([false, true]);
    expect([introduced(17, plain, plain), introduced(17, announcing, announcing, "none")]).toEqual([false, false]);
    expect([20, 22].map((x) => introduced(x, lineOf("these:", { x: 12 }), announcing))).toEqual([false, true]);
    expect(introduced(17, lineOf("• these:", { x: 12 }), announcing)).toBe(true);
  });

  test("is further left than the item's text, where lines hang, or than the line above, in a list without markers", () => {
    const left = (x: number, open: OpenItem, style = hanging, isNested = true): boolean => standsFurtherLeft({ before: lineOf("grants", { x: 20 }), line: lineOf("loans", { x }), open, isNested, style });
    const list = openItem("none", lineOf("grants"));
    expect([left(15, list), left(16, list), left(15, list, hanging, false)]).toEqual([true, false, false]);
    const wide = openItem("bullet", lineOf("• a"), { textX: 20 });
    expect([left(4, wide), left(5, wide), left(4, wide, flat)]).toEqual([true, false, false]);
    const narrow = openItem("bullet", lineOf("• a"));
    expect([left(2, narrow), left(4, narrow)]).toEqual([true, false]);
  });

  test("is where no line of the item would be", () => {
    const elsewhere = (x: number, open: OpenItem, style = hanging): boolean => standsElsewhere({ line: lineOf("loans", { x }), open, style });
    const wide = openItem("bullet", lineOf("• a"), { textX: 20 });
    expect([4, 5, 28, 30].map((x) => elsewhere(x, wide))).toEqual([true, false, false, true]);
    expect([17, 19].map((x) => elsewhere(x, openItem("bullet", lineOf("• a"), { textX: 2 })))).toEqual([false, true]);
    const outdented = { ...flat, outdent: { bullet: 1.2, number: 0, dash: 0, letter: 0, none: 0 } };
    expect([-17, -16].map((x) => elsewhere(x, wide, outdented))).toEqual([true, false]);
    expect([-5, -4].map((x) => elsewhere(x, openItem("none", lineOf("a")), hanging))).toEqual([true, false]);
  });
});

test("a list is one without white space if it is nested, without markers, and the items of its column have none", () => {
  const inList = (kind: "none" | "bullet", isNested: boolean, spaced: boolean): boolean => isInUnspacedList({ open: openItem(kind, lineOf("a")), isNested, style: styleWith({ spaced }) });
  expect([inList("none", true, false), inList("bullet", true, false), inList("none", false, false), inList("none", true, true)]).toEqual([true, false, false, false]);
});

describe("room at the end of a line", () => {
  const flowed = styleWith({ flowed: true });
  const onPurpose = (before: FlowLine, text: string, cell: readonly FlowLine[] = [before], style = flowed): boolean => wasEndedOnPurpose({ before, line: lineOf(text), style, cell });

  test("is for the next word where a sentence ended, and for more of it elsewhere, if lines are filled", () => {
    expect([22, 23].map((room) => onPurpose(withRoom("all of it.", room), "Asia"))).toEqual([false, true]);
    expect([32, 33].map((room) => onPurpose(withRoom("all of it", room), "Asia"))).toEqual([false, true]);
    expect(onPurpose(withRoom("all of it.", 23), "Asia", [], styleWith({ flowed: false }))).toBe(false);
  });

  test("is a third of the line before a small letter, as far as the cell's lines reach that start there", () => {
    // 45 points of text: they leave more than a third where lines reach further than 67.5.
    const before = withRoom("all of it.", 40);
    const other = (x1: number, x = 0): FlowLine => lineOf("and more", { x1, x });
    expect([67, 68].map((x1) => onPurpose(before, "asia", [before, other(x1)]))).toEqual([false, true]);
    expect(onPurpose(before, "asia", [before, other(90, 5)])).toBe(false);
    expect(onPurpose(withRoom("all of it, and so on.", 33), "asia", [other(300)])).toBe(false);
  });

  test("is for the piece of the next word that hyphenation would leave there", () => {
    const had = (room: number, text: string, change: Partial<FlowLine>, end = "it."): boolean => hadRoom({ before: withRoom(`all of ${end}`, room, change), line: lineOf(text) });
    const hyphenated = { hyphenated: true };
    expect([26, 27].map((room) => had(room, "Recommending", hyphenated))).toEqual([false, true]);
    expect([had(40, "Recommending", hyphenated), had(40, "Recommending", {}), had(40, "Recommending", hyphenated, "it"), had(40, "recommending", hyphenated)]).toEqual([true, false, false, false]);
    expect([had(15, "Asia", hyphenated), had(15, "Asian", hyphenated)]).toEqual([false, true]);
  });
});

describe("a line that is not stretched", () => {
  const before = (text: string, room: number, change: Partial<FlowLine> = {}): FlowLine => withRoom(text, room, { justified: true, stretched: false, ...change });
  const ends = (line: FlowLine, next: string, style: Partial<FlowStyle> = {}): boolean => endsUnstretched({ before: line, line: lineOf(next), style: styleWith({ stretchesAll: true, tight: false, ...style }) });

  test("ends a paragraph where all others are and the next word had room", () => {
    expect([22, 23].map((room) => ends(before("all of it", room), "Asia"))).toEqual([false, true]);
    expect([ends(before("all of it", 23, { justified: false }), "Asia"), ends(before("all of it", 23), "asia"), ends(before("all of it", 23), "Asia", { stretchesAll: false }), ends(before("all", 23), "Asia")]).toEqual([false, false, false, false]);
  });

  test("ends one with a sentence, without that room, if all full lines are stretched", () => {
    expect([true, false].map((stretchesFull) => ends(before("all of it.", 6), "Asia", { stretchesFull }))).toEqual([true, false]);
    expect(ends(before("all of it", 6), "Asia", { stretchesFull: true })).toBe(false);
  });

  test("ends one with a sentence where no white space does, before a small letter only if it is short", () => {
    const tight = { tight: true };
    expect([ends(before("all of it.", 3), "Asia", tight), ends(before("all of it.", 3, { stretched: true }), "Asia", tight), ends(before("it.", 3), "Asia", tight)]).toEqual([true, false, false]);
    expect([5, 6].map((room) => ends(before("all of it.", room), "asia", tight))).toEqual([false, true]);
    expect(ends(before("all of it", 3), "Asia", tight)).toBe(false);
  });

  test("is filled if it is nearly as long as those that are", () => {
    expect([5, 6].map((room) => isFilled({ before: before("all of it", room) }))).toEqual([true, false]);
    expect(isFilled({ before: before("all of it", 5, { justified: false }) })).toBe(false);
    expect([true, false].map((stretched) => reachesTheEnd({ before: lineOf("all", { stretched }) }))).toEqual([true, false]);
  });

  test("ends a paragraph at a part's end where engines stretch the last lines of those that go on", () => {
    const torn = (line: FlowLine, stretchesTorn = true): boolean => endsShortOfTorn({ before: line, style: styleWith({ stretchesTorn }) });
    expect([torn(before("all of it", 3)), torn(before("all of it", 3), false), torn(before("all of it", 3, { justified: false })), torn(before("all", 3)), torn(before("• all", 3))]).toEqual([true, false, false, false, false]);
  });
});
