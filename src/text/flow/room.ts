import { median } from "../../geometry/ordered.js";
import { type FlowLine, wordSpaces } from "./flowLine.js";

/** Whether the line before had room at its end for this share of a line's first word: if so, it was ended on purpose. */
export function wouldFit(line: FlowLine, before: FlowLine, share: number): boolean {
  const word = line.line.words[0];
  if (word === undefined) return false;
  const left = before.reach - before.x1 - share * (word.box.x1 - word.box.x0) - ROUNDING * before.size;
  // Most lines leave no room at all, and need no look at their spaces.
  return left >= 0 && wordSpace(before) <= left;
}

/** Writers of PDFs round positions: a word that would fit by less than this, in font sizes, may not have fitted. */
const ROUNDING = 0.02;

/** Room for this many times the word is not an accident of how far the other lines reach. */
export const CERTAIN = 1.5;

/** The space between two words of a line; if it has only one, that of its cell or of common fonts. */
function wordSpace({ line, size, usualSpace }: FlowLine): number {
  return size * (median(wordSpaces(line)) ?? usualSpace() ?? WORD_SPACE);
}

/** The word space of common fonts, in font sizes; fonts for typewriters have twice as much. */
const WORD_SPACE = 0.28;

/** Whether the first letter of the next line had no room on a line; false if one of them is missing. */
export function hadNoRoomForLetter(line: FlowLine | undefined, next: FlowLine | undefined): boolean {
  const word = next?.line.words[0];
  if (line === undefined || word === undefined) return false;
  const letter = Math.max((word.box.x1 - word.box.x0) / word.text.length, WIDE_LETTER * line.size);
  return line.x1 + letter > line.reach;
}

/** The width of capitals, in font sizes. */
const WIDE_LETTER = 0.7;

/** Whether a line has spaces that could have been stretched. */
export function isStretchable({ line, marker }: FlowLine): boolean {
  return line.words.length > (marker === undefined ? 1 : 2);
}

/** Whether a line leaves no more room than one letter needs. */
export function isNearlyFull({ x1, reach, size }: FlowLine): boolean {
  return reach - x1 <= size / 2;
}

/** Whether a line of a justified part leaves room although it could have been stretched: it is the last of its paragraph. */
export function endsShort(line: FlowLine): boolean {
  return !isNearlyFull(line) && isStretchable(line);
}
