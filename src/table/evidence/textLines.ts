import { type Box, unionOf } from "../../geometry/box.js";
import { type Line, linesOf } from "../../layout/lines.js";
import type { Word } from "../../layout/word.js";
import { isDatum, isMoneySign } from "./numericText.js";
import { withoutLeaders } from "./leaders.js";
import { COLUMN_GAP, type Phrase, phrasesBetween } from "./phrases.js";

/** A line across the whole width of a text block, as the phrases between its wide gaps. */
export interface TextLine {
  readonly line: Line;
  /** From left to right; at least one. */
  readonly phrases: readonly Phrase[];
  /** Whether there is a number, or a placeholder for one, after the first phrase. */
  readonly hasData: boolean;
  /** Whether dots lead from a label to a number. */
  readonly hasLeader: boolean;
}

/** A gap between columns of numbers, in font sizes: no space of a sentence divides two numbers, and groups of digits are closer. */
const NUMBER_GAP = 0.35;

/** The space between words, in font sizes, of lines that do not show it. */
const SPACE = 0.28;

/** A gap this many times as wide as the line's word spaces is not a word space. */
const CLEAR = 1.75;

/** The lines of a text block, from top to bottom. */
export function textLinesOf(words: readonly Word[]): TextLine[] {
  return linesOf(words).flatMap((line) => {
    const { words: own, hasLeader } = withoutLeaders(line.words);
    const space = wordSpace(own);
    const phrases = phrasesBetween(own, (before, word) => isApart(before, word, space));
    if (phrases.length === 0) return [];
    const box = unionOf(own.map((word) => word.box)) ?? line.box;
    return [{ line: { ...line, words: own, box }, phrases, hasData: phrases.slice(1).some((phrase) => isDatum(phrase.text)), hasLeader }];
  });
}

/** The words of lines, without the dots of leaders. */
export function wordsOfLines(lines: readonly TextLine[]): Word[] {
  return lines.flatMap(({ line }) => line.words);
}

/** The narrowest gap between words of a line other than numbers, in font sizes: justified lines have wide ones. */
function wordSpace(words: readonly Word[]): number {
  const gaps = words.slice(1).flatMap((word, i) => {
    const before = words[i];
    return before === undefined || isDatum(before.text) || isDatum(word.text) ? [] : [gapBetween(before, word)];
  });
  return gaps.length === 0 ? SPACE : Math.min(...gaps);
}

function gapBetween(before: Word, word: Word): number {
  return (word.box.x0 - before.box.x1) / Math.max(word.size, before.size);
}

/** @param space The space between words of the line, in font sizes. */
function isApart(before: Word, word: Word, space: number): boolean {
  // A currency sign is at the left edge of its number's column, however far from the number.
  if (isMoneySign(before.text) && isNumber(word)) return false;
  const gap = gapBetween(before, word);
  if (gap > COLUMN_GAP) return true;
  // A number close after the longest label of its table is not separated from it by a word space.
  if (gap > NUMBER_GAP && isDatum(word.text) && (isDatum(before.text) || gap > CLEAR * space)) return true;
  return gap > 0 && isMoneySign(word.text) && isNumber(before);
}

function isNumber(word: Word): boolean {
  return isDatum(word.text) && !isMoneySign(word.text);
}

/** The white space between two lines, in points; negative if they overlap. */
export function spaceBetween(above: Box, below: Box): number {
  return below.y0 - above.y1;
}
