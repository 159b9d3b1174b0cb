import { middleX } from "../../geometry/box.js";
import { median } from "../../geometry/ordered.js";
import type { Edge } from "../../layout/edges.js";
import type { Word } from "../../layout/word.js";
import { type Lattice, latticeOf, withoutColumns } from "../evidence/lattice.js";
import { connected } from "../evidence/ruledFrames.js";
import { isWordIn } from "../evidence/containment.js";
import { textLinesOf } from "../evidence/textLines.js";
import { withoutCaptions } from "./captions.js";
import type { GridTable } from "./grid.js";
import { latticeGrid } from "./latticeGrid.js";
import { isRuledRow, isRuledTable, isTextTable } from "./plausible.js";
import { textGrid } from "./textGrid.js";

/** The tables that ruling lines draw. */
export interface RuledTables {
  readonly tables: readonly GridTable[];
  /** Grids of one row: not tables by themselves, but a table of the page before may continue in them. */
  readonly rows: readonly GridTable[];
}

/** The tables that ruling lines draw, cell by cell. */
export function ruledTables(edges: readonly Edge[], words: readonly Word[]): RuledTables {
  const tables: GridTable[] = [];
  const rows: GridTable[] = [];
  for (const group of connected(edges)) {
    const drawn = latticeOf(group);
    if (drawn === undefined) continue;
    const inside = words.filter((word) => isWordIn(word, drawn.box));
    const lattice = withoutSlits(drawn, inside);
    if (lacksColumns(lattice, inside)) {
      const table = textGrid(inside, edges);
      if (table !== undefined && isTextTable(table, lattice.ys)) tables.push(table);
      continue;
    }
    const table = withoutCaptions(latticeGrid(lattice, inside));
    if (isRuledTable(table)) tables.push(table);
    else if (isRuledRow(table)) rows.push(table);
  }
  return { tables, rows };
}

/** Whether rules between columns are missing: if most lines of a ruled column have gaps, it is several columns. */
function lacksColumns(lattice: Lattice, words: readonly Word[]): boolean {
  return lattice.xs.slice(1).some((x1, i) => {
    const x0 = lattice.xs[i] ?? x1;
    const lines = textLinesOf(words.filter((word) => middleX(word.box) >= x0 && middleX(word.box) < x1));
    const gapped = lines.filter((line) => line.phrases.length > 1);
    return gapped.length >= 2 && gapped.length > 0.5 * lines.length;
  });
}

/** The lattice without empty columns too narrow for a letter: the space between the double rules of a border. */
function withoutSlits(lattice: Lattice, words: readonly Word[]): Lattice {
  const size = median(words.map((word) => word.size)) ?? 0;
  return withoutColumns(lattice, (column) => {
    const [x0 = 0, x1 = 0] = lattice.xs.slice(column, column + 2);
    return x1 - x0 < size && !words.some((word) => middleX(word.box) >= x0 && middleX(word.box) < x1);
  });
}
