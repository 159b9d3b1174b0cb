import { type FlowLine, SAME_X } from "./flow.js";
import { type LineMarker, follows } from "./markers.js";

/** Whether the list that a marker would open goes on below, at the same x, with no line further left before. */
export function listGoesOn(line: FlowLine, marker: LineMarker, rest: readonly FlowLine[]): boolean {
  const near = SAME_X * line.size;
  for (const below of rest) {
    if (below.x < line.x - near) return false;
    if (below.marker !== undefined && Math.abs(below.x - line.x) <= near && follows(below.marker, marker)) return true;
  }
  return false;
}

/** A gap behind a marker that no word space has, in font sizes. */
const TAB_GAP = 0.5;

/** Justified lines have wide word spaces too: a marker's gap is wider than these by this factor. */
const WIDER = 1.5;

/** Whether the first gap of a line is wider than word spaces are, there and in general. */
export function isTabbed({ words, size }: FlowLine["line"]): boolean {
  const [first = 0, ...others] = words.slice(1).map((word, i) => word.box.x0 - (words[i]?.box.x1 ?? word.box.x0));
  return first > TAB_GAP * size && first > WIDER * Math.max(0, ...others);
}

/** Whether a line has nothing but its marker. */
export function isMarkerAlone(line: FlowLine, marker: { readonly length: number }): boolean {
  const { words } = line.line;
  return words.length === 1 && words[0]?.text.length === marker.length;
}
