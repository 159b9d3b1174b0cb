import type { FlowLine } from "../flow/flowLine.js";
import type { MarkerKind } from "../words/markers.js";
import { endsWithColon } from "../words/sentences.js";

/** An item before its lines are joined to text. */
export interface RawItem {
  readonly kind: MarkerKind | "none";
  readonly number: number | undefined;
  /** The marker's own length in the first word of the first line; 0 if there is no marker. */
  readonly markerLength: number;
  readonly paragraphs: FlowLine[][];
  readonly children: RawItem[];
}

/** An item that later lines may still belong to. */
export interface OpenItem {
  readonly item: RawItem;
  readonly x: number;
  /** Where its text starts: after the marker, or where its second line starts once that is known. */
  textX: number;
}

/** Whether a line has nothing but its marker. */
export function isMarkerAlone(line: FlowLine, marker: { readonly length: number }): boolean {
  const { words } = line.line;
  return words.length === 1 && words[0]?.text.length === marker.length;
}

/** Whether an item has nothing but its marker yet. */
export function hasNoText({ markerLength, paragraphs }: RawItem): boolean {
  const [lines, ...more] = paragraphs;
  const first = lines?.[0];
  return (
    first !== undefined && lines?.length === 1 && more.length === 0 && markerLength > 0 && isMarkerAlone(first, { length: markerLength })
  );
}

/** Whether an item's text ends with a colon, so that the paragraphs below it are a list. */
export function introduces(item: RawItem): boolean {
  const last = item.paragraphs.at(-1)?.at(-1);
  return last !== undefined && endsWithColon(last);
}
