import { describe, expect, test } from "vitest";
import { shownInsteadOfText } from "../../src/layout/unread.js";
import type { Shape } from "../../src/pdf/page.js";
import type { UprightPage } from "../../src/layout/upright.js";
import type { Word } from "../../src/layout/word.js";
import { wordsAt } from "../support/cells.js";

const AREA = 600 * 800;

/** What a page of 600 by 800 points shows instead of text. */
function shown(words: readonly Word[], { pictured = 0, shapes = [] }: { pictured?: number; shapes?: readonly Shape[] } = {}): string | undefined {
  const page = { number: 1, width: 600, height: 800, pictureArea: pictured * AREA, shapes } as UprightPage;
  return shownInsteadOfText(page, words);
}

function letters(count: number, height: number, visible = true): Shape[] {
  return Array.from({ length: count }, (_, i) => ({ box: { x0: 6 * i, y0: 100, x1: 6 * i + 5, y1: 100 + height }, colour: "#000000", filled: true, visible }));
}

const text = wordsAt([[50, 400, "A line of text in the middle of the page"]]);
const footer = wordsAt([[50, 780, "Archive 1234"]]);

describe("a page without words", () => {
  test("shows nothing, with an emblem or an arrow also", () => {
    expect(shown([])).toBe("nothing");
    expect(shown([], { pictured: 0.09 })).toBe("nothing");
    expect(shown([], { shapes: letters(29, 8) })).toBe("nothing");
  });

  test("shows a picture where one takes a part of it that may hold its text", () => {
    expect(shown([], { pictured: 0.1 })).toBe("picture");
  });

  test("shows outlines where many shapes are as large as letters", () => {
    expect(shown([], { shapes: letters(30, 8) })).toBe("outlines");
    expect(shown([], { shapes: letters(200, 2) })).toBe("nothing");
    expect(shown([], { shapes: letters(200, 80) })).toBe("nothing");
    expect(shown([], { shapes: letters(200, 8, false) })).toBe("nothing");
  });
});

describe("a page with words", () => {
  test("has text, beside pictures also", () => {
    expect(shown(text)).toBeUndefined();
    expect(shown(text, { pictured: 0.5 })).toBeUndefined();
  });

  test("has it also where it has it at its foot only, and nothing else", () => {
    expect(shown(footer)).toBeUndefined();
  });

  test("is a picture where its margins alone have words", () => {
    expect(shown(footer, { pictured: 0.5 })).toBe("picture");
    expect(shown([...footer, ...text], { pictured: 0.5 })).toBeUndefined();
  });

  test("is a picture where a stamp lies on one that covers it", () => {
    expect(shown(text, { pictured: 0.75 })).toBe("picture");
    const paragraph = wordsAt(Array.from({ length: 10 }, (_, i) => [50, 200 + 12 * i, "A line of text in the middle of the page"]));
    expect(shown(paragraph, { pictured: 1 })).toBeUndefined();
  });

  test("has text where they were recognised in its picture", () => {
    expect(shown(footer.map((word) => ({ ...word, confidence: 90 })), { pictured: 1 })).toBeUndefined();
  });
});
