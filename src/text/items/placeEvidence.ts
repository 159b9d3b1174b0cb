import { type FlowLine, SAME_X } from "../flow/flowLine.js";
import { lineStart } from "../flow/hanging.js";
import { isSpaced } from "../flow/spacing.js";
import type { LineBreak } from "./lineBreak.js";
import { introduces } from "./rawItem.js";

type Placed = Pick<LineBreak, "line" | "open" | "style">;

/** The line is the first of a list without markers: it is further in than the text that announces the list. */
export function isIntroduced({ before, line, open: { item, x, textX }, style }: Placed & Pick<LineBreak, "before">): boolean {
  if (item.kind === "none" || !introduces(item)) return false;
  const goesOnAt = lineStart(item.kind, { x, textX, size: line.size }, style);
  return line.x > Math.max(goesOnAt, before.marker === undefined ? before.x : goesOnAt) + 2 * SAME_X * line.size;
}

/** The middles of two centred lines differ by no more than this, in font sizes: rounding. */
const SAME_MIDDLE = 0.05;

/**
 * The line would be the first of a list that is announced, but has the same middle as the lines around it, with their markers or without:
 * where lines are centred, a shorter one starts further in by itself, so its place shows nothing. Two may have one middle by chance.
 */
export function isCentredBelow(at: Placed & Pick<LineBreak, "before" | "cell">): boolean {
  const { before, line, cell, style } = at;
  if (!isIntroduced(at) || isSpaced(line, style)) return false;
  const place = cell.indexOf(line);
  const others = [cell[place - 2], cell[place + 1]].filter((other) => other !== undefined);
  return others.length > 0 && [before, ...others].every((other) => hasMiddleOf(line, other));
}

function hasMiddleOf(line: FlowLine, other: FlowLine): boolean {
  const distances = [other.x, other.textX].map((x) => Math.abs(x + other.x1 - line.x - line.x1) / 2);
  return Math.min(...distances) <= SAME_MIDDLE * line.size;
}

/** The line is further left than the text that it would continue, in a list whose lines hang: it does not belong to that item. */
export function standsFurtherLeft({ before, line, open, isNested, style }: Placed & Pick<LineBreak, "before" | "isNested">): boolean {
  const { item, x, textX } = open;
  const near = SAME_X * line.size;
  if (item.kind === "none") return isNested && line.x < before.x - near;
  return style.hanging[item.kind] && line.x < textX - near && line.x <= x + near;
}

/** The first line of a part is where no line of the item would be. */
export function standsElsewhere({ line, open: { item, x, textX }, style }: Placed): boolean {
  const near = SAME_X * line.size;
  // A hanging line is right of the marker; how far is uncertain, since "10)" is wider than "9)".
  const from = item.kind !== "none" && style.hanging[item.kind] ? x + 2 * near : x - style.outdent[item.kind] * line.size;
  return line.x < from - near || line.x > Math.max(textX, from) + 2 * near;
}

/**
 * Whether an item belongs to a list without markers that another item announces, in a column whose items have no white space between them.
 */
export function isInUnspacedList({ open, isNested, style }: Pick<LineBreak, "open" | "isNested" | "style">): boolean {
  return open.item.kind === "none" && isNested && !style.spaced;
}
