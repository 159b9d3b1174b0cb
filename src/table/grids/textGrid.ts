import { type Box, unionOf } from "../../geometry/box.js";
import { type Edge, covers } from "../../layout/edges.js";
import { linesOf } from "../../layout/lines.js";
import type { Word } from "../../layout/word.js";
import { nameColumns, isDatum } from "../evidence/numericText.js";
import type { Interval } from "../evidence/gutters.js";
import { type PlacedLine, placeLine } from "../evidence/placement.js";
import { textLinesOf } from "../evidence/textLines.js";
import type { GridTable } from "./grid.js";
import { spanHeadings } from "./headerSpans.js";
import { columnsOfText } from "./textColumns.js";
import { type DraftCell, headerRows } from "./textHeader.js";
import { bodyRows, hasData, isBold, isText, placeSingle } from "./textRows.js";

/** A rule across this share of a table divides all of it; spanning headers have shorter ones. */
const WIDE = 0.7;

/** A rule down this share of a table is between columns; spanning headers and headings interrupt it. */
const TALL = 0.5;

/** The largest distance of the first and the last rule of a table from its text, in points: as far as cells are padded. */
const PADDING = 5;

/** The grid that text shows by its alignment, with the help of any rules. Undefined if it has only one column. */
export function textGrid(words: readonly Word[], edges: readonly Edge[]): GridTable | undefined {
  const box = unionOf(words.map((word) => word.box));
  if (box === undefined) return undefined;
  const lines = textLinesOf(words);
  const columns = columnsOfText(lines, wallsIn(box, edges));
  if (columns.length < 2) return undefined;
  const placed = lines.map((line) => placeSingle(placeLine(line, columns), columns));
  const near = edges.filter((edge) => edge.axis === "horizontal" && edge.at > box.y0 - PADDING && edge.at < box.y1 + PADDING);
  const across = near.filter((edge) => runsAcross(edge, box)).map((edge) => edge.at);
  const headerEnd = headerLength(placed, columns.length, across);
  const partial = near.filter((edge) => !runsAcross(edge, box));
  const header = headerRows(spanHeadings(placed.slice(0, headerEnd), columns, partial), near);
  const body = bodyRows(placed.slice(headerEnd), columns, across);
  const drafts = [...header.cells, ...body.cells.map((cell) => ({ ...cell, row: cell.row + header.rows }))];
  return gridOf(drafts, header.rows + body.rows, columns, box);
}

/** The x of the rules between columns. */
function wallsIn(box: Box, edges: readonly Edge[]): number[] {
  return edges
    .filter((edge) => edge.axis === "vertical" && edge.at > box.x0 && edge.at < box.x1)
    .filter((edge) => covers(edge, box.y0, box.y1, TALL))
    .map((edge) => edge.at);
}

function runsAcross(edge: Edge, box: Box): boolean {
  return covers(edge, box.x0, box.x1, WIDE);
}

/** How many lines from the top are the header: up to the rule under them, or to the last one with column names before the numbers begin. */
function headerLength(lines: readonly PlacedLine[], columns: number, across: readonly number[]): number {
  const firstData = isText(lines) ? -1 : lines.findIndex((line) => hasData(line) && !isNaming(line));
  const limit = firstData < 0 ? lines.length : firstData;
  const isNamed = (line: PlacedLine): boolean => line.pieces.some((piece) => piece.last > 0 && piece.last - piece.first < columns - 1);
  const ruledOff = across
    .map((y) => lines.filter((line) => line.baseline < y + 1).length)
    .filter((count) => count > 0 && count <= limit && lines.slice(0, count).some(isNamed));
  if (ruledOff.length > 0) return firstData < 0 ? Math.min(...ruledOff) : Math.max(...ruledOff);
  if (firstData < 0)
    return Math.max(
      1,
      lines.findIndex((line) => !line.pieces.every(isBold)),
    );
  return lines.slice(0, limit).findLastIndex(isNamed) + 1;
}

/** A line whose only numbers are years and units is a header. */
function isNaming(line: PlacedLine): boolean {
  const data = line.pieces.filter((piece) => isDatum(piece.text));
  return data.every((piece) => piece.first > 0) && nameColumns(data.map((piece) => piece.text));
}

function gridOf(drafts: readonly DraftCell[], rows: number, columns: readonly Interval[], box: Box): GridTable {
  const cells = drafts.map((draft) => {
    const own = unionOf(draft.words.map((word) => word.box)) ?? box;
    return { row: draft.row, col: draft.col, rowspan: draft.rowspan, colspan: draft.colspan, lines: linesOf(draft.words), box: own };
  });
  cells.sort((a, b) => a.row - b.row || a.col - b.col);
  return { box, rows, columns: columns.length, cells };
}
