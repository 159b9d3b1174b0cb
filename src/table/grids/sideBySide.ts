import type { Word } from "../../layout/word.js";
import { type TextLine, textLinesOf, wordsOfLines } from "../evidence/textLines.js";
import { isCaption } from "./captions.js";

/**
 * The parts of a zone that are read separately if titles of tables are side by side on one line: each table has what is under its title,
 * down to the first text that runs across.
 */
export function partsBelowTitles(words: readonly Word[]): (readonly Word[])[] {
  const lines = textLinesOf(words);
  const at = lines.findIndex((line) => secondTitle(line) !== undefined);
  const title = lines[at];
  const x = title === undefined ? undefined : secondTitle(title);
  if (x === undefined) return [words];
  const crossing = lines.findIndex((line, i) => i > at && line.phrases.some(({ box }) => box.x0 < x && box.x1 > x));
  const end = crossing < 0 ? lines.length : crossing;
  const beside = wordsOfLines(lines.slice(at, end));
  const isLeft = (word: Word): boolean => word.box.x0 < x;
  return [
    wordsOfLines(lines.slice(0, at)),
    beside.filter(isLeft),
    ...partsBelowTitles(beside.filter((word) => !isLeft(word))),
    ...partsBelowTitles(wordsOfLines(lines.slice(end))),
  ].filter((part) => part.length > 0);
}

/** The x at which a second title starts on a line; undefined if there is none. */
function secondTitle({ phrases }: TextLine): number | undefined {
  const [first, ...others] = phrases;
  const second = first !== undefined && isCaption(first.text) ? others.find(({ text }) => isCaption(text)) : undefined;
  return second === undefined ? undefined : second.box.x0 - 1;
}
