import { describe, expect, test } from "vitest";
import type { Edge } from "../../src/layout/edges.js";
import { wordsOf } from "../../src/layout/words.js";
import type { Glyph } from "../../src/pdf/page.js";
import { glyphAt, pageOf, textAt } from "../support/glyphs.js";

function texts(glyphs: readonly Glyph[], edges: readonly Edge[] = []): string[] {
  return wordsOf(pageOf(glyphs), edges).map((word) => word.text);
}

describe("words", () => {
  test("end where a gap is as wide as a word space, and not at the widest kerning", () => {
    expect(texts([...textAt("ab", 0, 50), ...textAt("cd", 11.6, 50)])).toEqual(["ab", "cd"]);
    expect(texts([...textAt("ab", 0, 50), ...textAt("cd", 11.4, 50)])).toEqual(["abcd"]);
  });

  test("end at a space that leaves room, and not at one that leaves none", () => {
    expect(texts([...textAt("ab", 0, 50), glyphAt(" ", 10, 50), ...textAt("cd", 11, 50)])).toEqual(["ab", "cd"]);
    expect(texts([...textAt("ab", 0, 50), glyphAt(" ", 10, 50), ...textAt("cd", 10.2, 50)])).toEqual(["abcd"]);
  });

  test("show no soft hyphen within, and one at their end, also where its hyphen is drawn behind it", () => {
    const soft = (x: number): Glyph => glyphAt("\u00AD", x, 50, { width: 0 });
    expect(texts([...textAt("in", 0, 50), soft(10), ...textAt("vest", 10, 50)])).toEqual(["invest"]);
    expect(texts([...textAt("inno", 0, 50), soft(20)])).toEqual(["inno\u00AD"]);
    expect(texts([...textAt("in", 0, 50), soft(10), ...textAt("no", 10, 50), soft(20), glyphAt("‐", 20, 50)])).toEqual(["inno\u00AD"]);
    // Some engines map the glyph behind a soft hyphen to both.
    expect(texts([...textAt("in", 0, 50), glyphAt("\u00ADn", 10, 50), glyphAt("o", 15, 50), glyphAt("\u00AD‐", 20, 50)])).toEqual(["inno\u00AD"]);
  });

  test("keep a soft hyphen that takes room as the hyphen that it shows", () => {
    expect(texts(textAt("co\u00ADop", 0, 50))).toEqual(["co-op"]);
  });

  test("do not depend on the order of drawing", () => {
    const glyphs = [...textAt("one", 0, 50), ...textAt("two", 30, 50), ...textAt("below", 0, 64)];
    expect(texts([...glyphs].reverse())).toEqual(["one", "two", "below"]);
  });

  describe("right before a bullet", () => {
    const others = [...textAt("• one", 62, 20), ...textAt("– two", 122, 20)];
    const wall: Edge = { axis: "vertical", at: 62, from: 0, to: 100 };

    test("end there if it is where others start lines", () => {
      expect(texts([...others, ...textAt("states", 32, 50), ...textAt("• three", 62, 50)]).slice(4)).toEqual(["states", "•", "three"]);
      expect(texts([...others, ...textAt("state", 32, 50), ...textAt("• three", 57, 50)]).slice(4)).toEqual(["state•", "three"]);
    });

    test("do not stick out of their cell with it, nor with a dash", () => {
      expect(texts([...textAt("states", 32, 50), ...textAt("• three", 62, 50)], [wall])).toEqual(["states", "•", "three"]);
      expect(texts([...others, ...textAt("states", 32, 50), ...textAt("• three", 62, 50)], [wall]).slice(4)).toEqual(["states", "•", "three"]);
      expect(texts([...others, ...textAt("states", 92, 50), ...textAt("– three", 122, 50)], [{ ...wall, at: 122 }]).slice(4)).toEqual(["states", "–", "three"]);
      expect(texts([...others, ...textAt("states", 92, 50), ...textAt("–three", 122, 50)]).slice(4)).toEqual(["states–three"]);
    });
  });

  describe("that are printed over one another on one baseline", () => {
    const under = textAt("illicit trafficking", 0, 50).filter(({ text }) => text !== " ");
    const over = textAt("DRAFT", 62, 50);

    test("are apart, as they were drawn", () => {
      expect(texts([...under, ...over])).toEqual(["illicit", "trafficking", "DRAFT"]);
      expect(texts([...over, ...under])).toEqual(["DRAFT", "illicit", "trafficking"]);
      expect(texts([...textAt("through", 20, 50), ...textAt("DRAFT", 0, 50)])).toEqual(["through", "DRAFT"]);
    });

    test("are apart also where one is drawn right after the other and starts over its last letter", () => {
      expect(texts([...textAt("Page6", 0, 50), ...textAt("cultural", 21, 50)])).toEqual(["Page6", "cultural"]);
    });

    test("are apart also where one is smaller and stands a little higher, as superscripts do", () => {
      expect(texts([...under, ...textAt("DRAFT", 62, 46, { size: 8 })])).toEqual(["illicit", "trafficking", "DRAFT"]);
    });

    test("are a whole marker and its text where a letter starts left of what closes the number", () => {
      expect(texts([...textAt("10)", 0, 50), ...textAt("To", 9.5, 50)])).toEqual(["10)To"]);
      expect(texts([...textAt("21", 0, 50), ...textAt("st", 9.5, 46, { size: 6 }), glyphAt(".", 10, 50)]).join(" ")).not.toContain("21.");
    });

    test("stay as they are where their glyphs are drawn in no order, or one is an accent", () => {
      const shuffled = [...under, ...over].sort((a, b) => ((a.x * 37) % 11) - ((b.x * 37) % 11));
      expect(texts(shuffled).join("")).toHaveLength(23);
      expect(texts([...textAt("cafe", 0, 50), glyphAt("´", 15, 50)])).toEqual([expect.stringMatching(/^caf.{2}$/u)]);
    });
  });

  test("end at a wall that stands at their height only", () => {
    const wall: Edge = { axis: "vertical", at: 15, from: 40, to: 60 };
    const glyphs = [...textAt("abcdef", 0, 50), ...textAt("abcdef", 0, 80)];
    expect(texts(glyphs, [wall])).toEqual(["abc", "def", "abcdef"]);
  });

  test("do not end at a wall that they stick out over by a glyph or two, unless it keeps room beside it", () => {
    const wall: Edge = { axis: "vertical", at: 15, from: 40, to: 60 };
    expect(texts(textAt("12.", 10, 50), [wall])).toEqual(["12."]);
    expect(texts([...textAt("1", 10, 50), ...textAt("2.", 16, 50)], [wall])).toEqual(["1", "2."]);
  });

  test("do not end at a wall that runs through one of their letters: cells keep theirs beside it", () => {
    const wall: Edge = { axis: "vertical", at: 17.5, from: 40, to: 60 };
    expect(texts(textAt("abcdef", 0, 50), [wall])).toEqual(["abcdef"]);
    expect(texts(textAt("abcdef", 0, 50), [{ ...wall, at: 15.5 }])).toEqual(["abc", "def"]);
    expect(texts([...textAt("abc ", 0, 50), ...textAt("def", 16.5, 50)], [wall])).toEqual(["abc", "def"]);
  });

  test("do not end at the last wall of a table that they run over: nothing is beside it", () => {
    const walls = [5, 35].map((at): Edge => ({ axis: "vertical", at, from: 40, to: 60 }));
    expect(texts(textAt("abcdefghij", 10, 50), walls)).toEqual(["abcdefghij"]);
    expect(texts(textAt("abcdefghij", 10, 50), [...walls, { ...walls[1]!, at: 100 }])).toEqual(["abcde", "fghij"]);
  });

  test("have the box of their glyphs, the largest size, and are bold where all of them are", () => {
    const bold = { font: { name: "F", bold: true, italic: false } };
    const [word] = wordsOf(pageOf([...textAt("ab", 100, 50, bold), glyphAt("c", 110, 50, { size: 12 })]), []);
    expect(word).toEqual({ text: "abc", box: { x0: 100, y0: 39.2, x1: 116, y1: 52.4 }, baseline: 50, size: 12, bold: false, glyphs: 3 });
  });

  test("have baselines of their own where the next column's lines stand a little off", () => {
    const words = wordsOf(pageOf([...textAt("left", 0, 50), ...textAt("right", 200, 51)]), []);
    expect(words.map((word) => word.baseline)).toEqual([50, 51]);
  });

  test("are not made of what nobody sees or of slanted text", () => {
    expect(texts([...textAt("no", 0, 50, { visibility: "same-colour" }), ...textAt("way", 0, 80, { angle: 45 })])).toEqual([]);
  });
});

