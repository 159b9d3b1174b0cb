import type { Box } from "../geometry/box.js";

/** Adjacent glyphs, or one drawn bullet. Points, on the upright page. */
export interface Word {
  readonly text: string;
  readonly box: Box;
  /** The y of the line that the word is on; for a superscript, that of its line. */
  readonly baseline: number;
  /** The largest font size in the word. */
  readonly size: number;
  readonly bold: boolean;
  /** How many glyphs of the PDF it is made of; 0 for a drawn bullet. */
  readonly glyphs: number;
  /** How sure text recognition is of it, from 0 to 100; only if it was recognised in a picture. */
  readonly confidence?: number;
}

/** How far above the baseline the middle of small letters is, in font sizes: half the height of an x. */
export const LETTER_MIDDLE = 0.25;
