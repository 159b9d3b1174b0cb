import { type Box, unionOf } from "../geometry/box.js";
import type { Line } from "../layout/lines.js";
import { type ColumnNames, type HeaderMatch, likeness, matchHeader, nearestColumn } from "./header.js";
import { type Phrase, phraseOf, phrasesOf } from "./phrases.js";

/** A header line, its phrases and the words that were joined to them from the lines around it. */
export interface OpenHeader {
  readonly phrases: readonly Phrase[];
  readonly match: HeaderMatch;
  readonly box: Box;
}

/** A line is a header if its phrases are so like names on average: sentences hold words of the names too ("the Action Plan of"). */
const SUREST = 0.5;
const SURE_IN_ORDER = 0.3;

/** The first line whose phrases name the matrix' columns. A name may run on in the line below or above. */
export function findHeader(
  lines: readonly Line[],
  columns: readonly ColumnNames[],
  piecesOf: (line: Line) => Phrase[] = (line) => namesOn(line, columns),
): OpenHeader | undefined {
  for (const [i, line] of lines.entries()) {
    const phrases = piecesOf(line);
    const match = matchHeader(
      phrases.map((phrase) => phrase.text),
      columns,
    );
    if (match === undefined || match.score < leastScore(phrases, match, columns) || !areNames(phrases, match)) continue;
    return [lines[i + 1], lines[i - 1]].reduce<OpenHeader>(
      (header, neighbour) => (neighbour === undefined ? header : extended(header, neighbour, columns, piecesOf)),
      { phrases, match, box: line.box },
    );
  }
  return undefined;
}

/** How like the names must be together; less where there is a phrase for each column, in the columns' own order. */
function leastScore(phrases: readonly Phrase[], { fields }: HeaderMatch, columns: readonly ColumnNames[]): number {
  const inOrder = fields.length === columns.length && columns.every(({ field }, i) => fields[i] === field);
  return (inOrder ? SURE_IN_ORDER : SUREST) * phrases.length;
}

/** Whether most of the phrases that are like names start as names do: a line of sentences may hold as many of their words, in small letters. */
function areNames(phrases: readonly Phrase[], match: HeaderMatch): boolean {
  const named = phrases.filter((_, i) => match.fields[i] !== undefined && !match.unknown.includes(i));
  return 2 * named.filter(({ text }) => /^\P{L}*\p{Ll}/u.test(text)).length < named.length;
}

/** The phrases of a line, those of neighbouring columns apart that stand no further from each other than the words of a name. */
export function namesOn(line: Line, columns: readonly ColumnNames[]): Phrase[] {
  return phrasesOf(line).flatMap((phrase) => separateNames(phrase, columns));
}

/** Names of two columns stand further apart than a word space, in font sizes: "Workshop themes" may be one name. */
const NAMES_APART = 0.4;

/** A phrase divided where each part is like another column's name, and more so than the whole is like any. */
function separateNames(phrase: Phrase, columns: readonly ColumnNames[]): Phrase[] {
  const whole = nearestColumn(phrase.text, columns).likeness;
  let best: [Phrase, Phrase] | undefined;
  let most = 0;
  for (let at = 1; at < phrase.words.length; at++) {
    const left = phraseOf(phrase.words.slice(0, at));
    const right = phraseOf(phrase.words.slice(at));
    if (left === undefined || right === undefined) continue;
    if (right.box.x0 - left.box.x1 < NAMES_APART * (phrase.words[at]?.size ?? 0)) continue;
    const before = nearestColumn(left.text, columns);
    if (before.likeness <= whole) continue;
    const after = nearestColumn(right.text, columns);
    const like = before.likeness + after.likeness;
    if (before.field === after.field || after.likeness <= whole || like <= most) continue;
    most = like;
    best = [left, right];
  }
  return best === undefined ? [phrase] : best.flatMap((part) => separateNames(part, columns));
}

/** The header with a neighbouring line, if every phrase of it makes a column's name more like what the profile calls it. */
function extended(header: OpenHeader, neighbour: Line, columns: readonly ColumnNames[], piecesOf: (line: Line) => Phrase[]): OpenHeader {
  const below = neighbour.box.y0 > header.box.y0;
  const gap = below ? neighbour.box.y0 - header.box.y1 : header.box.y0 - neighbour.box.y1;
  if (gap > neighbour.size) return header;
  let phrases = [...header.phrases];
  let exact = true;
  for (const piece of piecesOf(neighbour)) {
    const host = phrases.findIndex((phrase) => phrase.box.x0 < piece.box.x1 && piece.box.x0 < phrase.box.x1);
    const phrase = phrases[host];
    if (phrase === undefined) return header;
    const [upper, lower] = below ? [phrase.text, piece.text] : [piece.text, phrase.text];
    // A column too narrow for its name breaks it within a word ("Num" + "ber").
    const isBroken = columns.some((column) => likeness(`${upper}${lower}`, column.headers) === 1);
    const text = isBroken ? `${upper}${lower}` : `${upper} ${lower}`;
    const box = unionOf([phrase.box, piece.box]) ?? phrase.box;
    exact &&= columns.some((column) => likeness(text, column.headers) === 1);
    phrases = phrases.with(host, { text, box, words: [...phrase.words, ...piece.words] });
  }
  const match = matchHeader(
    phrases.map((phrase) => phrase.text),
    columns,
  );
  if (match === undefined || (!exact && match.score <= header.match.score)) return header;
  return { phrases, match, box: unionOf([header.box, neighbour.box]) ?? header.box };
}
