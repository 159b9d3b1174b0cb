import { middleX } from "../../geometry/box.js";
import { type Edge, covers } from "../../layout/edges.js";
import type { Interval } from "../evidence/gutters.js";
import type { Piece, PlacedLine } from "../evidence/placement.js";
import { hadRoom } from "../evidence/wrappedRows.js";

/** A rule that covers this share of a column is over it. */
const OVER = 0.5;

/** A rule belongs to the heading above it if it is this near, in font sizes. */
const BELOW = 1;

/** Centres this near, in font sizes, are the same: headings are centred over their columns. */
const CENTRED = 1.2;

/**
 * The header's lines with each heading over the columns that it spans: those covered by a rule below it, or else those of the names below
 * or above on which it is centred. `partial` are rules over only some of the columns.
 */
export function spanHeadings(lines: readonly PlacedLine[], columns: readonly Interval[], partial: readonly Edge[]): PlacedLine[] {
  const names = lines.reduce<PlacedLine | undefined>(
    (most, line) => (line.pieces.length >= (most?.pieces.length ?? 0) ? line : most),
    undefined,
  );
  return lines.map((line) => {
    const ruled = line.pieces.map((piece) => columnsUnder(piece, line, columns, partial));
    const shared = ruled.some(
      (range, i) => range !== undefined && ruled.some((other, k) => k > i && other !== undefined && other[0] <= range[1]),
    );
    const centred = names === undefined || line === names || line.pieces.length >= names.pieces.length ? [] : shareOut(line, names);
    const pieces = line.pieces.map((piece, i) => {
      const isRest = names !== undefined && line.baseline > names.baseline && goesOnBelow(piece, names, columns);
      const [first, last] = isRest
        ? [piece.first, piece.last]
        : ((shared ? undefined : ruled[i]) ?? centred[i] ?? [piece.first, piece.last]);
      return { ...piece, first, last };
    });
    return disjoint(pieces) ? { ...line, pieces } : line;
  });
}

/** Whether a heading below a column's name continues it: they have the same style, and its first word had no room after the name. */
function goesOnBelow(piece: Piece, names: PlacedLine, columns: readonly Interval[]): boolean {
  const name = names.pieces.find(({ first, last }) => first === piece.first && last === piece.last);
  const column = columns[piece.first];
  if (name === undefined || column === undefined || piece.first !== piece.last) return false;
  const offset = (piece.box.x0 + piece.box.x1 - name.box.x0 - name.box.x1) / 2;
  const isAlike =
    Math.abs(piece.box.x0 - name.box.x0) <= FLUSH || Math.abs(piece.box.x1 - name.box.x1) <= FLUSH || Math.abs(offset) <= FLUSH;
  return isAlike && !hadRoom(name, piece, column.x1);
}

type Range = readonly [number, number];

function columnsUnder(piece: Piece, line: PlacedLine, columns: readonly Interval[], partial: readonly Edge[]): Range | undefined {
  const middle = middleX(piece.box);
  const rule = partial.find(
    (edge) => edge.at > line.baseline && edge.at < line.baseline + BELOW * line.size && edge.from < middle && edge.to > middle,
  );
  if (rule === undefined) return undefined;
  const under = columns.flatMap((column, i) => (covers(rule, column.x0, column.x1, OVER) ? [i] : []));
  const [first] = under;
  return first === undefined ? undefined : [first, under.at(-1) ?? first];
}

/** Assigns each name to the nearest heading of a line; an assignment holds if the heading is centred over its names. */
function shareOut(line: PlacedLine, names: PlacedLine): (Range | undefined)[] {
  const shares: Piece[][] = line.pieces.map(() => []);
  for (const name of names.pieces) {
    const distances = line.pieces.map((piece) => Math.abs(middleX(piece.box) - middleX(name.box)));
    const nearest = distances.indexOf(Math.min(...distances));
    shares[nearest]?.push(name);
  }
  const own = shares.map((share, i) => share.filter((name) => name.first > 0 || line.pieces[i]?.first === 0));
  const centred = line.pieces.map((piece, i) => {
    const isCentred = (part: readonly Piece[]): boolean => Math.abs(middleOf(part) - middleX(piece.box)) <= CENTRED * line.size;
    return rangeOf(endsOf(own[i] ?? []).find((part) => part.length > 1 && isCentred(part)) ?? []);
  });
  // Headings side by side may instead be flush with their first columns: each extends to the next.
  const isEven = own.filter((share) => share.length > 1).length > 1;
  return line.pieces.map((piece, i) => {
    const [first, second] = own[i] ?? [];
    const isFlush = isEven && first !== undefined && second !== undefined && Math.abs(first.box.x0 - piece.box.x0) <= FLUSH;
    if (!isFlush || centred[i] !== undefined) return centred[i];
    const next = centred[i + 1]?.[0] ?? own[i + 1]?.[0]?.first;
    return [first.first, Math.max(first.last, (next ?? (names.pieces.at(-1)?.last ?? 0) + 1) - 1)];
  });
}

/** All of the names, then all except the outermost on one side: names at the ends may belong to no heading. */
function endsOf(names: readonly Piece[]): (readonly Piece[])[] {
  return names.flatMap((_, drop) => [names.slice(drop), names.slice(0, names.length - drop)]);
}

function middleOf(names: readonly Piece[]): number {
  return ((names[0]?.box.x0 ?? 0) + (names.at(-1)?.box.x1 ?? 0)) / 2;
}

function rangeOf(names: readonly Piece[]): Range | undefined {
  const [first] = names;
  return first === undefined || names.length < 2 ? undefined : [first.first, names.at(-1)?.last ?? first.last];
}

/** Left edges this near, in points, are flush: several headings side by side may be flush rather than centred. */
const FLUSH = 3;

function disjoint(pieces: readonly Piece[]): boolean {
  return pieces.every((piece, i) => {
    const next = pieces[i + 1];
    return next === undefined || piece.last < next.first;
  });
}
