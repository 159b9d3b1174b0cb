import type { FlowLine } from "../flow/flowLine.js";
import type { FlowStyle } from "../flow/flowStyle.js";
import type { Dictionary } from "../words/wordKnowledge.js";
import { opensList } from "../words/markers.js";
import { markerRoleAt } from "./markerRoles.js";
import { OpenItems, type UnplacedParagraph } from "./openItems.js";
import { paragraphStartAt } from "./paragraphStarts.js";
import { type RawItem, isMarkerAlone } from "./rawItem.js";

/** What a cell holds. */
export interface CellItems {
  readonly items: readonly RawItem[];
  /** Lines with a marker and no text after it. */
  readonly empty: readonly FlowLine[];
  readonly undecided: readonly UndecidedStart[];
  readonly unplaced: readonly UnplacedParagraph[];
}

/** Two lines without any evidence of whether a paragraph ends with the first. */
export interface UndecidedStart {
  readonly before: FlowLine;
  readonly line: FlowLine;
  /** Whether they were read as two paragraphs. */
  readonly divided: boolean;
}

/** Builds the items of one cell from its lines, using their markers, their indents and the white space between them. */
export function itemsOf(cell: readonly FlowLine[], style: FlowStyle, isWord: Dictionary): CellItems {
  const items = new OpenItems(style);
  const empty: FlowLine[] = [];
  const undecided: UndecidedStart[] = [];
  cell.forEach((line, i) => {
    const before = cell[i - 1];
    const { marker } = line;
    const open = items.innermost;
    if (marker !== undefined) {
      const isLevel = items.isLevel(marker.kind, line);
      const below = cell.slice(i + 1);
      const { role, isSure } = markerRoleAt({ line, marker, before, below, open, isNext: items.isNext(marker), isLevel, style, isWord });
      if (!isSure && before !== undefined) undecided.push({ before, line, divided: role === "marker" });
      if (role === "marker") return items.addMarked(line, marker);
      if (role === "empty") {
        // It ends the item before it: unmarked text that follows is another paragraph.
        items.closeNested();
        empty.push(line);
        return;
      }
    }
    if (before === undefined || open === undefined) return items.addParagraph(line);
    const { starts, isSure } = paragraphStartAt({ before, line, open, isNested: items.isNested, list: items.list, cell, style, isWord });
    if (!isSure) undecided.push({ before, line, divided: starts });
    // No paragraph of an item starts with the first number or letter of a list; one may start with the dash of a range.
    if (starts && marker !== undefined && marker.kind !== "dash" && opensList(marker) && !isMarkerAlone(line, marker))
      items.addMarked(line, marker);
    else if (starts) items.addParagraph(line);
    else items.addLine(line);
  });
  return { items: items.items, empty, undecided, unplaced: items.unplaced };
}
