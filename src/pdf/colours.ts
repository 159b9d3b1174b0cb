import { type Box, contains } from "../geometry/box.js";

/** The colour of paper. */
const PAPER = "#ffffff";

/** Channels that differ by no more than this look the same; scanners and colour profiles move white by that much. */
const INDISTINCT = 8;

/** A background: an area and the colour it is painted in. */
export interface Background {
  readonly box: Box;
  readonly colour: string;
}

/** The colour under a point: of the last background painted over it, or of the paper. */
export function colourUnder(backgrounds: readonly Background[], x: number, y: number): string {
  return backgrounds.findLast(({ box }) => contains(box, x, y))?.colour ?? PAPER;
}

/** Whether a reader cannot tell the two `#rrggbb` colours apart. */
export function looksAlike(a: string, b: string): boolean {
  if (a === b) return true;
  const first = Number.parseInt(a.slice(1), 16);
  const second = Number.parseInt(b.slice(1), 16);
  return [16, 8, 0].every((shift) => Math.abs(((first >> shift) & 255) - ((second >> shift) & 255)) <= INDISTINCT);
}
