import { describe, expect, test } from "vitest";
import { textOnPage } from "../../src/ocr/glyphs.js";
import { isDoubtful, judge } from "../../src/ocr/judge.js";
import type { Marks } from "../../src/ocr/marks.js";
import { extentsOf } from "../../src/ocr/placing.js";
import type { ReadLine, ReadWord } from "../../src/ocr/recogniser.js";
import { regionsOf } from "../../src/ocr/regions.js";
import { boxAt } from "../support/drawnInk.js";

/** A word of letters 12 pixels wide and 28 high, on the line at 128. */
function word(text: string, x: number, confidence = 95): ReadWord {
  return { text, confidence, box: boxAt(x, 100, 12 * text.length, 28) };
}

function line(...words: ReadWord[]): ReadLine {
  return { words, baseline: 128, height: 40 };
}

const SENTENCE = line(word("Strengthen", 200), word("networks", 330));

describe("what was recognised is text", () => {
  const read = (...lines: ReadLine[]): { kept: string[]; ignored: string[] } => {
    const { lines: kept, ignored } = judge(lines, 20);
    return { kept: kept.map(({ words }) => words.map(({ text }) => text).join(" ")), ignored: ignored.map(({ text }) => text) };
  };

  test("unless the page has not one sure word", () => {
    expect(read(line(word("il", 50, 90)), line(word("Seem", 200, 60), word("—", 300)))).toEqual({ kept: [], ignored: ["il", "Seem", "—"] });
  });

  test("unless it is a lone sign that is unsure, or as low as dust", () => {
    const low = { ...word("i", 50), box: boxAt(50, 100, 6, 9) };
    expect(read(SENTENCE, line(word("8", 50)), line(word("5.", 50)), line(word("–", 50)))).toEqual({ kept: ["Strengthen networks", "8", "5.", "–"], ignored: [] });
    expect(read(SENTENCE, line(word("8", 50, 40)), line(low), line(word("~", 50)))).toEqual({ kept: ["Strengthen networks"], ignored: ["8", "i", "~"] });
  });

  test("unless it is an unsure sign at an end of a line; unsure words stay", () => {
    expect(read(line(word("|", 150, 20), word("Strengthen", 200), word("&", 330, 20), word("netwrks", 360, 20), word("'", 460, 10)))).toEqual({
      kept: ["Strengthen & netwrks"],
      ignored: ["|", "'"],
    });
  });
});

const WORDS = new Set(["heritage", "strengthen", "networks", "culture"]);
const isKnown = (text: string): boolean => WORDS.has(text);

describe("a word is doubtful", () => {
  test.each([
    ["heritage", 74, true],
    ["heritage", 75, false],
    ["Heritage,", 80, false],
    ["heritage-culture", 80, false],
    ["hentage", 92, true],
    ["hentage", 93, false],
    ["heritage-cultnre", 80, true],
    ["CMM8", 90, true],
    ["2018", 80, false],
    ["of", 80, false],
    ["–", 80, false],
  ])("%s at %s: %s", (text, confidence, doubtful) => {
    expect(isDoubtful(word(text, 0, confidence), isKnown)).toBe(doubtful);
  });
});

describe("the places of words along a line", () => {
  test("are their own, cut apart where they overlap", () => {
    expect(extentsOf([word("one", 100), word("two", 134)], 4)).toEqual([
      { from: 100, to: 130 },
      { from: 134, to: 170 },
    ]);
  });

  test("are shared out by their characters where they stand in another order", () => {
    const extents = extentsOf([word("one", 140), word("threes", 100)], 4);
    expect(extents.map(({ from }) => from)).toEqual([100, expect.closeTo(100 + (76 / 9.5) * 3.5, 6)]);
    expect(extents[1]!.to).toBeCloseTo(176, 6);
  });
});

describe("the text of a page", () => {
  const marks: Marks = { xHeight: 20, text: [], bullets: [], specks: [], blots: [] };
  const component = (x: number, y: number, side: number): Marks["bullets"][number] => ({ ...boxAt(x, y, side, side), area: side * side, runs: [] });

  test("stands on the baselines of its lines, a space between words, in one size", () => {
    const { glyphs, words, confidence } = textOnPage({ lines: [SENTENCE, { ...SENTENCE, height: 42 }], raised: [] }, marks, 72, isKnown);
    expect(glyphs.slice(0, 19).map(({ text }) => text).join("")).toBe("Strengthen networks");
    expect(new Set(glyphs.map(({ y }) => y))).toEqual(new Set([128]));
    expect(new Set(glyphs.map(({ size }) => size)).size).toBe(1);
    expect(glyphs.filter(({ text }) => text === " ").every((glyph) => glyph.confidence === undefined)).toBe(true);
    expect([words, confidence]).toEqual([4, 95]);
  });

  test("has bullets in the lines that start behind them", () => {
    const { glyphs } = textOnPage({ lines: [SENTENCE, line(word("Next", 600))], raised: [] }, { ...marks, bullets: [component(160, 108, 12)] }, 72, isKnown);
    expect(glyphs.filter(({ text }) => text === "•")).toEqual([expect.objectContaining({ x: 160, y: 128 })]);
  });

  test("tells what is doubtful and what was left out, with its place in points", () => {
    const doubtful = line(word("Strengthen", 200), word("netw0rks", 330, 41.6), word("|", 500, 3));
    const told = textOnPage({ lines: [doubtful], raised: [] }, { ...marks, blots: [component(700, 100, 300)], specks: [component(1, 1, 1)] }, 144, isKnown);
    expect(told.doubtful).toEqual([{ text: "netw0rks", confidence: 42, box: { x0: 165, y0: 50, x1: 213, y1: 64 } }]);
    expect(told.ignored).toEqual([{ box: { x0: 350, y0: 50, x1: 500, y1: 200 } }, { text: "|", confidence: 3, box: { x0: 250, y0: 50, x1: 256, y1: 64 } }]);
    expect(told.specks).toBe(1);
  });

  test("has en dashes where a dash is too short for an em dash", () => {
    const dash = (width: number): ReadLine => line(word("Seoul", 200), { ...word("—", 300), box: boxAt(300, 112, width, 3) }, word("Sofia", 400));
    const textOf = (width: number): string => textOnPage({ lines: [dash(width)], raised: [] }, marks, 72, isKnown).glyphs.map(({ text }) => text).join("");
    expect([textOf(20), textOf(40)]).toEqual(["Seoul – Sofia", "Seoul — Sofia"]);
  });

  test("is none where nothing on it is text: bullets alone are none", () => {
    expect(textOnPage({ lines: [line(word("il", 50, 20))], raised: [line(word("st", 70))] }, { ...marks, bullets: [component(20, 108, 12)] }, 72, isKnown).glyphs).toEqual([]);
  });
});

test("each cell is a region, and blocks outside of cells are divided by white space", () => {
  const cells = [boxAt(0, 0, 100, 100), boxAt(100, 0, 100, 100)];
  const boxes = [boxAt(10, 10, 20, 20), boxAt(70, 10, 20, 20), boxAt(110, 10, 20, 20), boxAt(10, 300, 20, 20), boxAt(40, 300, 20, 20), boxAt(300, 300, 20, 20), boxAt(10, 500, 20, 20)];
  expect(regionsOf(boxes, cells, 20).map(({ box }) => [box.x0, box.y0, box.x1, box.y1])).toEqual([
    [10, 10, 90, 30],
    [110, 10, 130, 30],
    [10, 300, 60, 320],
    [10, 500, 30, 520],
    [300, 300, 320, 320],
  ]);
});
