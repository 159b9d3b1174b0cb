import { contains } from "../geometry/box.js";
import { type Line, linesOf, textOf } from "../layout/lines.js";
import type { Edge } from "../layout/edges.js";
import type { Word } from "../layout/word.js";
import { withoutCaptions } from "./captions.js";
import { isDatum } from "./figures.js";
import type { GridCell, GridTable } from "./grid.js";
import { type Lattice, type LatticeCell, latticeOf, withoutColumns } from "./lattice.js";
import { isRuledTable, isTextTable } from "./plausible.js";
import { connected } from "./ruledFrames.js";
import { median } from "./textColumns.js";
import { textGrid } from "./textGrid.js";
import { textLinesOf } from "./textLines.js";

/** The tables that ruling lines draw, cell by cell. */
export function ruledTables(edges: readonly Edge[], words: readonly Word[]): GridTable[] {
  return connected(edges).flatMap((group) => {
    const lattice = latticeOf(group);
    if (lattice === undefined) return [];
    const table = filled(lattice, words, edges);
    return table === undefined ? [] : [table];
  });
}

interface FilledCell extends LatticeCell {
  readonly words: readonly Word[];
}

function filled(drawn: Lattice, words: readonly Word[], edges: readonly Edge[]): GridTable | undefined {
  const inside = words.filter((word) => contains(drawn.box, middle(word), seat(word)));
  const lattice = withoutSlits(drawn, inside);
  if (lacksColumns(lattice, inside)) return openTable(inside, edges, lattice.ys);
  const cells = lattice.cells
    .map((cell) => ({ ...cell, words: inside.filter((word) => contains(cell.box, middle(word), seat(word))) }))
    .flatMap((cell) => (cell.colspan === 1 ? [cell] : divideSpan(cell, lattice.xs)));
  const table = withoutCaptions(splitBands(cells, lattice));
  return isRuledTable(table) ? table : undefined;
}

/** Whether the rules leave out lines between columns: where most lines of a ruled column have gaps, it is several columns. */
function lacksColumns(lattice: Lattice, words: readonly Word[]): boolean {
  return lattice.xs.slice(1).some((x1, i) => {
    const x0 = lattice.xs[i] ?? x1;
    const lines = textLinesOf(words.filter((word) => middle(word) >= x0 && middle(word) < x1));
    const gapped = lines.filter((line) => line.phrases.length > 1);
    return gapped.length >= 2 && gapped.length > 0.5 * lines.length;
  });
}

/** A table whose columns its text shows and not its rules. */
function openTable(words: readonly Word[], edges: readonly Edge[], rules: readonly number[]): GridTable | undefined {
  const table = textGrid(words, edges);
  return table !== undefined && isTextTable(table, rules) ? table : undefined;
}

/** A cell over several columns whose phrases stand apart, each in columns of its own: rules between its columns are not drawn. */
function divideSpan(cell: FilledCell, xs: readonly number[]): FilledCell[] {
  const columns = xs.slice(cell.col, cell.col + cell.colspan + 1);
  const columnAt = (x: number): number => Math.max(0, Math.min(cell.colspan - 1, columns.filter((edge) => edge <= x).length - 1));
  const parts: { from: number; to: number; words: Word[] }[] = [];
  for (const phrase of textLinesOf(cell.words).flatMap((line) => line.phrases)) {
    const from = columnAt(phrase.box.x0 + OVERHANG);
    const to = columnAt(phrase.box.x1 - OVERHANG);
    const touching = parts.filter((part) => part.from <= to && part.to >= from);
    const merged = { from: Math.min(from, ...touching.map((part) => part.from)), to: Math.max(to, ...touching.map((part) => part.to)), words: [...touching.flatMap((part) => part.words), ...phrase.words] };
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

/** Glyph boxes overhang their column by this much at most, in points. */
const OVERHANG = 2;

/** Without empty columns too narrow for a letter: the space between the double rules of a border. */
function withoutSlits(lattice: Lattice, words: readonly Word[]): Lattice {
  const size = median(words.map((word) => word.size));
  return withoutColumns(lattice, (column) => {
    const [x0 = 0, x1 = 0] = lattice.xs.slice(column, column + 2);
    return x1 - x0 < size && !words.some((word) => middle(word) >= x0 && middle(word) < x1);
  });
}

function middle(word: Word): number {
  return (word.box.x0 + word.box.x1) / 2;
}

/** A y that is surely in the word's cell: text touches the line below it in narrow rows. */
function seat(word: Word): number {
  return word.baseline - 0.3 * word.size;
}

/** Splits the bands between row lines into the rows that their text shows. */
function splitBands(cells: readonly FilledCell[], lattice: Lattice): GridTable {
  const starts: number[] = [0];
  const bands = lattice.ys.slice(1).map((_, band) => {
    const own = cells.filter((cell) => cell.row === band && cell.rowspan === 1);
    const breaks = rowBreaks(own.map((cell) => cell.words));
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
      const own = cell.words.filter((word) => seat(word) >= y0 && seat(word) < y1);
      out.push({ row: first + i, col: cell.col, rowspan: 1, colspan: cell.colspan, lines: linesOf(own), box: { ...cell.box, y0, y1 } });
    });
  }
  out.sort((a, b) => a.row - b.row || a.col - b.col);
  return { box: lattice.box, rows: starts.at(-1) ?? 0, columns: lattice.xs.length - 1, cells: out };
}

/** The y between the rows that stand in one band, where figures stacked in a column tell that they are several. */
function rowBreaks(cells: readonly (readonly Word[])[]): number[] {
  const lines = linesOf(cells.flat());
  if (lines.length < 2) return [];
  const columns = cells.map((words) => linesOf(words));
  const stacked = columns.filter((column) => column.length > 1 && column.filter((line) => isDatum(textOf(line))).length > 1);
  if (stacked.length === 0) return [];
  const starts = lines.filter((line) => stacked.some((column) => column.some((own) => isDatum(textOf(own)) && own.baseline === line.baseline)));
  return between(starts);
}

function between(lines: readonly Line[]): number[] {
  return lines.slice(1).map((line) => line.box.y0);
}
