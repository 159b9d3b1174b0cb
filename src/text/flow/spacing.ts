import type { FlowLine } from "./flowLine.js";
import type { Leading } from "./leading.js";

/** A line's distance from the line above, and how much of it may be due to superscripts. */
export type Spacing = Pick<FlowLine, "pitch" | "ascent" | "size">;

/** A column with the leading of its lines. */
interface Led {
  readonly leading: Leading;
}

/** The effect of rounding to pixels, in points: three quarters of a point, plus the rounding of that. */
const ROUNDING = 0.8;

/** Print larger than this, in points, is magnified, and so are the pixels that it was rounded to. */
const LARGEST_PRINT = 12;

/** White space is what exceeds the usual pitch by more than this many spreads and roundings. */
const SPREADS = 2;
const ROUNDINGS = 1.5;

/** Less than this share of a pixel is not white space: positions are rounded, too. */
const LEAST = 1 / 4;

/** Whether white space clearly divides a line from the one above it. */
export function isSpaced(line: Spacing, { leading }: Led): boolean {
  return extraPitch(line, leading) > SPREADS * leading.spread + ROUNDINGS * roundingOf(line);
}

/** Whether a line is further, even if only slightly, from the one above it than the lines of a paragraph are. */
export function isLoose(line: Spacing, { leading }: Led): boolean {
  // Rounding gives two pitches, a pixel apart: if both occur, a third is white space.
  const rounding = roundingOf(line);
  return extraPitch(line, leading) > leading.spread + Math.max(LEAST * rounding, rounding - leading.spread - leading.less);
}

/** How much of a line's distance from the one above may be rounding, in font sizes. */
export function roundingOf({ size }: Pick<FlowLine, "size">): number {
  return ROUNDING / Math.min(size, LARGEST_PRINT);
}

/** How much further than usual a line is from the line above it, in font sizes, not counting the room that its superscripts take. */
function extraPitch({ pitch, ascent }: Spacing, leading: Leading): number {
  if (pitch === undefined) return -Infinity;
  return pitch - leading.pitch - (leading.makesRoom ? Math.max(0, ascent - leading.ascent) : 0);
}
