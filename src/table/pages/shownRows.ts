import { type Box, unionOf } from "../../geometry/box.js";
import { linesOf, textOf } from "../../layout/lines.js";
import type { Interval } from "../evidence/gutters.js";
import type { Piece, PlacedLine } from "../evidence/placement.js";
import { tightestSpace } from "../evidence/wrappedRows.js";
import { hasData, isText, rowsOfBand } from "../grids/textRows.js";
import { type CellPart, type KeptStrip, type Strip, openStrip } from "../matrix/strip.js";
import type { KeysOf, RowKey } from "./rowKey.js";

/** Where rows start in a matrix that says no more of them than its columns. */
export interface RowStarts {
  /** The columns' fields from left to right. */
  readonly fields: readonly string[];
  /** The column whose cell every row has; undefined where none is sure to be filled. */
  readonly key: string | undefined;
  /** What lines of the key column that start a row begin with. */
  readonly starts: RegExp | undefined;
}

/**
 * Finds where rows start: at the lines that `starts` tells; else between ruling lines; else where the texts themselves tell, by the same
 * rules as in tables of any kind. What has no text in the key column goes on with the row above, unless a line is drawn between them.
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
    if (rulesDivide && strip.ruled) return strip.first && key !== undefined && own.length === 0 ? [] : lines.slice(0, 1).map((line) => keyAt(strip, line, key));
    const rows = rowsOfBand(lines, columns(strip), { isOfText, tightest });
    const isKeyed = (row: readonly PlacedLine[]): boolean =>
      key === undefined || row.some((line) => line.pieces.some((piece) => fields[piece.first] === key));
    return rows.filter(isKeyed).flatMap((row) => row.slice(0, 1).map((line) => keyAt(strip, line, key)));
  };
}

/** A table whose lines divide its rows may have a few rows with several lines of numbers. */
const MOSTLY = 0.5;

/** No two keys are the same: where a row goes on over a page, nothing repeats its first cell. */
function keyAt(strip: Strip, { baseline, size }: Pick<RowKey, "baseline" | "size">, field: string | undefined): RowKey {
  return { baseline, size, id: `${strip.page}/${baseline}`, ...(field === undefined ? {} : { field }) };
}

function linesIn(strip: Strip, field: string | undefined): CellPart["lines"] {
  return strip.cells.filter((cell) => cell.field === field).flatMap((cell) => cell.lines);
}

/** The lines over all columns, in pieces by the column that their words stand in. */
function placedLines(strip: Strip, fields: readonly string[]): PlacedLine[] {
  const columnOf = new Map(strip.cells.flatMap((cell) => cell.lines.flatMap((line) => line.words.map((word) => [word, fields.indexOf(cell.field)] as const))));
  return linesOf([...columnOf.keys()]).map(({ words, box, baseline, size }) => {
    const pieces = fields.flatMap((_, column): Piece[] => {
      const own = words.filter((word) => columnOf.get(word) === column);
      const around = unionOf(own.map((word) => word.box));
      return around === undefined ? [] : [{ first: column, last: column, words: own, box: around, text: own.map((word) => word.text).join(" ") }];
    });
    return { box, baseline, size, pieces, hasLeader: false };
  });
}

/** Where the text of each column stands in a strip, as wide as the column's text is in any; a column without text is nowhere. */
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
