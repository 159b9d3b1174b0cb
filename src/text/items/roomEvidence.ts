import { extentOf } from "../../geometry/ordered.js";
import { type FlowLine, SAME_X } from "../flow/flowLine.js";
import { CERTAIN, endsShort, isNearlyFull, isStretchable, wouldFit } from "../flow/room.js";
import { endsBetween, endsSentence, startsLow } from "../words/sentences.js";
import type { LineBreak } from "./lineBreak.js";

type Lines = Pick<LineBreak, "before" | "line">;
type StyledLines = Pick<LineBreak, "before" | "line" | "style">;

/**
 * Lines are filled, and the line before leaves enough room for the next word to have been ended on purpose. Before a small letter it must
 * be clearly short: paragraphs are indented from the right, too.
 */
export function wasEndedOnPurpose({ before, line, style, cell }: StyledLines & Pick<LineBreak, "cell">): boolean {
  if (!style.flowed || !wouldFit(line, before, endsSentence(before) && !startsLow(line) ? 1 : CERTAIN)) return false;
  return !startsLow(line) || (isShort(before, before.reach) && isShort(before, reachAt(before, cell)));
}

/** A line that leaves more than this share of its room is clearly short. */
const SHORT = 1 / 3;

/** Whether a line is clearly short, given how far others reach. */
function isShort({ x, x1 }: FlowLine, reach: number): boolean {
  return reach - x1 > SHORT * (reach - x);
}

/** How far right the cell's lines reach that start at the same x as a line: lists may be indented from the right, too. */
function reachAt({ x, size }: FlowLine, cell: readonly FlowLine[]): number {
  return extentOf(cell.filter((line) => Math.abs(line.x - x) <= SAME_X * size).map(({ x1 }) => x1)).to;
}

/**
 * The line before was not stretched, unlike those around it. If paragraphs have no white space between them, it is enough that a sentence
 * ends there; otherwise, the engine must stretch all lines within a paragraph; if no sentence ends there, the line must also have room for
 * the next word.
 */
export function endsUnstretched({ before, line, style }: StyledLines): boolean {
  if (!before.justified) return false;
  if (style.tight && endsBetween(before, line)) return startsLow(line) ? endsShort(before) : isStretchable(before) && !before.stretched;
  if (startsLow(line) || !style.stretchesAll || !endsShort(before)) return false;
  return wouldFit(line, before, 1) || (style.stretchesFull && endsSentence(before));
}

/** The line before is stretched, or nearly as long as those that are: a paragraph's last line is so only by chance. */
export function isFilled({ before }: Pick<LineBreak, "before">): boolean {
  return before.justified && isNearlyFull(before);
}

/** The line before was stretched to its end, so its paragraph continues. */
export function reachesTheEnd({ before }: Pick<LineBreak, "before">): boolean {
  return before.stretched;
}

/**
 * The line before had room for the first word of the next part; if the word may be cut, for the piece that hyphenation would leave there.
 */
export function hadRoom({ before, line }: Lines): boolean {
  return wouldFit(line, before, endsBetween(before, line) && before.hyphenated && mayBeCut(line) ? CUT_SHARE : 1);
}

/** The least share of a word that hyphenation leaves on the line. */
const CUT_SHARE = 0.4;

/** Whether a line starts with a word that starts a sentence and that hyphenation may cut. */
function mayBeCut({ line }: FlowLine): boolean {
  return /^["“‘(]*\p{Lu}\p{L}{4}/u.test(line.words[0]?.text ?? "");
}

/** A part's last line is not stretched although others are, and the engine stretches the last lines of paragraphs that continue. */
export function endsShortOfTorn({ before, style }: Pick<LineBreak, "before" | "style">): boolean {
  return before.justified && style.stretchesTorn && isStretchable(before);
}
