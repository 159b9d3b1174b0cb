import { type Box, contains, middleX } from "../../geometry/box.js";
import type { Word } from "../../layout/word.js";

/** How far above its baseline text stands surely in its cell, in font sizes: in narrow rows its box touches the line below or above. */
const SEAT = 0.3;

/** The y that tells a word's or a line's row. */
export function seatOf({ baseline, size }: { readonly baseline: number; readonly size: number }): number {
  return baseline - SEAT * size;
}

/** Whether a word stands in a cell or a table: its middle does, whatever sticks out. */
export function standsIn(word: Word, box: Box): boolean {
  return contains(box, middleX(word.box), seatOf(word));
}
