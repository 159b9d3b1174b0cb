import type { Line } from "../../layout/lines.js";
import { type Phrase, WORD_SPACE, phraseOf, phrasesOf } from "../evidence/phrases.js";
import { type ColumnNames, beginsName, likeness, nearestColumn } from "./header.js";

/** The phrases of a line; those of neighbouring columns are separated even if they are no further apart than the words of a name. */
export function namesOn(line: Line, columns: readonly ColumnNames[]): Phrase[] {
  return joinNames(
    phrasesOf(line).flatMap((phrase) => separateNames(phrase, columns)),
    columns,
  );
}

/**
 * Words of one name are no further apart than `NAME_SPACE`, in font sizes, however wide the letters are set; it has at most `MOST_PIECES`.
 */
const NAME_SPACE = 1.5;
const MOST_PIECES = 4;

/** The phrases, joining those that are a name only together, or begin one that is broken between lines. */
function joinNames(phrases: readonly Phrase[], columns: readonly ColumnNames[]): Phrase[] {
  const names: Phrase[] = [];
  let behind = 0;
  for (const [at, phrase] of phrases.entries()) {
    if (at < behind) continue;
    const pieces = nameStartingAt(phrases.slice(at, at + MOST_PIECES), columns);
    names.push(phraseOf(pieces.flatMap(({ words }) => words)) ?? phrase);
    behind = at + pieces.length;
  }
  return names;
}

/** The first phrases that together are one name or begin one, or only the first. */
function nameStartingAt(phrases: readonly Phrase[], columns: readonly ColumnNames[]): readonly Phrase[] {
  for (let count = phrases.length; count > 1; count--) {
    const pieces = phrases.slice(0, count);
    if (areOneName(pieces, columns)) return pieces;
  }
  return phrases.slice(0, 1);
}

/** Whether neighbouring phrases are one name or begin one, and none of them is another column's. */
function areOneName(pieces: readonly Phrase[], columns: readonly ColumnNames[]): boolean {
  const isNear = pieces.every(
    ({ box, words }, i) => i === 0 || box.x0 - (pieces[i - 1]?.box.x1 ?? box.x0) <= NAME_SPACE * (words[0]?.size ?? 0),
  );
  if (!isNear) return false;
  const whole = pieces.map(({ text }) => text).join(" ");
  if (!isName(whole, columns)) return beginsName(whole, columns) && !pieces.some(({ text }) => isName(text, columns));
  const { field } = nearestColumn(whole, columns);
  return pieces.every(({ text }) => !isName(text, columns) || nearestColumn(text, columns).field === field);
}

/**
 * A phrase, divided if each part is like the name of a different column, and more so than the whole is like any. Names of two columns are
 * mostly further apart than a word space: "Workshop themes" may be one name.
 */
function separateNames(phrase: Phrase, columns: readonly ColumnNames[]): Phrase[] {
  const whole = nearestColumn(phrase.text, columns).likeness;
  let best: [Phrase, Phrase] | undefined;
  let most = 0;
  for (let at = 1; at < phrase.words.length; at++) {
    const left = phraseOf(phrase.words.slice(0, at));
    const right = phraseOf(phrase.words.slice(at));
    if (left === undefined || right === undefined) continue;
    const before = nearestColumn(left.text, columns);
    if (before.likeness <= whole) continue;
    const after = nearestColumn(right.text, columns);
    const areNear = right.box.x0 - left.box.x1 < WORD_SPACE * (phrase.words[at]?.size ?? 0);
    if (areNear && !areNeighbours(left.text, right.text, columns)) continue;
    const like = before.likeness + after.likeness;
    if (before.field === after.field || after.likeness <= whole || like <= most) continue;
    most = like;
    best = [left, right];
  }
  return best === undefined ? [phrase] : best.flatMap((part) => separateNames(part, columns));
}

/**
 * Whether two texts are whole names of columns that the profile has side by side: there is little white space between them if cells have no
 * padding.
 */
function areNeighbours(left: string, right: string, columns: readonly ColumnNames[]): boolean {
  return columns.some(({ headers }, i) => likeness(left, headers) === 1 && likeness(right, columns[i + 1]?.headers ?? []) === 1);
}

/** Whether a text is the profile's name of a column. */
export function isName(text: string, columns: readonly ColumnNames[]): boolean {
  return columns.some(({ headers }) => likeness(text, headers) === 1);
}
