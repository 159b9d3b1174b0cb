import { type Box, unionOf } from "../geometry/box.js";
import { type Line, linesOf } from "../layout/lines.js";
import type { Word } from "../layout/word.js";
import { isDatum } from "./figures.js";
import { withoutLeaders } from "./leaders.js";
import type { Phrase } from "./phrases.js";

/** A line over the whole width of a text block, in the phrases that wide gaps divide it into. */
export interface TextLine {
  readonly line: Line;
  /** From left to right; at least one. */
  readonly phrases: readonly Phrase[];
  /** Whether a number, or a sign in place of one, stands behind the first phrase. */
  readonly hasData: boolean;
  /** Whether dots lead from a label to a number. */
  readonly hasLeader: boolean;
}

/** A gap between columns, in font sizes: twice the widest space between words of a label. */
const COLUMN_GAP = 0.7;

/** The same between two numbers, which no space of a sentence divides; groups of digits stand closer. */
const NUMBER_GAP = 0.35;

/** The lines of a text block, from top to bottom. */
export function textLinesOf(words: readonly Word[]): TextLine[] {
  return linesOf(words).flatMap((line) => {
    const { words: own, hasLeader } = withoutLeaders(line.words);
    const phrases = phrasesIn(own);
    if (phrases.length === 0) return [];
    const box = unionOf(own.map((word) => word.box)) ?? line.box;
    return [{ line: { ...line, words: own, box }, phrases, hasData: phrases.slice(1).some((phrase) => isDatum(phrase.text)), hasLeader }];
  });
}

function phrasesIn(words: readonly Word[]): Phrase[] {
  const groups: Word[][] = [];
  let last: Word | undefined;
  for (const word of words) {
    const group = groups.at(-1);
    if (group !== undefined && last !== undefined && !isApart(last, word)) group.push(word);
    else groups.push([word]);
    last = word;
  }
  return groups.map(phraseOf);
}

function isApart(before: Word, word: Word): boolean {
  const gap = (word.box.x0 - before.box.x1) / Math.max(word.size, before.size);
  return gap > COLUMN_GAP || (gap > NUMBER_GAP && isDatum(before.text) && isDatum(word.text));
}

function phraseOf(words: readonly Word[]): Phrase {
  const box = unionOf(words.map((word) => word.box)) ?? { x0: 0, y0: 0, x1: 0, y1: 0 };
  return { text: words.map((word) => word.text).join(" "), box, words };
}

/** The white space between two lines, in points; negative where they overlap. */
export function spaceBetween(above: Box, below: Box): number {
  return below.y0 - above.y1;
}
