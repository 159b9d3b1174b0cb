import { type Line, linesOf } from "./lines.js";
import type { Word } from "./word.js";

/** The same word drawn on two pages starts and ends at the same x, within this many points. */
const SAME_X = 0.5;

/**
 * Whether all lines of the words that a page clips are seen on another page, at the same x: some engines draw a line that the end of a page
 * cuts on both pages, and clip it on one.
 *
 * @param beside Each page on which they may be seen: its visible words.
 */
export function areSeenBeside(clipped: readonly Word[], beside: readonly (readonly Word[])[]): boolean {
  const seen = beside.flatMap(linesOf);
  return linesOf(clipped).every((line) => seen.some((other) => contains(other, line)));
}

function contains(line: Line, { words }: Line): boolean {
  return words.every((word) => line.words.some((other) => isSame(word, other)));
}

function isSame(a: Word, b: Word): boolean {
  return a.text === b.text && Math.abs(a.box.x0 - b.box.x0) <= SAME_X && Math.abs(a.box.x1 - b.box.x1) <= SAME_X;
}
