import { EVEN, type FlowLine } from "./flowLine.js";

/** Whether this share of a line's first word had room at the end of the line before: then that line was ended on purpose. */
export function wouldFit(line: FlowLine, before: FlowLine, share: number): boolean {
  const word = line.line.words[0];
  if (word === undefined) return false;
  const width = share * (word.box.x1 - word.box.x0);
  return before.x1 + WORD_SPACE * before.size + width <= before.reach;
}

/** Room for so many times the word is no accident of how far the other lines reach. */
export const CERTAIN = 1.5;

/** A word space, in font sizes. */
const WORD_SPACE = 0.28;

/** Whether a line was stretched as far as its part's lines reach, so that its paragraph goes on. */
export function isStretched(line: FlowLine): boolean {
  return line.justified && line.reach - line.x1 <= EVEN * line.size;
}

/** Whether a line of a justified part leaves more room than a letter's, though its spaces could have been stretched: it is the last of its paragraph. */
export function endsShort({ line, marker, x1, reach, size }: FlowLine): boolean {
  return reach - x1 > size / 2 && line.words.length > (marker === undefined ? 1 : 2);
}
