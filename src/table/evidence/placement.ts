import { type Box, middleX, unionOf } from "../../geometry/box.js";
import type { Word } from "../../layout/word.js";
import { isDatum } from "./figures.js";
import type { Interval } from "./gutters.js";
import type { Phrase } from "./phrases.js";
import type { TextLine } from "./textLines.js";

/** A piece of a line and the columns that it is in, counted from 0; `last` equals `first` unless it spans several. */
export interface Piece {
  readonly first: number;
  readonly last: number;
  readonly words: readonly Word[];
  readonly box: Box;
  readonly text: string;
}

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

function placePhrase(phrase: Phrase, columns: readonly Interval[]): Piece[] {
  const [first, last] = reach(phrase.box, columns);
  if (first === last) return [pieceOf(phrase.words, first, last)];
  const parts = divide(phrase, columns);
  return parts.map((words) => {
    const box = unionOf(words.map((word) => word.box)) ?? phrase.box;
    const [from, to] = reach(box, columns);
    return pieceOf(words, from, to);
  });
}

function pieceOf(words: readonly Word[], first: number, last: number): Piece {
  const box = unionOf(words.map((word) => word.box)) ?? { x0: 0, y0: 0, x1: 0, y1: 0 };
  return { first, last, words, box, text: words.map((word) => word.text).join(" ") };
}

/** The first and the last column that a box is in. */
function reach(box: Box, columns: readonly Interval[]): [number, number] {
  const touched = columns.flatMap((column, i) => {
    const shared = Math.min(box.x1, column.x1) - Math.max(box.x0, column.x0);
    return shared > 0 && shared >= SHARE * Math.min(box.x1 - box.x0, column.x1 - column.x0) ? [i] : [];
  });
  const [first] = touched;
  if (first !== undefined) return [first, touched.at(-1) ?? first];
  const middle = middleX(box);
  const distance = (column: Interval): number => Math.max(column.x0 - middle, middle - column.x1, 0);
  const nearest = columns.reduce((best, column, i) => (distance(column) < distance(columns[best] ?? column) ? i : best), 0);
  return [nearest, nearest];
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
    const data = isDatum(phrase.words.slice(i).map((rest) => rest.text).join(" ")) || isDatum(part.map((done) => done.text).join(" "));
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
    if (before !== undefined && piece.first <= before.last) {
      joined[joined.length - 1] = pieceOf([...before.words, ...piece.words], Math.min(before.first, piece.first), Math.max(before.last, piece.last));
    } else joined.push(piece);
  }
  return joined;
}
