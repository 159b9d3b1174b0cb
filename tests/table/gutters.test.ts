import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type KnownBoundary, boundariesBetween, movedBoundaries } from "../../src/table/evidence/gutters.js";
import { looksLikeMarker } from "../../src/text/words/markers.js";
import { type SetLine, wordsAt } from "../support/cells.js";

function boundary(left: [number, number], right: [number, number], lines: readonly SetLine[], before?: KnownBoundary): number {
  const anchors = [left, right].map(([x0, x1]) => ({ x0, x1 }));
  return boundariesBetween(anchors, wordsAt(lines), looksLikeMarker, before === undefined ? [] : [before])[0]!;
}

describe("the boundary between two columns without rules", () => {
  test("lies before the bullets of the right column, not between them and their text", () => {
    const at = boundary([0, 30], [120, 160], [
      [0, 20, "left of it all"],
      [90, 20, "• _____right"],
    ]);
    expect(at).toBeGreaterThan(65);
    expect(at).toBeLessThan(90);
  });

  test("lies before them also where they stand next to the left column's name", () => {
    const at = boundary([60, 95], [176, 200], [
      [94, 20, "•"],
      [110, 20, "left of it all"],
      [108, 32, "and more of it"],
      [176, 20, "right"],
    ]);
    expect(at).toBeGreaterThan(160);
    expect(at).toBeLessThanOrEqual(176);
  });

  test("lies before the right column also where the left one's bullets stand under its name", () => {
    const at = boundary([60, 85], [150, 200], [
      [70, 20, "•"],
      [95, 20, "left of it"],
      [95, 32, "and more"],
      [150, 20, "right"],
    ]);
    expect(at).toBeGreaterThan(140);
    expect(at).toBeLessThanOrEqual(150);
  });

  test("lies behind a dash of the left column's sentence that no other line reaches", () => {
    const at = boundary([0, 30], [110, 140], [
      [0, 20, "Poznan in Poland, 8 –"],
      [0, 32, "11 September"],
      [120, 20, "right"],
    ]);
    expect(at).toBeGreaterThan(97);
  });

  test("lies behind numbers under their name where nothing else divides the columns", () => {
    const at = boundary([0, 12], [60, 90], [
      [0, 20, "8."],
      [30, 20, "ASEM CMM 8 in Sofia"],
      [30, 32, "The role of culture"],
    ]);
    expect(at).toBeGreaterThan(10);
    expect(at).toBeLessThanOrEqual(30);
  });

  test("lies under the left name where that is wider than its column, and the right column's text starts under it", () => {
    const lines: SetLine[] = [
      [20, 20, "9"],
      [45, 20, "Culture and its world"],
      [45, 32, "in all of the lands"],
      [45, 44, "internationally seen"],
    ];
    const at = boundary([10, 60], [75, 120], lines);
    expect(at).toBeGreaterThan(25);
    expect(at).toBeLessThan(45);
  });

  test("lies where no line has a mere word space, however wide another strip is", () => {
    const at = boundary([0, 30], [110, 140], [
      [0, 20, "left of it all of"],
      [77, 32, "The right of"],
      [77, 44, "All the right"],
    ]);
    expect(at).toBeGreaterThanOrEqual(75);
    expect(at).toBeLessThanOrEqual(77);
  });

  test("lies where the page before had it, if that is free: a stretched line may leave a wider strip", () => {
    const lines: SetLine[] = [
      [0, 20, "CMM ____________________3"],
      [58, 20, "1) one"],
    ];
    expect(boundary([0, 15], [58, 80], lines)).toBeLessThan(37);
    const at = boundary([0, 15], [58, 80], lines, { at: 56, isShown: false });
    expect(at).toBeGreaterThan(42);
    expect(at).toBeLessThanOrEqual(58);
  });

  test("lies where the page before had it also on a page that has no words there", () => {
    expect(boundary([0, 15], [58, 80], [], { at: 40, isShown: false })).toBe(40);
  });

  test("lies before the first text of a column that was empty, not in the space between that and its name", () => {
    const lines: SetLine[] = [
      [0, 20, "left of it all"],
      [96, 20, "3"],
    ];
    const at = boundary([40, 70], [104, 114], lines, { at: 102, isShown: false });
    expect(at).toBeGreaterThan(75);
    expect(at).toBeLessThan(96);
  });

  test("lies where text has shown it, also where the left column's lines start flush behind the start of its name's cell", () => {
    const lines: SetLine[] = [
      [21, 20, "Establish one"],
      [21, 32, "Establish two"],
    ];
    expect(boundary([0, 20], [120, 150], lines, { at: 110, isShown: true })).toBe(110);
  });

  test("lies at no word space of a typewriter, which is as wide as a letter", () => {
    const at = boundary([0, 60], [120, 150], [
      [0, 20, "Support ___events"],
      [80, 20, "a. ___Support ___projects:"],
      [95.5, 32, "Support ___projects."],
    ]);
    expect(at).toBeGreaterThan(70);
    expect(at).toBeLessThanOrEqual(80);
  });

  test("does not lie at a word space that happens to be under the start of the right column's name", () => {
    const at = boundary([0, 15], [78, 100], [
      [0, 20, "one"],
      [50, 20, "• _____To realize"],
    ]);
    expect(at).toBeLessThanOrEqual(50);
  });

  test("leaves the words of both sides whole wherever a strip is free, property", () => {
    const texts = fc.array(fc.stringMatching(/^[a-z]{1,6}$/u), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(texts, texts, fc.integer({ min: 4, max: 40 }), (left, right, gap) => {
        const lines: SetLine[] = [...left.map((text, i): SetLine => [0, 20 + 12 * i, text]), ...right.map((text, i): SetLine => [30 + gap, 20 + 12 * i, text])];
        const at = boundary([0, 20], [30 + gap, 60 + gap], lines);
        expect(at).toBeGreaterThanOrEqual(Math.max(...left.map((text) => 5 * text.length)));
        expect(at).toBeLessThanOrEqual(30 + gap);
      }),
    );
  });
});

describe("the boundary on a page without names", () => {
  const moved = (lines: readonly SetLine[]): number => movedBoundaries([100], wordsAt(lines), looksLikeMarker)[0]!;

  test("moves before markers whose text starts behind it", () => {
    const at = moved([
      [0, 20, "left of it –"],
      [120, 20, "right of it"],
      [85, 32, "–"],
      [104, 32, "an item"],
    ]);
    expect(at).toBeGreaterThan(60);
    expect(at).toBeLessThan(85);
  });

  test("stays behind a column of numbers, and behind a dash of a sentence", () => {
    expect(moved([[85, 20, "1."], [104, 20, "right of it"], [85, 32, "2."], [104, 32, "and more"]])).toBe(100);
    expect(moved([[30, 20, "left of it –"], [104, 20, "right of it"]])).toBe(100);
  });
});
