import { type Box, unionOf } from "../../geometry/box.js";
import type { Line } from "../../layout/lines.js";
import type { Word } from "../../layout/word.js";

/** Words of one line that belong together, like the words of a sentence or a cell: on a header line, one column's name. */
export interface Phrase {
  readonly text: string;
  readonly box: Box;
  readonly words: readonly Word[];
}

/** A gap between columns, in font sizes: twice the widest space between words of a header or a label. */
export const COLUMN_GAP = 0.7;

/**
 * Words of a sentence are no further apart than this, in font sizes: the space of common fonts, 0.25 to 0.28, as justified lines stretch
 * it.
 */
export const WORD_SPACE = 0.4;

/** The phrases of a line that are separated by gaps between columns, from left to right. */
export function phrasesOf({ words }: Line): Phrase[] {
  return phrasesBetween(words, (before, word) => standApart(before, word, COLUMN_GAP));
}

/** Whether a word is further from the one before it than a gap, in font sizes. */
export function standApart(before: Word, word: Word, gap: number): boolean {
  return word.box.x0 - before.box.x1 > gap * Math.max(word.size, before.size);
}

/** The phrases of consecutive words: a new one starts where two neighbours are apart. */
export function phrasesBetween(words: readonly Word[], areApart: (before: Word, word: Word) => boolean): Phrase[] {
  const groups: Word[][] = [];
  let last: Word | undefined;
  for (const word of words) {
    if (last === undefined || areApart(last, word)) groups.push([word]);
    else groups.at(-1)?.push(word);
    last = word;
  }
  return groups.flatMap((group) => phraseOf(group) ?? []);
}

/** The phrase of some words; undefined if there are none. */
export function phraseOf(words: readonly Word[]): Phrase | undefined {
  const box = unionOf(words.map((word) => word.box));
  return box === undefined ? undefined : { text: words.map((word) => word.text).join(" "), box, words };
}
