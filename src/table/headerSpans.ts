import type { Edge } from "../layout/edges.js";
import type { Interval } from "./gutters.js";
import type { Piece, PlacedLine } from "./placement.js";

/** A rule that covers so much of a column is drawn over it. */
const OVER = 0.5;

/** A rule belongs to the heading above it if it is this near, in font sizes. */
const BELOW = 1;

/** Centres this near, in font sizes, are the same: headings are centred over their columns. */
const CENTRED = 1.2;

/**
 * The header's lines with each heading over the columns that it spans: those over which a rule is drawn below it, else those of the names
 * below or above over which it is centred. `partial` are rules that run over some columns only.
 */
export function spanHeadings(lines: readonly PlacedLine[], columns: readonly Interval[], partial: readonly Edge[]): PlacedLine[] {
  const names = lines.reduce<PlacedLine | undefined>((most, line) => (line.pieces.length >= (most?.pieces.length ?? 0) ? line : most), undefined);
  return lines.map((line) => {
    const ruled = line.pieces.map((piece) => columnsUnder(piece, line, columns, partial));
    const shared = ruled.some((range, i) => range !== undefined && ruled.some((other, k) => k > i && other !== undefined && other[0] <= range[1]));
    const centred = names === undefined || line === names || line.pieces.length >= names.pieces.length ? [] : shareOut(line, names);
    const pieces = line.pieces.map((piece, i) => {
      const [first, last] = (shared ? undefined : ruled[i]) ?? centred[i] ?? [piece.first, piece.last];
      return { ...piece, first, last };
    });
    return disjoint(pieces) ? { ...line, pieces } : line;
  });
}

type Range = readonly [number, number];

function columnsUnder(piece: Piece, line: PlacedLine, columns: readonly Interval[], partial: readonly Edge[]): Range | undefined {
  const middle = (piece.box.x0 + piece.box.x1) / 2;
  const rule = partial.find(
    (edge) => edge.at > line.baseline && edge.at < line.baseline + BELOW * line.size && edge.from < middle && edge.to > middle,
  );
  if (rule === undefined) return undefined;
  const under = columns.flatMap((column, i) =>
    Math.min(rule.to, column.x1) - Math.max(rule.from, column.x0) >= OVER * (column.x1 - column.x0) ? [i] : [],
  );
  const [first] = under;
  return first === undefined ? undefined : [first, under.at(-1) ?? first];
}

/** Shares the names out to the headings of a line, each to the nearest; a share holds if the heading is centred over it. */
function shareOut(line: PlacedLine, names: PlacedLine): (Range | undefined)[] {
  const centre = (box: { x0: number; x1: number }): number => (box.x0 + box.x1) / 2;
  const shares: Piece[][] = line.pieces.map(() => []);
  for (const name of names.pieces) {
    const distances = line.pieces.map((piece) => Math.abs(centre(piece.box) - centre(name.box)));
    const nearest = distances.indexOf(Math.min(...distances));
    shares[nearest]?.push(name);
  }
  return line.pieces.map((piece, i) => {
    const share = (shares[i] ?? []).filter((name) => name.first > 0 || piece.first === 0);
    for (let drop = 0; drop < share.length - 1; drop++) {
      for (const part of [share.slice(drop), share.slice(0, share.length - drop)]) {
        const [first] = part;
        const last = part.at(-1);
        if (first === undefined || last === undefined || part.length < 2) continue;
        if (Math.abs((first.box.x0 + last.box.x1) / 2 - centre(piece.box)) <= CENTRED * line.size) return [first.first, last.last];
      }
    }
    return undefined;
  });
}

function disjoint(pieces: readonly Piece[]): boolean {
  return pieces.every((piece, i) => {
    const next = pieces[i + 1];
    return next === undefined || piece.last < next.first;
  });
}
