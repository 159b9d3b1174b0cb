/** A part of a line along its axis. */
export interface Piece {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Parallel lines no further apart than this are one line: double borders, and neighbouring cells that each draw a border. */
export const SAME_LINE = 3;

/** A break in a line no longer than this is closed: cells draw their borders piece by piece. */
const BREAK = 3;

/** Dashes are shorter than this; between them a gap may be as long as the dashes themselves. */
const LONGEST_DASH = 12;

/** Joins collinear pieces: sorted by place, clustered by line, joined along it. */
export function joinPieces(pieces: readonly Piece[], tolerance: number): Piece[] {
  const sorted = [...pieces].sort((a, b) => a.at - b.at || a.from - b.from || a.to - b.to);
  const lines: Piece[][] = [];
  let start = -Infinity;
  for (const piece of sorted) {
    const line = lines.at(-1);
    if (line !== undefined && piece.at - start <= tolerance) {
      line.push(piece);
    } else {
      lines.push([piece]);
      start = piece.at;
    }
  }
  return lines.flatMap(joinAlong);
}

function joinAlong(line: readonly Piece[]): Piece[] {
  const sorted = [...line].sort((a, b) => a.from - b.from || a.to - b.to);
  const joined: { at: number; from: number; to: number; last: number; weight: number }[] = [];
  for (const piece of sorted) {
    const length = piece.to - piece.from;
    const open = joined.at(-1);
    if (open !== undefined && piece.from - open.to <= bridgeable(open.last, length)) {
      // The longest piece says where the line is: it is the least likely to be a stray end.
      if (length > open.weight) {
        open.at = piece.at;
        open.weight = length;
      }
      open.to = Math.max(open.to, piece.to);
      open.last = length;
    } else {
      joined.push({ at: piece.at, from: piece.from, to: piece.to, last: length, weight: length });
    }
  }
  return joined.map(({ at, from, to }) => ({ at, from, to }));
}

/** The widest break between two pieces of these lengths that is still one line. */
function bridgeable(before: number, after: number): number {
  const longer = Math.max(before, after);
  return longer <= LONGEST_DASH ? Math.max(BREAK, 1.5 * longer) : BREAK;
}
