import type { FlowLine } from "./flowLine.js";
import type { Leading } from "./leading.js";

/** A line's distance from the line above, and what of it may be its superscripts'. */
export type Spacing = Pick<FlowLine, "pitch" | "ascent" | "size">;

/** A column whose lines have a leading. */
interface Led {
  readonly leading: Leading;
}

/** Engines round to pixels, in points: three quarters and the rounding of that. */
export const ROUNDING = 0.8;

/** Pitches beyond the usual ones by so many spreads and roundings are white space. */
const SPREADS = 2;
const ROUNDINGS = 1.5;

/** Whether white space divides a line from the one above it, beyond doubt. */
export function isSpaced(line: Spacing, { leading }: Led): boolean {
  return extraPitch(line, leading) > SPREADS * leading.spread + (ROUNDINGS * ROUNDING) / line.size;
}

/** Whether a line stands further from the one above it than the lines of a paragraph do, be it by little. */
export function isLoose(line: Spacing, { leading }: Led): boolean {
  return extraPitch(line, leading) > leading.spread + ROUNDING / line.size;
}

/** How much further from the line above it a line stands than is usual, without the room that its superscripts take; in font sizes. */
function extraPitch({ pitch, ascent }: Spacing, leading: Leading): number {
  if (pitch === undefined) return -Infinity;
  return pitch - leading.pitch - (leading.makesRoom ? Math.max(0, ascent - leading.ascent) : 0);
}
