import { textOf } from "../../layout/lines.js";
import type { FlowLine } from "../flow/flowLine.js";
import { wouldFit } from "../flow/room.js";
import { announcesList, endsBetween, endsOpen, endsSentence, startsLow, startsSentence } from "../words/sentences.js";
import { TextPattern } from "../words/textPattern.js";
import { endsWithHyphen } from "../words/vocabulary.js";
import type { LineBreak } from "./lineBreak.js";
import { isInUnspacedList } from "./placeEvidence.js";

type Lines = Pick<LineBreak, "before" | "line">;

/** The line before ends in the middle of a sentence or of a word: no paragraph starts there, however far apart the lines are. */
export function endsWithin({ before }: Pick<LineBreak, "before">): boolean {
  return endsOpen(before) || endsWithHyphen(before.line.words.at(-1)?.text ?? "");
}

/** The line closes a bracket that the line before opened. */
export function closesBracket({ before, line }: Lines): boolean {
  return OPEN_BRACKET.test(textOf(before.line)) && CLOSED_BRACKET.test(textOf(line.line));
}

const OPEN_BRACKET = /\([^()]*$/u;
const CLOSED_BRACKET = /^[^()]*\p{L}[^()]*\)/u;

/**
 * A small letter, or a bracket, that had no room on the line before continues its sentence. White space alone does not divide paragraphs
 * there: engines leave some where they break pages.
 */
export function isMidSentence({ before, line }: Lines): boolean {
  const goesOn = startsLow(line) || (line.marker === undefined && line.line.words[0]?.text.startsWith("(") === true);
  return goesOn && !endsBetween(before, line) && !wouldFit(line, before, untilHyphen(line));
}

/** The same across a drawn line: an item may start with a small letter, but tables are also drawn over sentences. */
export function isMidSentenceAcross(at: LineBreak): boolean {
  return at.line.ruledOff && isMidSentence(at);
}

/** The share of a line's first word up to its own hyphen, after which engines break it. */
function untilHyphen({ line }: FlowLine): number {
  const word = line.words[0]?.text ?? "";
  const hyphen = INNER_HYPHEN.exec(word)?.index;
  return hyphen === undefined ? 1 : (hyphen + 1) / word.length;
}

/** A hyphen between two letters. */
const INNER_HYPHEN = new TextPattern(/(?<=\p{L})[-‐]\p{L}/u);

/**
 * A sentence starts where none has ended: a title without a full stop is above it. Within a page, items of many words may do so if nothing
 * else separates them.
 */
export function startsUnended({ before, line, style }: Pick<LineBreak, "before" | "line" | "style">): boolean {
  return startsSentence(line) && !endsSentence(before) && (line.pitch === undefined || !style.spaced);
}

/**
 * A small letter after a full stop: no sentence starts like that, but an item without a marker may. A word as long as this is not an
 * abbreviation.
 */
export function startsLowBehindStop({ before, line }: Lines): boolean {
  return startsLow(line) && /\p{L}{6}\.["”’)]*$/u.test(textOf(before.line));
}

/** The line before says that a list follows ("as follows:"). */
export function isAnnounced({ before, line }: Lines): boolean {
  return announcesList(before) && !startsLow(line);
}

/** A small letter continues a sentence that has not ended. */
export function goesOnLow({ before, line }: Lines): boolean {
  return startsLow(line) && !endsBetween(before, line);
}

/** No sentence has ended: a name or a number may start a line within one. */
export function wasUnended({ before, line }: Lines): boolean {
  return !endsBetween(before, line);
}

/**
 * A sentence has ended in a column, or a list, whose paragraphs start without white space: if the line was full, either another sentence or
 * a paragraph may follow.
 */
export function mayFollowSentence(at: LineBreak): boolean {
  return (at.style.tight || isInUnspacedList(at)) && endsSentence(at.before) && !startsLow(at.line);
}
