import { Ordered } from "../../geometry/ordered.js";
import { textOfLines } from "../../layout/lines.js";
import { isDatum, isYear } from "../evidence/numericText.js";
import type { TextLine } from "../evidence/textLines.js";
import { hasAxis } from "./axes.js";
import { type GridTable, filledCells } from "./grid.js";

/** The least share of a table's cells that have text; grids with less are drawings. */
const FILLED = 0.4;

/** The fewest cells with text in a table: two rows of two. */
const FEWEST_CELLS = 4;

/** Whether a grid drawn by ruling lines contains a table, and not a chart, a frame around text or a drawing. */
export function isRuledTable(table: GridTable): boolean {
  const inked = filledCells(table);
  const rows = new Set(inked.map((cell) => cell.row)).size;
  const columns = new Set(inked.map((cell) => cell.col)).size;
  if (inked.length < FEWEST_CELLS || rows < 2 || columns < 2) return false;
  return inked.length >= FILLED * table.cells.length && !hasAxis(table) && !cutsWords(table);
}

/** Whether a grid that ruling lines draw is a row of a table. */
export function isRuledRow(table: GridTable): boolean {
  return table.rows === 1 && table.columns > 1 && table.cells.some((cell) => cell.lines.length > 0) && !cutsWords(table);
}

/**
 * Whether a grid of aligned text is a table. Evidence is that most of what is under the header and after the first column are numbers, in
 * at least two rows, or three of a table with two columns. Without numbers, it is rules and a bold header: `rules` are the y of those drawn
 * for it.
 */
export function isTextTable(table: GridTable, rules: readonly number[]): boolean {
  const inked = filledCells(table);
  const filled = inked.length / (table.rows * table.columns);
  if (inked.length < FEWEST_CELLS || table.rows < 2 || filled < FILLED || hasAxis(table) || !inked.some(isName)) return false;
  const body = inked.filter((cell) => cell.col > 0 && cell.row > 0);
  const data = inked.filter((cell) => cell.col > 0 && isDatum(textOfLines(cell.lines)));
  const dataRows = new Set(data.map((cell) => cell.row));
  if (dataRows.size >= (table.columns === 2 ? 3 : 2) && data.length >= 0.5 * body.length) return true;
  const underHeader = rules.some((y) => y > table.box.y0 && y < table.box.y1);
  const isBold = hasBoldHeader(table);
  if (underHeader) return (isBold || (rules.length > 1 && table.columns > 2)) && (table.rows > 2 || dataRows.has(table.rows - 1));
  return isBold && table.columns > 2 && table.rows > 3 && filled >= MOSTLY_FILLED;
}

/** Whether a cell may name a row or a column: numbers without a name are the values of a chart. */
function isName({ row, col, lines }: GridTable["cells"][number]): boolean {
  const text = textOfLines(lines);
  return (row === 0 || col === 0) && (/\p{L}/u.test(text) || isYear(text));
}

/** Texts in columns that nothing but a bold header calls a table have this share of their cells filled. */
const MOSTLY_FILLED = 0.8;

function hasBoldHeader(table: GridTable): boolean {
  const wordsOf = (cell: GridTable["cells"][number]): boolean[] => cell.lines.flatMap((line) => line.words.map((word) => word.bold));
  const header = table.cells.filter((cell) => cell.row === 0).flatMap(wordsOf);
  const body = table.cells.filter((cell) => cell.row > 0).flatMap(wordsOf);
  return header.length > 0 && header.every((bold) => bold) && body.filter((bold) => bold).length < 0.5 * body.length;
}

/** Whether lines are a table of contents: dots lead from most labels to a page number, and the numbers rise. They may be ragged. */
export function isContents(lines: readonly TextLine[]): boolean {
  if (lines.filter((line) => line.hasLeader).length < 0.5 * lines.length || lines.some((line) => line.phrases.length > 2)) return false;
  const last = lines.flatMap(({ phrases }) => phrases.slice(1).map((phrase) => phrase.text));
  const pages = last.filter((text) => /^\d{1,4}$/u.test(text)).map(Number);
  return pages.length >= FEWEST_CELLS && pages.length >= last.length - 1 && pages.every((page, i) => page >= (pages[i - 1] ?? 0));
}

/** Words that touch across a rule were one word: bars and grid lines of charts cross numbers, rules of tables do not. */
function cutsWords(table: GridTable): boolean {
  const inked = filledCells(table);
  const ends = new Ordered(
    inked.flatMap((cell) => cell.lines.flatMap((line) => line.words.slice(-1))),
    (word) => word.box.x1,
  );
  const cut = inked.filter((cell) =>
    cell.lines.some((line) => {
      const [first] = line.words;
      if (first === undefined) return false;
      const { x0 } = first.box;
      const reach = TOUCHING * first.size;
      return ends
        .between(x0 - reach, x0 + reach)
        .some((end) => end !== first && end.baseline === first.baseline && Math.abs(x0 - end.box.x1) < reach);
    }),
  );
  return cut.length >= CUTS * inked.length;
}

/** Words this near, in font sizes, touch: half of the narrowest gap between words. */
const TOUCHING = 0.05;

/** In narrow columns a text may by chance end where the next begins; in charts it is one cell in twenty and more. */
const CUTS = 0.05;
