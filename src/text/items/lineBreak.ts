import type { FlowLine } from "../flow/flowLine.js";
import type { FlowStyle } from "../flow/flowStyle.js";
import type { Dictionary } from "../words/wordKnowledge.js";
import type { OpenItem, RawItem } from "./rawItem.js";

/** The break between a line of a cell and the next one, which has no marker: everything that may show whether a paragraph ends there. */
export interface LineBreak {
  readonly before: FlowLine;
  readonly line: FlowLine;
  /** The item that the line belongs to if it starts no paragraph. */
  readonly open: OpenItem;
  /** Whether that item is nested in another. */
  readonly isNested: boolean;
  /** All items of its list. */
  readonly list: readonly RawItem[];
  /** All lines of the cell. */
  readonly cell: readonly FlowLine[];
  readonly style: FlowStyle;
  /** Knows words in small letters, and so no names. */
  readonly isWord: Dictionary;
}
