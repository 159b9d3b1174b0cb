import { type Box, contains, middleX } from "../../geometry/box.js";
import type { Word } from "../../layout/word.js";

/** How far above its baseline text is certainly in its cell, in font sizes: in narrow rows its box touches the line below or above. */
const ABOVE_BASELINE = 0.3;

/** The y that decides which row a word or a line is in. */
export function decidingY({ baseline, size }: { readonly baseline: number; readonly size: number }): number {
  return baseline - ABOVE_BASELINE * size;
}

/** Whether a word is in a cell or a table: its middle is, even if parts of it stick out. */
export function isWordIn(word: Word, box: Box): boolean {
  return contains(box, middleX(word.box), decidingY(word));
}
