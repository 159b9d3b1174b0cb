import type { Box } from "../geometry/box.js";
import { inOrder } from "../geometry/ordered.js";
import type { Word } from "./word.js";

/** Words side by side in one cell or block. Points, on the upright page. */
export interface Line {
  /** From left to right; at least one. */
  readonly words: readonly Word[];
  readonly box: Box;
  readonly baseline: number;
  /** The largest font size on the line. */
  readonly size: number;
}

/**
 * Words whose baselines differ by no more than this, in font sizes, are on one line: bullets and other font families sit a little off,
 * while the next line of the tightest setting is a whole size away.
 */
const SAME_LINE = 0.45;

/** The lines of a block of words, from top to bottom. */
export function linesOf(words: readonly Word[]): Line[] {
  const sorted = inOrder(words, (a, b) => a.baseline - b.baseline || a.box.x0 - b.box.x0);
  const groups: Word[][] = [];
  let baseline = -Infinity;
  for (const word of sorted) {
    const group = groups.at(-1);
    if (group !== undefined && word.baseline - baseline <= SAME_LINE * word.size) {
      group.push(word);
    } else {
      groups.push([word]);
      baseline = word.baseline;
    }
  }
  return groups.flatMap((group) => {
    const line = lineOf(group);
    return line === undefined ? [] : [line];
  });
}

/** One line of the given words; undefined if there are none. */
function lineOf(words: readonly Word[]): Line | undefined {
  return lineOfSorted(inOrder(words, (a, b) => a.box.x0 - b.box.x0 || a.box.y0 - b.box.y0));
}

/** One line of words that are already in order, from left to right. */
export function lineOfSorted(words: readonly Word[]): Line | undefined {
  let largest = words[0];
  if (largest === undefined) return undefined;
  let { x0, y0, x1, y1 } = largest.box;
  for (const word of words) {
    if (word.size > largest.size) largest = word;
    x0 = Math.min(x0, word.box.x0);
    y0 = Math.min(y0, word.box.y0);
    x1 = Math.max(x1, word.box.x1);
    y1 = Math.max(y1, word.box.y1);
  }
  return { words, box: { x0, y0, x1, y1 }, baseline: largest.baseline, size: largest.size };
}

/** The words of a line, joined by single spaces. */
export function textOf(line: Line): string {
  return line.words.map((word) => word.text).join(" ");
}

/** The text of lines that follow one another, joined by single spaces. */
export function textOfLines(lines: readonly Line[]): string {
  return lines.map(textOf).join(" ");
}

/** How many glyphs of the PDF the lines are made of. */
export function glyphsIn(lines: Iterable<Line>): number {
  let count = 0;
  for (const line of lines) for (const word of line.words) count += word.glyphs;
  return count;
}
