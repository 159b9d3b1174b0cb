import { type Box, middleX } from "../../geometry/box.js";
import type { Word } from "../../layout/word.js";
import { isDatum } from "./numericText.js";
import type { Interval } from "./gutters.js";
import { type Phrase, phraseOf } from "./phrases.js";
import type { TextLine } from "./textLines.js";

/** Columns side by side, counted from 0; `last` equals `first` if there is only one. */
interface Columns {
  readonly first: number;
  readonly last: number;
}

/** A piece of a line and the columns that it is in. */
export interface Piece extends Phrase, Columns {}

/** A line of a table without cells: its pieces from left to right. */
export interface PlacedLine {
  readonly box: Box;
  readonly baseline: number;
  readonly size: number;
  readonly pieces: readonly Piece[];
  /** Whether dots lead from its label to a number. */
  readonly hasLeader: boolean;
}

/** A phrase belongs to a column if it covers this share of it, or if this share of the phrase is in it. */
const SHARE = 0.25;

/** Words this far apart, in font sizes, may belong to neighbouring columns: more than a word space. */
const APART = 0.35;

/** Assigns the phrases of a line to columns. A phrase over several columns is split where its own gaps and its numbers indicate it. */
export function placeLine(line: TextLine, columns: readonly Interval[]): PlacedLine {
  const pieces = line.phrases.flatMap((phrase) => placePhrase(phrase, columns));
  return { box: line.line.box, baseline: line.line.baseline, size: line.line.size, pieces: joinSharing(pieces), hasLeader: line.hasLeader };
}

/** The lines of a table whose cells are known, in pieces by the cells that their words are in. */
export function placeInCells(
  lines: readonly Pick<TextLine, "line" | "hasLeader">[],
  cells: readonly (Columns & Pick<Phrase, "words">)[],
): PlacedLine[] {
  const cellOf = new Map(cells.flatMap((cell) => cell.words.map((word) => [word, cell] as const)));
  return lines.map(({ line: { words, box, baseline, size }, hasLeader }) => {
    const pieces = cells.flatMap(
      (cell) =>
        pieceOf(
          words.filter((word) => cellOf.get(word) === cell),
          cell,
        ) ?? [],
    );
    return { box, baseline, size, pieces, hasLeader };
  });
}

function placePhrase(phrase: Phrase, columns: readonly Interval[]): Piece[] {
  const { first, last } = columnsUnder(phrase.box, columns);
  if (first === last) return [{ ...phrase, first, last }];
  return divide(phrase, columns).flatMap((words) => {
    const part = phraseOf(words);
    return part === undefined ? [] : [{ ...part, ...columnsUnder(part.box, columns) }];
  });
}

/** The piece of some words; undefined if there are none. */
function pieceOf(words: readonly Word[], { first, last }: Columns): Piece | undefined {
  const phrase = phraseOf(words);
  return phrase === undefined ? undefined : { ...phrase, first, last };
}

/** The columns that a box is in. */
function columnsUnder(box: Box, columns: readonly Interval[]): Columns {
  const touched = columns.flatMap((column, i) => {
    const shared = Math.min(box.x1, column.x1) - Math.max(box.x0, column.x0);
    return shared > 0 && shared >= SHARE * Math.min(box.x1 - box.x0, column.x1 - column.x0) ? [i] : [];
  });
  const [first] = touched;
  if (first !== undefined) return { first, last: touched.at(-1) ?? first };
  const middle = middleX(box);
  const distance = (column: Interval): number => Math.max(column.x0 - middle, middle - column.x1, 0);
  const nearest = columns.reduce((best, column, i) => (distance(column) < distance(columns[best] ?? column) ? i : best), 0);
  return { first: nearest, last: nearest };
}

/** The words of a phrase, divided at gutters. */
function divide(phrase: Phrase, columns: readonly Interval[]): Word[][] {
  const parts: Word[][] = [];
  let last: Word | undefined;
  for (const [i, word] of phrase.words.entries()) {
    const part = parts.at(-1);
    const before = last;
    last = word;
    if (part === undefined || before === undefined) {
      parts.push([word]);
      continue;
    }
    const gutter = columns.some((column, k) => {
      const next = columns[k + 1];
      if (next === undefined) return false;
      return before.box.x1 <= next.x0 + 1 && word.box.x0 >= column.x1 - 1 && middleX(before.box) < next.x0 && middleX(word.box) > column.x1;
    });
    const wide = word.box.x0 - before.box.x1 > APART * word.size;
    const data =
      isDatum(
        phrase.words
          .slice(i)
          .map((rest) => rest.text)
          .join(" "),
      ) || isDatum(part.map((done) => done.text).join(" "));
    if (gutter && (wide || data)) parts.push([word]);
    else part.push(word);
  }
  return parts;
}

/** Merges pieces of one line that ended up in the same column. */
function joinSharing(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    const shared =
      before === undefined || piece.first > before.last ? undefined : pieceOf([...before.words, ...piece.words], rangeOver(before, piece));
    if (shared === undefined) joined.push(piece);
    else joined[joined.length - 1] = shared;
  }
  return joined;
}

function rangeOver(a: Columns, b: Columns): Columns {
  return { first: Math.min(a.first, b.first), last: Math.max(a.last, b.last) };
}
