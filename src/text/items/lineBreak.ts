import type { FlowLine } from "../flow/flowLine.js";
import type { FlowStyle } from "../flow/flowStyle.js";
import type { OpenItem, RawItem } from "./rawItem.js";

/** Where a line of a cell ends and the next starts, which has no marker: all that may tell whether a paragraph ends there. */
export interface LineBreak {
  readonly before: FlowLine;
  readonly line: FlowLine;
  /** The item that the line belongs to if it starts no paragraph. */
  readonly open: OpenItem;
  /** Whether that item stands within another. */
  readonly isNested: boolean;
  /** All items of its list. */
  readonly list: readonly RawItem[];
  /** All lines of the cell. */
  readonly cell: readonly FlowLine[];
  readonly style: FlowStyle;
}
