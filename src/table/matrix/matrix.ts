import type { Word } from "../../layout/word.js";
import type { Interval, IsMarker } from "../evidence/gutters.js";
import type { ColumnPlaces } from "./cells.js";
import type { ColumnNames } from "./header.js";
import type { HeaderRow, Strip } from "./strip.js";

/** The matrix to look for on the pages. */
export interface Matrix {
  readonly columns: readonly ColumnNames[];
  readonly isMarker: IsMarker;
}

/** Where the columns of the table are, and which is which; a page without a header takes those of the page before. */
export interface ColumnLayout extends ColumnPlaces {
  readonly ruled: boolean;
  /** The extents of the header words, if no rulings show the columns. */
  readonly anchors: readonly Interval[];
  /**
   * Whether each boundary has been shown by text on both sides, or by rules: a header may be alone at the end of its page, or over an empty
   * column.
   */
  readonly shown: readonly boolean[];
  /** The heading of several columns above their names; empty if there is none. */
  readonly heading: string;
}

/** The table as one page shows it. */
export interface PageTable {
  readonly strips: readonly Strip[];
  readonly headers: readonly HeaderRow[];
  /** Words that are in no column, in the order of the page. */
  readonly outside: readonly Word[];
  /** The layout in force at the end of the page. */
  readonly layout: ColumnLayout | undefined;
}