describe("a superscript", () => {
  test("is of its word also where a stretched line leaves half a space before it, and not behind a space", () => {
    const raised = (x: number): Glyph[] => textAt("th", x, 46, { size: 6 });
    expect(texts([...textAt("the", 0, 50), ...textAt("7", 20, 50), ...raised(27.4), ...textAt("year", 38, 50)])).toEqual(["the", "7th", "year"]);
    expect(texts([...textAt("the", 0, 50), ...textAt("7", 20, 50), glyphAt(" ", 25, 50), ...raised(27.4)])).toEqual(["the", "7", "th"]);
    expect(texts([...textAt("the", 0, 50), ...textAt("7", 20, 50), ...textAt("th", 27.4, 50)])).toEqual(["the", "7", "th"]);
  });

  test("belongs to the word that it stands behind", () => {
    const words = wordsOf(pageOf([...textAt("the", 0, 50), ...textAt("8", 20, 50), ...textAt("th", 25, 46, { size: 6 })]), []);
    expect(words.map((word) => [word.text, word.baseline])).toEqual([
      ["the", 50],
      ["8th", 50],
    ]);
  });

  test("is found where the line above is nearer in height but in another column", () => {
    const words = wordsOf(pageOf([...textAt("8", 20, 50), ...textAt("th", 25, 46, { size: 6 }), ...textAt("other", 300, 46)]), []);
    expect(words.map((word) => word.text)).toEqual(["other", "8th"]);
  });

  test("is shown as one where it is a digit: another number would be read", () => {
    expect(texts([...textAt("9", 20, 50), ...textAt("12", 25, 46, { size: 6 })])).toEqual(["9¹²"]);
    expect(texts([...textAt("CO", 20, 50), ...textAt("2", 30, 52, { size: 6 })])).toEqual(["CO2"]);
  });

  test("is none where text of its size stands on a line of its own", () => {
    expect(texts([...textAt("large", 0, 50), ...textAt("note", 0, 62, { size: 6 })])).toEqual(["large", "note"]);
  });
});
