import type { Edge } from "../../src/layout/edges.js";
import { textOfLines } from "../../src/layout/lines.js";
import type { PageLayout } from "../../src/layout/pageLayout.js";
import type { Word } from "../../src/layout/word.js";
import type { GridTable } from "../../src/table/grids/grid.js";

/** The width of a character and the height of a line, in points; the font size is 10. */
export const CHARACTER = 5;
export const LEADING = 12;

/**
 * A page as a typewriter would set it: one line of text each, every character equally wide. `*word*` is bold, `=` draws a rule below its
 * line.
 */
export interface TypedPage {
  readonly words: readonly Word[];
  readonly edges: readonly Edge[];
}

/** The words and rules of typed lines, from 20 points below the top. */
export function typed(text: string): TypedPage {
  const words: Word[] = [];
  const edges: Edge[] = [];
  let y = 20;
  for (const line of text.replace(/^\n/u, "").split("\n")) {
    if (/^[= ]+$/u.test(line)) {
      for (const match of line.matchAll(/=+/gu)) {
        edges.push({ axis: "horizontal", at: y - 2, from: match.index * CHARACTER, to: (match.index + match[0].length) * CHARACTER });
      }
      continue;
    }
    // Two or more spaces are a gap; single ones are within a phrase, as narrow as spaces are.
    for (const match of line.matchAll(/\S+/gu)) words.push(wordAt(match[0], match.index * CHARACTER, y, words.at(-1)));
    y += LEADING;
  }
  return { words, edges };
}

function wordAt(text: string, x: number, y: number, before: Word | undefined): Word {
  const bold = /^\*.+\*$/u.test(text);
  const shown = bold ? text.slice(1, -1) : text;
  const follows = before !== undefined && before.baseline === y + 9 && x - before.box.x1 <= CHARACTER * (before.bold ? 2 : 1);
  // After one space, a word starts 2.5 points after the one before: a quarter of the size.
  const x0 = follows ? x - CHARACTER + 2.5 : x;
  return {
    text: shown,
    box: { x0, y0: y, x1: x + shown.length * CHARACTER, y1: y + 11 },
    baseline: y + 9,
    size: 10,
    bold,
    glyphs: shown.length,
  };
}

/** A page layout of words and edges. */
export function layoutOf({ words, edges }: TypedPage, number = 1): PageLayout {
  return {
    number,
    width: 600,
    height: 800,
    words,
    edges,
    grounds: [],
    counts: { glyphs: 0, doubled: 0, hidden: 0, watermark: 0, unmapped: 0 },
    hidden: undefined,
    watermarks: [],
    insteadOfText: undefined,
    toShown: (box) => box,
  };
}

/** A table row by row: texts, "" for empty, ">" for a cell that the one on its left spans, "^" for one that the one above spans. */
export function rowsOf(table: GridTable): string[][] {
  const rows = Array.from({ length: table.rows }, () => Array.from({ length: table.columns }, () => ""));
  for (const cell of table.cells) {
    for (let row = cell.row; row < cell.row + cell.rowspan; row++) {
      for (let col = cell.col; col < cell.col + cell.colspan; col++) {
        const own = rows[row]!;
        own[col] = row === cell.row && col === cell.col ? textOfLines(cell.lines) : row > cell.row ? "^" : ">";
      }
    }
  }
  return rows;
}

/** Lines between and around columns that start at the given characters, from the top of the page down; no row lines. */
export function columnLines(starts: readonly number[], lines: number): Edge[] {
  return starts.map((start) => ({ axis: "vertical", at: start * CHARACTER, from: 10, to: 20 + 12 * lines }));
}
