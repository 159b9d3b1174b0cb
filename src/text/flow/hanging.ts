import type { MarkerKind } from "../words/markers.js";
import { type FlowLine, SAME_X } from "./flowLine.js";

/** How far right of their markers the lines of items start. */
export interface Hanging {
  /** Whether lines after a marker of a kind start under the text, not under the marker; under "none" what most markers have. */
  readonly hanging: Readonly<Record<MarkerKind | "none", boolean>>;
  /**
   * How far right of a marker of a kind the lines after it start, in font sizes, where that is not where its text does: a word space behind the
   * marker. Undefined where text and lines start alike.
   */
  readonly hang: Readonly<Record<MarkerKind, number | undefined>>;
}

/** Where the text of an item starts, as the lines after its first show it. */
export function itemTextX(line: FlowLine, { hang }: Pick<Hanging, "hang">): number {
  const own = line.marker === undefined ? undefined : hang[line.marker.kind];
  return own === undefined ? line.textX : line.x + own * line.size;
}

/** What most of the lines below each kind of marker do. */
export function hangingOf(votes: readonly HangingVote[]): Hanging {
  const most = isHanging(votes, true);
  const ofKind = (kind: MarkerKind): HangingVote[] => votes.filter((vote) => vote.kind === kind);
  const hanging = (kind: MarkerKind): boolean => isHanging(ofKind(kind), most);
  const hang = (kind: MarkerKind): number | undefined => (hanging(kind) ? commonHang(ofKind(kind)) : undefined);
  return {
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

/** What the first line below a marked one says; undefined where it starts left of the marker. */
export function hangingVote(line: FlowLine, above: FlowLine | undefined): HangingVote | undefined {
  if (above?.marker === undefined || line.marker !== undefined || line.pitch === undefined) return undefined;
  const fromMarker = (line.x - above.x) / line.size;
  const fromText = (line.x - above.textX) / line.size;
  if (fromMarker < -SAME_X) return undefined;
  // A marker may be narrower than two places can be apart.
  return { kind: above.marker.kind, hanging: Math.abs(fromText) <= SAME_X || fromMarker > SAME_X, fromMarker, fromText };
}

function isHanging(votes: readonly HangingVote[], otherwise: boolean): boolean {
  const hanging = votes.filter((vote) => vote.hanging).length;
  return 2 * hanging === votes.length ? otherwise : 2 * hanging > votes.length;
}

/** How far lines hang that do so by one measure, and not where the text above them starts. */
function commonHang(votes: readonly HangingVote[]): number | undefined {
  const hanging = votes.filter((vote) => vote.hanging);
  const apart = hanging.filter((vote) => Math.abs(vote.fromText) > SAME_X);
  if (2 * apart.length <= hanging.length) return undefined;
  const middle = apart.map((vote) => vote.fromMarker).sort((a, b) => a - b)[Math.floor(apart.length / 2)] ?? 0;
  const alike = apart.filter((vote) => Math.abs(vote.fromMarker - middle) <= SAME_X);
  return 2 * alike.length > hanging.length ? middle : undefined;
}
