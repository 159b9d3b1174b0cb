import { type Box, unionOf } from "../../geometry/box.js";
import type { Line } from "../../layout/lines.js";
import type { Word } from "../../layout/word.js";

/** Words of one line that are no further apart than words of a sentence: on a header line, the name of one column. */
export interface Phrase {
  readonly text: string;
  readonly box: Box;
  readonly words: readonly Word[];
}

/** A gap between columns, in font sizes: twice the widest space between words of a header. */
const COLUMN_GAP = 0.7;

/** The phrases of a line, from left to right. */
export function phrasesOf(line: Line): Phrase[] {
  const groups: Word[][] = [];
  let last: Word | undefined;
  for (const word of line.words) {
    const group = groups.at(-1);
    const near = last !== undefined && word.box.x0 - last.box.x1 <= COLUMN_GAP * Math.max(word.size, last.size);
    if (group !== undefined && near) group.push(word);
    else groups.push([word]);
    last = word;
  }
  return groups.flatMap((words) => phraseOf(words) ?? []);
}

/** The phrase of some words; undefined if there are none. */
export function phraseOf(words: readonly Word[]): Phrase | undefined {
  const box = unionOf(words.map((word) => word.box));
  return box === undefined ? undefined : { text: words.map((word) => word.text).join(" "), box, words };
}
