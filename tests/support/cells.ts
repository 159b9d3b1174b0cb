import { linesOf } from "../../src/layout/lines.js";
import type { Word } from "../../src/layout/word.js";
import { packWords } from "../../src/layout/packedWords.js";
import { type CellPart, type KeptStrip, type Strip, keepStrip } from "../../src/table/matrix/strip.js";

/** The widths of a character and of a word space, and the font size, in points. */
const CHARACTER = 5;
const SPACE = 2.5;
const SIZE = 10;

/** A line by its left edge, its baseline and its text; "_" stands for one more point of white space; `rise` makes its boxes taller. */
export type SetLine = readonly [x: number, baseline: number, text: string, rise?: number];

/** The words of lines set at the given places. */
export function wordsAt(lines: readonly SetLine[]): Word[] {
  return lines.flatMap(([x, baseline, text, rise = 0]) => {
    const words: Word[] = [];
    let x0 = x;
    for (const token of text.split(" ")) {
      const shown = token.replace(/^_+/u, "");
      x0 += token.length - shown.length;
      const x1 = x0 + shown.length * CHARACTER;
      words.push({ text: shown, box: { x0, y0: baseline - 8 - rise, x1, y1: baseline + 2 }, baseline, size: SIZE, bold: false, glyphs: shown.length });
      x0 = x1 + SPACE;
    }
    return words;
  });
}

/** The part of a cell that the lines make, its left edge at 0. */
export function partOf(lines: readonly SetLine[], field = "plan", page = 1): CellPart {
  return { page, field, lines: linesOf(wordsAt(lines)), left: 0, right: 300, rules: [] };
}

/** A strip as it is kept, as if its page had no other words. */
export function kept(strip: Strip): KeptStrip {
  const words = strip.cells.flatMap((cell) => cell.lines.flatMap((line) => line.words));
  return keepStrip(strip, packWords(words), (word) => words.indexOf(word));
}
