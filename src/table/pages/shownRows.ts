import { type Box, unionOf } from "../../geometry/box.js";
import { linesOf, textOf } from "../../layout/lines.js";
import type { Word } from "../../layout/word.js";
import type { Interval } from "../evidence/gutters.js";
import { type PlacedLine, placeInCells } from "../evidence/placement.js";
import { tightestSpace } from "../evidence/wrappedRows.js";
import { hasData, isText, rowsOfBand } from "../grids/textRows.js";
import { type CellPart, type KeptStrip, type Strip, openStrip } from "../matrix/strip.js";
import type { KeysOf, RowKey } from "./rowKey.js";

/** Where rows start in a matrix that says nothing about its rows beyond its columns. */
export interface RowStarts {
  /** The columns' fields from left to right. */
  readonly fields: readonly string[];
  /** The column whose cell every row has; undefined if none is sure to be filled. */
  readonly key: string | undefined;
  /** How lines of the key column that start a row begin. */
  readonly starts: RegExp | undefined;
}

/**
 * Finds where rows start: at the lines that match `starts`; otherwise between ruling lines; otherwise where the texts themselves show it,
 * by the same rules as in tables of any kind. What has no text in the key column continues the row above, unless a line is drawn between
 * them.
 */
export function shownRows(kept: readonly KeptStrip[], { fields, key, starts }: RowStarts): KeysOf {
  const strips = kept.map(openStrip);
  const drawn = strips.map((strip) => ({ strip, lines: placedLines(strip, fields) }));
  const isOfText = isText(drawn.flatMap(({ lines }) => lines));
  const tightest = Math.min(...drawn.map(({ lines }) => tightestSpace(lines)));
  const columns = columnsOf(strips, fields);
  const inner = drawn.filter(({ strip }) => strip.ruled && !strip.first);
  const isOne = ({ lines }: (typeof drawn)[number]): boolean => isOfText || lines.filter(hasData).length <= 1;
  const rulesDivide = inner.length > 0 && inner.filter(isOne).length >= MOSTLY * inner.length;
  return (_, index) => {
    const strip = strips[index];
    if (strip === undefined) return [];
    const own = linesIn(strip, key);
    if (starts !== undefined) return own.filter((line) => starts.test(textOf(line))).map((line) => keyAt(strip, line, key));
    const lines = drawn[index]?.lines ?? [];
    if (rulesDivide && strip.ruled)
      return strip.first && key !== undefined && own.length === 0 ? [] : lines.slice(0, 1).map((line) => keyAt(strip, line, key));
    const rows = rowsOfBand(lines, columns(strip), { isOfText, tightest });
    const isKeyed = (row: readonly PlacedLine[]): boolean =>
      key === undefined || row.some((line) => line.pieces.some((piece) => fields[piece.first] === key));
    return rows.filter(isKeyed).flatMap((row) => row.slice(0, 1).map((line) => keyAt(strip, line, key)));
  };
}

/**
 * Lines divide the rows if at least this share of the strips between them hold one row each: a few rows may have several lines of numbers.
 */
const MOSTLY = 0.5;

/** No two keys are the same: if a row continues on the next page, its first cell is not repeated. */
function keyAt(strip: Strip, { baseline, size }: Pick<RowKey, "baseline" | "size">, field: string | undefined): RowKey {
  return { baseline, size, id: `${strip.page}/${baseline}`, ...(field === undefined ? {} : { field }) };
}

function linesIn(strip: Strip, field: string | undefined): CellPart["lines"] {
  return strip.cells.filter((cell) => cell.field === field).flatMap((cell) => cell.lines);
}

/** The lines across all columns, in pieces by the column of their words. */
function placedLines({ cells }: Strip, fields: readonly string[]): PlacedLine[] {
  const wordsIn = (own: readonly CellPart[]): Word[] => own.flatMap(({ lines }) => lines.flatMap(({ words }) => words));
  const columns = fields.map((field, column) => ({
    first: column,
    last: column,
    words: wordsIn(cells.filter((cell) => cell.field === field)),
  }));
  const lines = linesOf(wordsIn(cells)).map((line) => ({ line, hasLeader: false }));
  return placeInCells(lines, columns);
}

/** Where the text of each column is in a strip, as wide as the column's widest text in any strip; a column without text is nowhere. */
function columnsOf(strips: readonly Strip[], fields: readonly string[]): (strip: Strip) => Interval[] {
  const boxIn = (strip: Strip, field: string): Box | undefined => unionOf(linesIn(strip, field).map((line) => line.box));
  const widths = fields.map((field) =>
    strips.reduce((widest, strip) => {
      const box = boxIn(strip, field);
      return box === undefined ? widest : Math.max(widest, box.x1 - box.x0);
    }, 0),
  );
  return (strip) =>
    fields.map((field, column) => {
      const x0 = boxIn(strip, field)?.x0 ?? Infinity;
      return { x0, x1: x0 + (widths[column] ?? 0) };
    });
}
