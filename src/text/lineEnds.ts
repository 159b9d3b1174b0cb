import { textOf } from "../layout/lines.js";
import { type FlowLine, wouldFit } from "./flow.js";
import { endsBetween, endsOpen, endsSentence, startsLow, startsSentence } from "./sentences.js";
import { endsWithHyphen } from "./vocabulary.js";

/** Whether a line ends in the middle of a sentence or of a word: however far apart it and the next stand, no paragraph starts there. */
export function endsWithin(before: FlowLine): boolean {
  return endsOpen(before) || endsWithHyphen(before.line.words.at(-1)?.text ?? "");
}

/** Whether a line seems to go on with a sentence that had no room on the line before: white space alone divides no paragraphs there. */
export function isMidSentence(line: FlowLine, before: FlowLine): boolean {
  const goesOn = startsLow(line) || (line.marker === undefined && line.line.words[0]?.text.startsWith("(") === true);
  return goesOn && !endsBetween(before, line) && !wouldFit(line, before, untilHyphen(line));
}

/** The share of a line's first word up to its own hyphen, behind which engines break it. */
function untilHyphen({ line }: FlowLine): number {
  const word = line.words[0]?.text ?? "";
  const hyphen = word.search(/(?<=\p{L})[-‐]\p{L}/u);
  return hyphen < 0 ? 1 : (hyphen + 1) / word.length;
}

/** Whether the words speak for a new paragraph, so that little white space before it is enough. */
export function seemsNew(line: FlowLine, before: FlowLine): boolean {
  if (startsLow(line)) return endsSentence(before) && !/[;:]$/u.test(textOf(before.line));
  return endsSentence(before) || startsSentence(line) || wouldFit(line, before, 1);
}

/** Whether a line starts with a word that starts a sentence, and that hyphenation may cut. */
export function mayBeCut({ line }: FlowLine): boolean {
  return /^["“‘(]*\p{Lu}\p{L}{4}/u.test(line.words[0]?.text ?? "");
}

/** A line that leaves this share of its room is short beyond doubt. */
const SHORT = 1 / 3;

/** Whether a line is short beyond doubt, where others reach as far. */
export function isShort({ x, x1 }: FlowLine, reach: number): boolean {
  return reach - x1 > SHORT * (reach - x);
}

/** The share of a word that hyphenation leaves on the line at least. */
export const CUT_SHARE = 0.4;
