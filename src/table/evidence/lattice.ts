import type { Box } from "../../geometry/box.js";
import type { Edge } from "../../layout/edges.js";

/** A cell between ruling lines, with the base rows and columns that it covers. Points, on the upright page. */
export interface LatticeCell {
  readonly row: number;
  readonly col: number;
  readonly rowspan: number;
  readonly colspan: number;
  readonly box: Box;
}

/** The cells that ruling lines which touch each other draw. */
export interface Lattice {
  readonly box: Box;
  /** The x of the lines between and around the columns, and the y of those between and around the rows. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly LatticeCell[];
}

/**
 * Lines closer than this, in points, are one line, and ends within it touch: producers round, and thick borders are drawn on both sides.
 */
const TOUCH = 4;

/** A side of a cell is drawn if rules run along at least this share of it; corners of dotted borders are left out. */
const DRAWN = 0.5;

/**
 * The lattice of a group of edges that touch. Neighbouring cells with no rule between them are one cell, provided that it is a rectangle. A
 * table open at its sides ends where its rules do. Undefined if the rules enclose nothing.
 */
export function latticeOf(edges: readonly Edge[]): Lattice | undefined {
  const verticals = edges.filter((edge) => edge.axis === "vertical");
  const horizontals = edges.filter((edge) => edge.axis === "horizontal");
  const xs = places(verticals, horizontals);
  const ys = places(horizontals, verticals);
  const [x0, x1, y0, y1] = [xs[0], xs.at(-1), ys[0], ys.at(-1)];
  if (x0 === undefined || x1 === undefined || y0 === undefined || y1 === undefined) return undefined;
  if (xs.length < 2 || ys.length < 2) return undefined;
  const isWall = (axis: Edge["axis"], at: number, from: number, to: number): boolean =>
    coverage(axis === "vertical" ? verticals : horizontals, at, from, to) >= DRAWN * (to - from);
  return { box: { x0, y0, x1, y1 }, xs, ys, cells: cellsOf(xs, ys, isWall) };
}

/** Where lines of one axis run, and the ends of those across them on sides that no line closes. */
function places(edges: readonly Edge[], across: readonly Edge[]): number[] {
  const found: number[] = [];
  const add = (at: number): void => {
    if (found.every((known) => Math.abs(known - at) > TOUCH)) found.push(at);
  };
  for (const edge of [...edges].sort((a, b) => b.to - b.from - (a.to - a.from))) add(edge.at);
  if (across.length > 0) {
    add(Math.min(...across.map((edge) => edge.from)));
    add(Math.max(...across.map((edge) => edge.to)));
  }
  return found.sort((a, b) => a - b);
}

/** The length of [from, to] along which an edge runs at `at`. */
function coverage(edges: readonly Edge[], at: number, from: number, to: number): number {
  const pieces = edges
    .filter((edge) => Math.abs(edge.at - at) <= TOUCH && edge.to > from && edge.from < to)
    .sort((a, b) => a.from - b.from);
  let covered = 0;
  let reached = from;
  for (const piece of pieces) {
    const end = Math.min(piece.to, to);
    if (end > reached) covered += end - Math.max(piece.from, reached);
    reached = Math.max(reached, end);
  }
  return covered;
}

type IsWall = (axis: Edge["axis"], at: number, from: number, to: number) => boolean;

/** The cells of the base grid: those joined through missing walls, or their parts if these do not make a rectangle. */
function cellsOf(xs: readonly number[], ys: readonly number[], isWall: IsWall): LatticeCell[] {
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const x = (i: number): number => xs[i] ?? 0;
  const y = (i: number): number => ys[i] ?? 0;
  const wallRight = (row: number, col: number): boolean => isWall("vertical", x(col + 1), y(row), y(row + 1));
  const wallBelow = (row: number, col: number): boolean => isWall("horizontal", y(row + 1), x(col), x(col + 1));
  const runs: Span[] = [];
  for (let row = 0; row < rows; row++) {
    let start = 0;
    for (let col = 0; col < columns; col++) {
      if (col < columns - 1 && !wallRight(row, col)) continue;
      runs.push({ row, col: start, rowspan: 1, colspan: col - start + 1 });
      start = col + 1;
    }
  }
  const joined = joinRuns(runs, wallBelow);
  return joined
    .map((span) => ({
      ...span,
      box: { x0: x(span.col), y0: y(span.row), x1: x(span.col + span.colspan), y1: y(span.row + span.rowspan) },
    }))
    .sort((a, b) => a.row - b.row || a.col - b.col);
}

interface Span {
  readonly row: number;
  readonly col: number;
  readonly rowspan: number;
  readonly colspan: number;
}

/** Joins a run of base cells with the one of the same columns below it, if there is no wall between them. */
function joinRuns(runs: readonly Span[], wallBelow: (row: number, col: number) => boolean): Span[] {
  const joined: Span[] = [];
  // Where in `joined` the lowest span of some columns is.
  const lowest = new Map<string, number>();
  for (const run of runs) {
    const columns = `${run.col}+${run.colspan}`;
    const above = lowest.get(columns) ?? -1;
    const span = joined[above];
    const touches = span !== undefined && span.row + span.rowspan === run.row;
    if (touches && !columnsOf(run).some((col) => wallBelow(run.row - 1, col))) {
      joined[above] = { ...span, rowspan: span.rowspan + 1 };
    } else {
      lowest.set(columns, joined.length);
      joined.push(run);
    }
  }
  return joined;
}

function columnsOf(span: Span): number[] {
  return Array.from({ length: span.colspan }, (_, i) => span.col + i);
}

/** The lattice without the columns that `isSlit` names by their index: what spans them spans the others, and what is in them is dropped. */
export function withoutColumns(lattice: Lattice, isSlit: (column: number) => boolean): Lattice {
  const kept = lattice.xs.slice(1).flatMap((_, column) => (isSlit(column) ? [] : [column]));
  if (kept.length === lattice.xs.length - 1) return lattice;
  const cells = lattice.cells.flatMap((cell) => {
    const columns = columnsOf(cell).filter((column) => kept.includes(column));
    const [first] = columns;
    return first === undefined ? [] : [{ ...cell, col: kept.indexOf(first), colspan: columns.length }];
  });
  const xs = [...kept.map((column) => lattice.xs[column] ?? 0), lattice.xs.at(-1) ?? 0];
  return { ...lattice, xs, cells };
}
