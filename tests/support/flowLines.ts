import { type FlowLine, flowOf } from "../../src/text/flow/flowLine.js";
import { type FlowStyle, styleOf } from "../../src/text/flow/flowStyle.js";
import type { OpenItem, RawItem } from "../../src/text/items/rawItem.js";
import { partOf } from "./cells.js";

/** Lines of items start under their text, or under their marker. */
export const HANGING: FlowStyle["hanging"] = { bullet: true, number: true, dash: true, letter: true, none: true };
export const FLUSH: FlowStyle["hanging"] = { bullet: false, number: false, dash: false, letter: false, none: false };

/** A line of 10 points: letters are 5 points wide, the space between words is 2.5. It is full unless `change` says how far it could reach. */
export function lineOf(text: string, change: Partial<FlowLine> = {}): FlowLine {
  const [line] = flowOf([partOf([[0, 20, text]])]);
  return { ...line!, pitch: 1.2, ...change };
}

/** The same with so many points of room at its end. */
export function withRoom(text: string, room: number, change: Partial<FlowLine> = {}): FlowLine {
  const line = lineOf(text, change);
  return { ...line, reach: line.x1 + room };
}

/** A style with a leading of 1.2 font sizes, and no white space between items. */
export function styleWith(change: Partial<FlowStyle> = {}): FlowStyle {
  return { ...styleOf([]), leading: { pitch: 1.2, spread: 0, less: 0, ascent: 0.8, makesRoom: false }, ...change };
}

/** An item with one line, whose marker and text start at these places. */
export function openItem(kind: RawItem["kind"], line: FlowLine, { x = 0, textX = 7.5 } = {}): OpenItem {
  return { item: { kind, number: undefined, markerLength: 1, paragraphs: [[line]], children: [] }, x, textX };
}
