import type { FlowLine } from "./flowLine.js";
import type { Leading } from "./leading.js";

/** A line's distance from the line above, and what of it may be its superscripts'. */
export type Spacing = Pick<FlowLine, "pitch" | "ascent" | "size">;

/** A column whose lines have a leading. */
interface Led {
  readonly leading: Leading;
}

/** Engines round to pixels, in points: three quarters and the rounding of that. */
const ROUNDING = 0.8;

/** Print larger than this, in points, is magnified, and so are the pixels that it was rounded to. */
const LARGEST_PRINT = 12;

/** Pitches beyond the usual ones by so many spreads and roundings are white space. */
const SPREADS = 2;
const ROUNDINGS = 1.5;

/** Less than this share of a pixel is none: places are rounded, too. */
const LEAST = 1 / 4;

/** Whether white space divides a line from the one above it, beyond doubt. */
export function isSpaced(line: Spacing, { leading }: Led): boolean {
  return extraPitch(line, leading) > SPREADS * leading.spread + ROUNDINGS * roundingOf(line);
}

/** Whether a line stands further from the one above it than the lines of a paragraph do, be it by little. */
export function isLoose(line: Spacing, { leading }: Led): boolean {
  // Rounding gives two pitches, a pixel apart: where both are shown, a third is white space.
  const rounding = roundingOf(line);
  return extraPitch(line, leading) > leading.spread + Math.max(LEAST * rounding, rounding - leading.spread - leading.less);
}

/** What of a line's distance from the one above may be rounding, in font sizes. */
export function roundingOf({ size }: Pick<FlowLine, "size">): number {
  return ROUNDING / Math.min(size, LARGEST_PRINT);
}

/** How much further from the line above it a line stands than is usual, without the room that its superscripts take; in font sizes. */
function extraPitch({ pitch, ascent }: Spacing, leading: Leading): number {
  if (pitch === undefined) return -Infinity;
  return pitch - leading.pitch - (leading.makesRoom ? Math.max(0, ascent - leading.ascent) : 0);
}
