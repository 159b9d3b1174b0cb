import type { Box } from "../../geometry/box.js";
import { Ordered } from "../../geometry/ordered.js";
import { linesOf, textOf } from "../../layout/lines.js";
import type { Word } from "../../layout/word.js";
import { isDatum } from "../evidence/numericText.js";
import type { Lattice, LatticeCell } from "../evidence/lattice.js";
import { placeInCells } from "../evidence/placement.js";
import { decidingY, isWordIn } from "../evidence/containment.js";
import { textLinesOf } from "../evidence/textLines.js";
import type { GridCell, GridTable } from "./grid.js";
import { rowsOfBand } from "./textRows.js";

interface FilledCell extends LatticeCell {
  readonly words: readonly Word[];
}

/** The lattice with its words: cells that the rules leave undivided are divided where their text shows it. */
export function latticeGrid(lattice: Lattice, words: readonly Word[]): GridTable {
  const byHeight = new Ordered(words, decidingY);
  const wordsIn = (box: Box): Word[] => byHeight.between(box.y0, box.y1).filter((word) => isWordIn(word, box));
  const cells = lattice.cells
    .map((cell) => ({ ...cell, words: wordsIn(cell.box) }))
    .flatMap((cell) => (cell.colspan === 1 ? [cell] : divideSpan(cell, lattice.xs)));
  return splitBands(cells, lattice);
}

/** Divides a cell over several columns whose phrases are apart, each in different columns: the rules between its columns are not drawn. */
function divideSpan(cell: FilledCell, xs: readonly number[]): FilledCell[] {
  const columns = xs.slice(cell.col, cell.col + cell.colspan + 1);
  const columnAt = (x: number): number => Math.max(0, Math.min(cell.colspan - 1, columns.filter((edge) => edge <= x).length - 1));
  const parts: { from: number; to: number; words: Word[] }[] = [];
  for (const phrase of textLinesOf(cell.words).flatMap((line) => line.phrases)) {
    const from = columnAt(phrase.box.x0 + OVERHANG);
    const to = columnAt(phrase.box.x1 - OVERHANG);
    const touching = parts.filter((part) => part.from <= to && part.to >= from);
    const merged = {
      from: Math.min(from, ...touching.map((part) => part.from)),
      to: Math.max(to, ...touching.map((part) => part.to)),
      words: [...touching.flatMap((part) => part.words), ...phrase.words],
    };
    for (const part of touching) parts.splice(parts.indexOf(part), 1);
    parts.push(merged);
  }
  if (parts.length < 2) return [cell];
  const taken = new Set(parts.flatMap((part) => Array.from({ length: part.to - part.from + 1 }, (_, i) => part.from + i)));
  for (let i = 0; i < cell.colspan; i++) if (!taken.has(i)) parts.push({ from: i, to: i, words: [] });
  return parts
    .sort((a, b) => a.from - b.from)
    .map(({ from, to, words }) => ({
      ...cell,
      col: cell.col + from,
      colspan: to - from + 1,
      box: { ...cell.box, x0: columns[from] ?? cell.box.x0, x1: columns[to + 1] ?? cell.box.x1 },
      words,
    }));
}

/** The most that glyph boxes extend beyond their column, in points. */
const OVERHANG = 2;

/** Splits the bands between row lines into the rows that their text shows. */
function splitBands(cells: readonly FilledCell[], lattice: Lattice): GridTable {
  const starts: number[] = [0];
  const bands = lattice.ys.slice(1).map((_, band) => {
    const own = cells.filter((cell) => cell.row === band && cell.rowspan === 1);
    const breaks = rowBreaks(own, lattice.xs);
    starts.push((starts[band] ?? 0) + breaks.length + 1);
    return breaks;
  });
  const out: GridCell[] = [];
  for (const cell of cells) {
    const first = starts[cell.row] ?? 0;
    const end = starts[cell.row + cell.rowspan] ?? first + 1;
    const breaks = cell.rowspan === 1 ? (bands[cell.row] ?? []) : [];
    if (breaks.length === 0) {
      out.push({ row: first, col: cell.col, rowspan: end - first, colspan: cell.colspan, lines: linesOf(cell.words), box: cell.box });
      continue;
    }
    const ys = [cell.box.y0, ...breaks, cell.box.y1];
    ys.slice(1).forEach((y1, i) => {
      const y0 = ys[i] ?? y1;
      const own = cell.words.filter((word) => decidingY(word) >= y0 && decidingY(word) < y1);
      out.push({ row: first + i, col: cell.col, rowspan: 1, colspan: cell.colspan, lines: linesOf(own), box: { ...cell.box, y0, y1 } });
    });
  }
  out.sort((a, b) => a.row - b.row || a.col - b.col);
  return { box: lattice.box, rows: starts.at(-1) ?? 0, columns: lattice.xs.length - 1, cells: out };
}

/** The y between the rows of one band, if figures stacked in a column show that there are several. */
function rowBreaks(cells: readonly FilledCell[], xs: readonly number[]): number[] {
  const isStacked = cells.some(({ words }) => {
    const lines = linesOf(words);
    const data = lines.filter((line) => isDatum(textOf(line)));
    return data.length > 1 && data.length >= MOSTLY * lines.length;
  });
  if (!isStacked) return [];
  const columns = xs.slice(1).map((x1, i) => ({ x0: xs[i] ?? x1, x1 }));
  const lines = placeInCells(
    textLinesOf(cells.flatMap(({ words }) => words)),
    cells.map(({ col, colspan, words }) => ({ first: col, last: col + colspan - 1, words })),
  );
  const rows = rowsOfBand(lines, columns, { isOfText: false });
  return rows.slice(1).flatMap(([first]) => (first === undefined ? [] : [first.box.y0]));
}

/** A column of figures has them on this share of its lines; texts, too, have years and list markers on separate lines. */
const MOSTLY = 0.75;
