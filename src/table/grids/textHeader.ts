import { middleY } from "../../geometry/box.js";
import { type Edge, lengthWithin } from "../../layout/edges.js";
import type { Word } from "../../layout/word.js";
import type { Piece, PlacedLine } from "../evidence/placement.js";

/** A cell before its table has a grid: rows and columns that it spans, and its words. */
export interface DraftCell {
  readonly row: number;
  readonly rowspan: number;
  readonly col: number;
  readonly colspan: number;
  readonly words: readonly Word[];
}

/** The rows of a header and their cells. */
export interface DraftRows {
  readonly rows: number;
  readonly cells: readonly DraftCell[];
}

/**
 * The header's cells: what is over one column is one cell, however many lines it has; what spans columns makes a separate row with the
 * headers beside it. A rule between two lines divides them.
 */
export function headerRows(lines: readonly PlacedLine[], edges: readonly Edge[]): DraftRows {
  const levels = levelsOf(lines, edges);
  const open: { col: number; colspan: number; from: number; to: number; bottom: number; words: Word[] }[] = [];
  lines.forEach((line, i) => {
    const level = levels[i] ?? 0;
    for (const piece of line.pieces) {
      const col = piece.first;
      const colspan = piece.last - col + 1;
      const above = open.findLast((cell) => cell.col < col + colspan && cell.col + cell.colspan > col);
      const same = above !== undefined && above.col === col && above.colspan === colspan;
      if (same && !isRuled(above.bottom, piece, edges)) {
        above.words.push(...piece.words);
        above.to = level;
        above.bottom = piece.box.y1;
      } else {
        open.push({ col, colspan, from: level, to: level, bottom: piece.box.y1, words: [...piece.words] });
      }
    }
  });
  const rows = (levels.at(-1) ?? -1) + 1;
  return {
    rows,
    cells: open
      .map(({ col, colspan, from, to, words }) => ({ row: from, rowspan: to - from + 1, col, colspan, words }))
      .map(raised)
      .map(lowered(rows)),
  };
}

/** A name with nothing above it belongs to all rows of the header above its own. */
function raised(cell: DraftCell, _: number, cells: readonly DraftCell[]): DraftCell {
  const above = cells.filter(
    (other) => other.row < cell.row && other.col < cell.col + cell.colspan && other.col + other.colspan > cell.col,
  );
  const top = Math.max(0, ...above.map((other) => other.row + other.rowspan));
  return { ...cell, row: top, rowspan: cell.row + cell.rowspan - top };
}

/** A name of one column with nothing below it belongs to all rows of the header below its own. */
function lowered(rows: number): (cell: DraftCell, _: number, cells: readonly DraftCell[]) => DraftCell {
  return (cell, _, cells) => {
    const isFree =
      cell.colspan === 1 && !cells.some((other) => other.row > cell.row && other.col <= cell.col && other.col + other.colspan > cell.col);
    return isFree ? { ...cell, rowspan: rows - cell.row } : cell;
  };
}

/**
 * For each line, the row of the header that it is in: a row begins if headings span other columns than in the line above, or if a rule
 * separates a heading from the one above it.
 */
function levelsOf(lines: readonly PlacedLine[], edges: readonly Edge[]): number[] {
  let level = 0;
  let own: PlacedLine[] = [];
  return lines.map((line) => {
    // A vertically centred name is on a line between those of the others.
    if (own.some((above) => startsLevel(above, line) || startsLevel(line, above) || isRuledOff(above, line, edges))) {
      level += 1;
      own = [];
    }
    own.push(line);
    return level;
  });
}

/** Whether a rule separates a heading from the one above it over the same columns. */
function isRuledOff(above: PlacedLine, line: PlacedLine, edges: readonly Edge[]): boolean {
  return line.pieces.some((piece) =>
    above.pieces.some((upper) => upper.first === piece.first && upper.last === piece.last && isRuled(upper.box.y1, piece, edges)),
  );
}

/** Whether a heading of one line spans columns over which the other line has text that spans different ones. */
function startsLevel(line: PlacedLine, other: PlacedLine): boolean {
  return line.pieces.some(
    (piece) =>
      piece.last > piece.first &&
      other.pieces.some(
        (near) => near.first <= piece.last && near.last >= piece.first && (near.first !== piece.first || near.last !== piece.last),
      ),
  );
}

/** Whether there is a rule between the y above and the piece, over at least half of the piece. */
function isRuled(above: number, piece: Piece, edges: readonly Edge[]): boolean {
  const middle = middleY(piece.box);
  return edges.some(
    (edge) =>
      edge.axis === "horizontal" &&
      edge.at > above - 2 &&
      edge.at < middle &&
      lengthWithin(edge, piece.box.x0, piece.box.x1) > 0.5 * (piece.box.x1 - piece.box.x0),
  );
}
