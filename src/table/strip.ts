import type { Box } from "../geometry/box.js";
import type { Line } from "../layout/lines.js";

/** The part of a cell that stands on one page. Points, on the upright page. */
export interface CellPart {
  readonly page: number;
  /** The column's field in the profile. */
  readonly field: string;
  /** From top to bottom. */
  readonly lines: readonly Line[];
  /** The x at which the column's text starts: nothing in the column stands further left on the pages of this layout. */
  readonly left: number;
  /** The x at which the column ends. */
  readonly right: number;
}

/** A horizontal strip of the table on one page: between two row lines, or all of the table that the page shows. */
export interface Strip {
  readonly page: number;
  readonly top: number;
  readonly bottom: number;
  readonly cells: readonly CellPart[];
  /** Whether it stands first on its page or under the header, where a row of the page before may go on. */
  readonly first: boolean;
  /** Whether a row line is drawn above it. */
  readonly ruled: boolean;
}

/** A header row as it stands on a page. */
export interface HeaderRow {
  readonly page: number;
  readonly box: Box;
  readonly glyphs: number;
  readonly cells: readonly HeaderCell[];
}

/** One cell of a header row. */
export interface HeaderCell {
  readonly text: string;
  /** The field of its column; undefined where the profile has none for it. */
  readonly field: string | undefined;
  /** Whether the profile knows this wording. */
  readonly known: boolean;
  readonly box: Box;
}
