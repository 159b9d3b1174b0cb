import { type Box, unionOf } from "../../geometry/box.js";
import { type Line, textOf } from "../../layout/lines.js";
import type { Phrase } from "../evidence/phrases.js";
import { type ColumnNames, type HeaderMatch, matchHeader, mayBeHeader, spellsName } from "./header.js";
import { isName, namesOn } from "./headerNames.js";

/** A header line, its phrases and the words that were joined to them from the lines around it. */
export interface OpenHeader {
  readonly phrases: readonly Phrase[];
  readonly match: HeaderMatch;
  readonly box: Box;
}

/** What headers are read with: the names wanted, and how a line is divided into phrases. */
interface Wanted {
  readonly columns: readonly ColumnNames[];
  readonly piecesOf: (line: Line) => Phrase[];
}

/** The least average similarity of a header's phrases to names: sentences contain words of the names, too ("the Action Plan of"). */
const SUREST = 0.5;
const SURE_IN_ORDER = 0.3;

/** The first line whose phrases name the matrix' columns. A name may continue on the line below or above. */
export function findHeader(
  lines: readonly Line[],
  columns: readonly ColumnNames[],
  piecesOf: Wanted["piecesOf"] = (line) => namesOn(line, columns),
): OpenHeader | undefined {
  const wanted = { columns, piecesOf };
  for (const [i, line] of lines.entries()) {
    if (!mayBeHeader(line.words, columns)) continue;
    const phrases = piecesOf(line);
    const match = matchOf(phrases, columns);
    if (match === undefined || match.score < leastScore(phrases, match, columns) || !areNames(phrases, match)) continue;
    const header = withNeighbours({ phrases, match, box: line.box }, lines.slice(0, i).reverse(), lines.slice(i + 1), wanted);
    return withNamesBeside(header, lines, wanted);
  }
  return undefined;
}

function matchOf(phrases: readonly Phrase[], columns: readonly ColumnNames[]): HeaderMatch | undefined {
  return matchHeader(
    phrases.map(({ text }) => text),
    columns,
  );
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

/** The most lines of a name. */
export const MOST_LINES = 5;

/** The header with the lines around it on which its names continue; those above are given from the nearest up. */
function withNeighbours(header: OpenHeader, above: readonly Line[], below: readonly Line[], wanted: Wanted): OpenHeader {
  const { columns } = wanted;
  const isWhole = header.phrases.length === columns.length && header.phrases.every(({ text }) => isName(text, columns));
  for (const [down, up] of blocks(MOST_LINES - 1)) {
    if (down > below.length || up > above.length) continue;
    // A complete name may have other words on the next line; only an incomplete one may be broken into more than two pieces.
    const mayBeUnknown = up === 0 && (down === 1 || !isWhole);
    const grown =
      extended(header, above.slice(0, up), below.slice(0, down), wanted) ??
      (mayBeUnknown ? extendedInBold(header, below.slice(0, down), below.slice(down), wanted) : undefined);
    if (grown !== undefined) return withNeighbours(grown, above.slice(up), below.slice(down), wanted);
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
  { columns, piecesOf }: Wanted,
): OpenHeader | undefined {
  const boxes = [...above.toReversed().map(({ box }) => box), header.box, ...below.map(({ box }) => box)];
  if (!isDense(boxes, sizeOf(header))) return undefined;
  const phrases = joined(header.phrases, [...above, ...below].flatMap(piecesOf), columns);
  const exact = phrases.every((phrase) => header.phrases.includes(phrase) || isName(phrase.text, columns));
  const match = matchOf(phrases, columns);
  if (match === undefined) return undefined;
  const better = match.score > header.match.score;
  // Text in a column that had no name must be a complete name.
  const isExtended = phrases.length > header.phrases.length ? exact && better : exact || better;
  return isExtended ? { phrases, match, box: unionOf(boxes) ?? header.box } : undefined;
}

/**
 * The header with lines below it whose words the profile does not know, if these are as bold as its names and under them, and what follows
 * is not: a row would not be bold. A number may be a row's.
 */
function extendedInBold(
  header: OpenHeader,
  lines: readonly Line[],
  rest: readonly Line[],
  { columns, piecesOf }: Wanted,
): OpenHeader | undefined {
  const isUnderBold = header.phrases.every(isBold) && lines.every(isBold) && (rest.length === 0 || !rest.every(isBold));
  if (!isUnderBold || lines.some((line) => /\p{N}/u.test(textOf(line)))) return undefined;
  const boxes = [header.box, ...lines.map(({ box }) => box)];
  if (!isDense(boxes, sizeOf(header))) return undefined;
  const phrases = joined(header.phrases, lines.flatMap(piecesOf), columns);
  if (phrases.length !== header.phrases.length) return undefined;
  const match = matchOf(phrases, columns);
  if (match === undefined || match.fields.some((field, i) => field !== header.match.fields[i])) return undefined;
  return { phrases, match, box: unionOf(boxes) ?? header.box };
}

function isBold({ words }: Pick<Line, "words">): boolean {
  return words.every(({ bold }) => bold);
}

/** The size of a header's letters, in points. */
function sizeOf({ phrases }: OpenHeader): number {
  return phrases[0]?.words[0]?.size ?? 0;
}

/** The header with what is beside its lines under or over its names, though it makes none more similar to the profile's. */
function withNamesBeside(header: OpenHeader, lines: readonly Line[], { piecesOf }: Wanted): OpenHeader {
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
  const [spaced, unbroken] = [texts.join(" "), texts.join("")];
  return {
    text: isName(unbroken, columns) && !spellsName(spaced, columns) ? unbroken : spaced,
    box: unionOf(parts.map(({ box }) => box)) ?? first.box,
    words: parts.flatMap(({ words }) => words),
  };
}
