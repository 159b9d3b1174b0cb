import type { Box } from "../../geometry/box.js";
import type { Line } from "../../layout/lines.js";
import { type PackedLines, type PackedWords, packLines, unpackLines } from "../../layout/packedWords.js";
import type { Word } from "../../layout/word.js";

/** The part of a cell on one page. Points, on the upright page. */
export interface CellPart extends CellPlace {
  /** From top to bottom. */
  readonly lines: readonly Line[];
}

/** Such a part, packed until all pages are read. */
export interface KeptCell extends CellPlace {
  readonly lines: PackedLines;
}

/** The page and the column of a part. */
interface CellPlace {
  readonly page: number;
  /** The column's field in the profile. */
  readonly field: string;
  /** The x at which the column's text starts: nothing in the column is further left on the pages of this layout. */
  readonly left: number;
  /** The x at which the column ends. */
  readonly right: number;
  /** The heights at which lines are drawn across the column. */
  readonly rules: readonly number[];
}

/** A horizontal strip of the table on one page: between two row lines, or all that the page shows of the table. */
export interface Strip<Cell = CellPart> {
  readonly page: number;
  readonly top: number;
  readonly bottom: number;
  readonly cells: readonly Cell[];
  /** Whether it is first on its page or under the header, where a row of the page before may continue. */
  readonly first: boolean;
  /** Whether a row line is drawn above it. */
  readonly ruled: boolean;
  /** Whether it is within rules and open below: its row was broken at the end of the page. */
  readonly broken: boolean;
  /** Whether lines are drawn above and below it, at its top and its bottom. */
  readonly closed: boolean;
}

/** A strip as it is kept until all pages are there. */
export type KeptStrip = Strip<KeptCell>;

/** Packs the lines of a strip; `words` are those of its page, `placeOf` gives the index of a word among them. */
export function keepStrip(strip: Strip, words: PackedWords, placeOf: (word: Word) => number): KeptStrip {
  return { ...strip, cells: strip.cells.map((cell) => ({ ...cell, lines: packLines(cell.lines, words, placeOf) })) };
}

/** A strip as it was before it was kept. */
export function openStrip(strip: KeptStrip): Strip {
  return { ...strip, cells: strip.cells.map(openCell) };
}

/** A part of a cell as it was before it was kept. */
export function openCell(cell: KeptCell): CellPart {
  return { ...cell, lines: unpackLines(cell.lines) };
}

/** A header row as it is on a page. */
export interface HeaderRow {
  readonly page: number;
  readonly box: Box;
  readonly glyphs: number;
  readonly cells: readonly HeaderCell[];
}

/** One cell of a header row. */
export interface HeaderCell {
  readonly text: string;
  /** The field of its column; undefined if the profile has none for it. */
  readonly field: string | undefined;
  /** Whether the profile knows this wording. */
  readonly known: boolean;
  readonly box: Box;
}
