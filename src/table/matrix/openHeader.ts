import { type Box, unionOf } from "../../geometry/box.js";
import { type Line, textOf } from "../../layout/lines.js";
import { type Phrase, WORD_SPACE, phraseOf, phrasesOf } from "../evidence/phrases.js";
import { type ColumnNames, type HeaderMatch, likeness, matchHeader, mayBeHeader, nearestColumn } from "./header.js";

/** A header line, its phrases and the words that were joined to them from the lines around it. */
export interface OpenHeader {
  readonly phrases: readonly Phrase[];
  readonly match: HeaderMatch;
  readonly box: Box;
}

/** The least average similarity of a header's phrases to names: sentences contain words of the names, too ("the Action Plan of"). */
const SUREST = 0.5;
const SURE_IN_ORDER = 0.3;

/** The first line whose phrases name the matrix' columns. A name may continue on the line below or above. */
export function findHeader(
  lines: readonly Line[],
  columns: readonly ColumnNames[],
  piecesOf: (line: Line) => Phrase[] = (line) => namesOn(line, columns),
): OpenHeader | undefined {
  for (const [i, line] of lines.entries()) {
    if (!mayBeHeader(line.words, columns)) continue;
    const phrases = piecesOf(line);
    const match = matchHeader(
      phrases.map((phrase) => phrase.text),
      columns,
    );
    if (match === undefined || match.score < leastScore(phrases, match, columns) || !areNames(phrases, match)) continue;
    const header = withNeighbours({ phrases, match, box: line.box }, lines.slice(0, i).reverse(), lines.slice(i + 1), columns, piecesOf);
    return withNamesBeside(header, lines, piecesOf);
  }
  return undefined;
}

/** How similar to names the phrases must be in total; less if there is a phrase for each column, in the columns' own order. */
function leastScore(phrases: readonly Phrase[], { fields }: HeaderMatch, columns: readonly ColumnNames[]): number {
  const inOrder = fields.length === columns.length && columns.every(({ field }, i) => fields[i] === field);
  return (inOrder ? SURE_IN_ORDER : SUREST) * phrases.length;
}

/**
 * Whether most of the phrases that resemble names start as names do: a line of sentences may contain as many of their words, in small
 * letters.
 */
function areNames(phrases: readonly Phrase[], match: HeaderMatch): boolean {
  const named = phrases.filter((_, i) => match.fields[i] !== undefined && !match.unknown.includes(i));
  return 2 * named.filter(({ text }) => /^\P{L}*\p{Ll}/u.test(text)).length < named.length;
}

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

/** The phrases, joining those that are a name only together. */
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

/** The first phrases that together are one name, or only the first. */
function nameStartingAt(phrases: readonly Phrase[], columns: readonly ColumnNames[]): readonly Phrase[] {
  for (let count = phrases.length; count > 1; count--) {
    const pieces = phrases.slice(0, count);
    if (areOneName(pieces, columns)) return pieces;
  }
  return phrases.slice(0, 1);
}

