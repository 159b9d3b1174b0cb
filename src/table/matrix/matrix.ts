import type { Word } from "../../layout/word.js";
import type { Interval, IsMarker } from "../evidence/gutters.js";
import type { ColumnPlaces } from "./cells.js";
import type { ColumnNames } from "./header.js";
import type { HeaderRow, Strip } from "./strip.js";

/** What is looked for on the pages. */
export interface Matrix {
  readonly columns: readonly ColumnNames[];
  readonly isMarker: IsMarker;
}

/** Where the columns of the table are, and which is which; a page without a header takes those of the page before. */
export interface ColumnLayout extends ColumnPlaces {
  readonly ruled: boolean;
  /** The left edges of the header words, where no rulings show the columns. */
  readonly anchors: readonly Interval[];
  /** Whether text on both sides has shown each boundary, or rules: a header may stand alone at the end of its page, or over an empty column. */
  readonly shown: readonly boolean[];
  /** What stands above the names of the columns and heads several of them; empty where nothing does. */
  readonly heading: string;
}

/** The table as one page shows it. */
export interface PageTable {
  readonly strips: readonly Strip[];
  readonly headers: readonly HeaderRow[];
  /** Words that stand in no column, in the order of the page. */
  readonly outside: readonly Word[];
  /** The layout that holds at the end of the page. */
  readonly layout: ColumnLayout | undefined;
}
