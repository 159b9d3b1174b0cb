import { median } from "../../geometry/ordered.js";
import type { MarkerKind } from "../words/markers.js";
import { endsSentence } from "../words/sentences.js";
import { type FlowLine, SAME_X } from "./flowLine.js";
import { CERTAIN, wouldFit } from "./room.js";

/** How far right of their markers the lines of items start. */
export interface Hanging {
  /** Whether lines after a marker of a kind start under the text, not under the marker; for "none", what is true of most markers. */
  readonly hanging: Readonly<Record<MarkerKind | "none", boolean>>;
  /**
   * How far right of a marker of a kind the lines after it start, in font sizes, if that differs from where the text on the marker's line
   * starts (one word space after the marker). Undefined if text and lines start at the same x.
   */
  readonly hang: Readonly<Record<MarkerKind, number | undefined>>;
  /** How far left of a marker of a kind the lines after it start, in font sizes, if they do not hang: 0, or the indent of first lines. */
  readonly outdent: Readonly<Record<MarkerKind | "none", number>>;
}

/** Where the text of an item starts, as the lines after its first show it. */
export function itemTextX(line: FlowLine, { hang }: Pick<Hanging, "hang">): number {
  const own = line.marker === undefined ? undefined : hang[line.marker.kind];
  return own === undefined ? line.textX : line.x + own * textSize(line);
}

/** The size of the text after a line's marker: bullets may be set in a larger one. */
function textSize({ line: { words }, size }: FlowLine): number {
  return words[1]?.size ?? size;
}

/** Where lines that continue an item of a kind start, given the places of its marker and its text. */
export function lineStart(
  kind: MarkerKind | "none",
  { x, textX, size }: Pick<FlowLine, "x" | "textX" | "size">,
  { hanging, outdent }: Hanging,
): number {
  return hanging[kind] ? textX : x - outdent[kind] * size;
}

/** What most of the lines below each kind of marker do. */
export function hangingOf(votes: readonly HangingVote[]): Hanging {
  const most = isHanging(votes, true);
  const ofKind = (kind: MarkerKind): HangingVote[] => votes.filter((vote) => vote.kind === kind);
  const hanging = (kind: MarkerKind): boolean => isHanging(ofKind(kind), most);
  const hang = (kind: MarkerKind): number | undefined => (hanging(kind) ? commonHang(ofKind(kind)) : undefined);
  const outdent = (kind: MarkerKind): number => (hanging(kind) ? 0 : commonOutdent(ofKind(kind)));
  return {
    outdent: { bullet: outdent("bullet"), number: outdent("number"), dash: outdent("dash"), letter: outdent("letter"), none: 0 },
    hanging: { bullet: hanging("bullet"), number: hanging("number"), dash: hanging("dash"), letter: hanging("letter"), none: most },
    hang: { bullet: hang("bullet"), number: hang("number"), dash: hang("dash"), letter: hang("letter") },
  };
}

/** Where the first line below a marker starts. */
export interface HangingVote {
  readonly kind: MarkerKind;
  readonly hanging: boolean;
  /** How far right of the marker and of its text the line starts, in font sizes. */
  readonly fromMarker: number;
  readonly fromText: number;
}

/**
 * What the first line below a marked one shows. A line that starts left of the marker is another paragraph and shows nothing (undefined),
 * unless it continues a sentence: then the first lines of items are indented. So is a line at the marker that had ample room above.
 */
export function hangingVote(line: FlowLine, above: FlowLine | undefined): HangingVote | undefined {
  if (above?.marker === undefined || line.marker !== undefined || line.pitch === undefined) return undefined;
  const fromMarker = (line.x - above.x) / line.size;
  const fromText = (line.x - above.textX) / line.size;
  if (fromMarker < -SAME_X && (endsSentence(above) || wouldFit(line, above, 1))) return undefined;
  if (fromMarker <= SAME_X && wouldFit(line, above, CERTAIN)) return undefined;
  // A marker may be narrower than the least distance between two different x.
  const hanging = fromMarker >= -SAME_X && (Math.abs(fromText) <= SAME_X || fromMarker > SAME_X);
  return { kind: above.marker.kind, hanging, fromMarker, fromText };
}

function isHanging(votes: readonly HangingVote[], otherwise: boolean): boolean {
  const hanging = votes.filter((vote) => vote.hanging).length;
  return 2 * hanging === votes.length ? otherwise : 2 * hanging > votes.length;
}

/** How far left of their markers most lines start that do not hang; 0 if they start at the marker. */
function commonOutdent(votes: readonly HangingVote[]): number {
  return Math.max(0, median(votes.filter((vote) => !vote.hanging).map((vote) => -vote.fromMarker)) ?? 0);
}

/**
 * A line that starts within this of the text above it, in font sizes, is aligned with it: the two are set to one edge, and differ only by
 * rounding.
 */
const ALIGNED = 0.1;

/** How far lines hang if they do so by one distance, and not to where the text above them starts. */
function commonHang(votes: readonly HangingVote[]): number | undefined {
  const hanging = votes.filter((vote) => vote.hanging);
  const apart = hanging.filter((vote) => Math.abs(vote.fromText) > ALIGNED);
  if (2 * apart.length <= hanging.length) return undefined;
  const middle = median(apart.map((vote) => vote.fromMarker)) ?? 0;
  const alike = apart.filter((vote) => Math.abs(vote.fromMarker - middle) <= SAME_X);
  return 2 * alike.length > hanging.length ? middle : undefined;
}