/** Whether neighbouring phrases are one name, and none of them is another column's. */
function areOneName(pieces: readonly Phrase[], columns: readonly ColumnNames[]): boolean {
  const isNear = pieces.every(
    ({ box, words }, i) => i === 0 || box.x0 - (pieces[i - 1]?.box.x1 ?? box.x0) <= NAME_SPACE * (words[0]?.size ?? 0),
  );
  if (!isNear) return false;
  const whole = pieces.map(({ text }) => text).join(" ");
  if (!isName(whole, columns)) return false;
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

type PiecesOf = (line: Line) => Phrase[];

/** The most lines of a name. */
export const MOST_LINES = 5;

/**
 * Whether two texts are whole names of columns that the profile has side by side: there is little white space between them if cells have no
 * padding.
 */
function areNeighbours(left: string, right: string, columns: readonly ColumnNames[]): boolean {
  return columns.some(({ headers }, i) => likeness(left, headers) === 1 && likeness(right, columns[i + 1]?.headers ?? []) === 1);
}

/** The header with the lines around it on which its names continue; those above are given from the nearest up. */
function withNeighbours(
  header: OpenHeader,
  above: readonly Line[],
  below: readonly Line[],
  columns: readonly ColumnNames[],
  piecesOf: PiecesOf,
): OpenHeader {
  const isWhole = header.phrases.length === columns.length && header.phrases.every(({ text }) => isName(text, columns));
  for (const [down, up] of blocks(MOST_LINES - 1)) {
    if (down > below.length || up > above.length) continue;
    // A complete name may have other words on the next line; only an incomplete one may be broken into more than two pieces.
    const mayBeUnknown = up === 0 && (down === 1 || !isWhole);
    const grown =
      extended(header, above.slice(0, up), below.slice(0, down), columns, piecesOf) ??
      (mayBeUnknown ? extendedInBold(header, below.slice(0, down), below.slice(down), columns, piecesOf) : undefined);
    if (grown !== undefined) return withNeighbours(grown, above.slice(up), below.slice(down), columns, piecesOf);
  }
  return header;
}

/** How many lines to take from below and from above, the fewest first. */
function blocks(most: number): [down: number, up: number][] {
  return Array.from({ length: most }, (_, i) => i + 1).flatMap((lines) =>
    Array.from({ length: lines + 1 }, (_, up): [number, number] => [lines - up, up]),
  );
}

/**
 * The header with some lines from above and below it, if they make its names more similar to the profile's, or leave every name that they
 * extend complete.
 */
function extended(
  header: OpenHeader,
  above: readonly Line[],
  below: readonly Line[],
  columns: readonly ColumnNames[],
  piecesOf: PiecesOf,
): OpenHeader | undefined {
  if (
    !isDense(
      [...above.toReversed().map(({ box }) => box), header.box, ...below.map(({ box }) => box)],
      header.phrases[0]?.words[0]?.size ?? 0,
    )
  )
    return undefined;
  const phrases = joined(header.phrases, [...above, ...below].flatMap(piecesOf), columns);
  const exact = phrases.every((phrase) => header.phrases.includes(phrase) || isName(phrase.text, columns));
  const match = matchHeader(
    phrases.map((phrase) => phrase.text),
    columns,
  );
  if (match === undefined) return undefined;
  const better = match.score > header.match.score;
  // Text in a column that had no name must be a complete name.
  if (phrases.length > header.phrases.length ? !(exact && better) : !(exact || better)) return undefined;
  return { phrases, match, box: unionOf([header.box, ...[...above, ...below].map(({ box }) => box)]) ?? header.box };
}

/**
 * The header with lines below it whose words the profile does not know, if these are as bold as its names and under them, and what follows
 * is not: a row would not be bold. A number may be a row's.
 */
function extendedInBold(
  header: OpenHeader,
  lines: readonly Line[],
  rest: readonly Line[],
  columns: readonly ColumnNames[],
  piecesOf: PiecesOf,
): OpenHeader | undefined {
  const isBold = ({ words }: Pick<Line, "words">): boolean => words.every(({ bold }) => bold);
  if (
    !header.phrases.every(isBold) ||
    !lines.every(isBold) ||
    (rest.length > 0 && rest.every(isBold)) ||
    lines.some((line) => /\p{N}/u.test(textOf(line)))
  )
    return undefined;
  if (!isDense([header.box, ...lines.map(({ box }) => box)], header.phrases[0]?.words[0]?.size ?? 0)) return undefined;
  const phrases = joined(header.phrases, lines.flatMap(piecesOf), columns);
  const match =
    phrases.length === header.phrases.length
      ? matchHeader(
          phrases.map(({ text }) => text),
          columns,
        )
      : undefined;
  if (match === undefined || match.fields.some((field, i) => field !== header.match.fields[i])) return undefined;
  return { phrases, match, box: unionOf([header.box, ...lines.map(({ box }) => box)]) ?? header.box };
}

/** The header with what is beside its lines under or over its names, though it makes none more similar to the profile's. */
function withNamesBeside(header: OpenHeader, lines: readonly Line[], piecesOf: PiecesOf): OpenHeader {
  const own = new Set(header.phrases.flatMap(({ words }) => words));
  const beside = lines
    .filter(({ baseline }) => baseline > header.box.y0 && baseline <= header.box.y1)
    .flatMap(piecesOf)
    .filter(({ words }) => words.every((word) => !own.has(word)));
  const phrases = header.phrases.map((phrase) => {
    const more = beside.filter((piece) => overlap(phrase, piece));
    return more.length === 0 ? phrase : nameOf([phrase, ...more], []);
  });
  return { ...header, phrases };
}

/** Whether one phrase is above the other. */
function overlap({ box }: Phrase, other: Phrase): boolean {
  return box.x0 < other.box.x1 && other.box.x0 < box.x1;
}

/** Whether boxes, from top to bottom, are no further apart than a line of a size. */
function isDense(boxes: readonly Box[], size: number): boolean {
  return boxes.every((box, i) => box.y0 - (boxes[i - 1]?.y1 ?? box.y0) <= size);
}

/** Phrases with pieces of other lines, each joined to the phrase above or below it; a piece by itself is a new phrase. */
function joined(phrases: readonly Phrase[], pieces: readonly Phrase[], columns: readonly ColumnNames[]): Phrase[] {
  const names = phrases.map((phrase): Parts => [phrase]);
  for (const piece of pieces) {
    const name = names.find((parts) => parts.some((part) => overlap(part, piece)));
    if (name === undefined) names.push([piece]);
    else name.push(piece);
  }
  return names.map((parts) => nameOf(parts, columns)).sort((a, b) => a.box.x0 - b.box.x0);
}

/** The parts of a name on each line. */
type Parts = [Phrase, ...Phrase[]];

function nameOf(parts: Parts, columns: readonly ColumnNames[]): Phrase {
  const [first, ...more] = parts.sort((a, b) => a.box.y0 - b.box.y0);
  if (more.length === 0) return first;
  const texts = parts.map(({ text }) => text);
  // A column too narrow for its name breaks it within a word ("Num" + "ber").
  const unbroken = texts.join("");
  return {
    text: isName(unbroken, columns) ? unbroken : texts.join(" "),
    box: unionOf(parts.map(({ box }) => box)) ?? first.box,
    words: parts.flatMap(({ words }) => words),
  };
}

/** Whether a text is the profile's name of a column. */
function isName(text: string, columns: readonly ColumnNames[]): boolean {
  return columns.some(({ headers }) => likeness(text, headers) === 1);
}
