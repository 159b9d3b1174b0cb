import { type Box, contains, isWithin, middleX, middleY, overlaps } from "../../geometry/box.js";
import type { Matrix } from "../../geometry/matrix.js";
import type { LoadedFont } from "./fonts.js";

/** The part of the PDF graphics state that text and lines depend on (ISO 32000-1, 8.4.1 and 9.3.1). */
export interface GraphicsState {
  ctm: Matrix;
  /** The bounding box of the clipping path, on the page as shown. */
  clip: Box;
  lineWidth: number;
  /** The line cap: 0 butt, 1 round, 2 projecting square. */
  lineCap: number;
  fillColour: string | undefined;
  strokeColour: string | undefined;
  /** Whether what is filled is filled with a pattern that has text in it. */
  fillsWithText: boolean;
  fillAlpha: number;
  strokeAlpha: number;
  font: LoadedFont | undefined;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  /** Tz as a factor: 1 is 100 %. */
  horizontalScale: number;
  leading: number;
  rise: number;
  renderMode: number;
}

/** The state at the start of a page. */
export function initialState(ctm: Matrix, page: Box): GraphicsState {
  return {
    ctm,
    clip: page,
    lineWidth: 1,
    lineCap: 0,
    fillColour: "#000000",
    strokeColour: "#000000",
    fillsWithText: false,
    fillAlpha: 1,
    strokeAlpha: 1,
    font: undefined,
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    renderMode: 0,
  };
}

/** The box of an empty clipping path: it lets nothing through. */
export const EMPTY_CLIP: Box = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };

/** The part of `box` that the clipping path lets through; undefined if nothing is left. */
export function clipped(box: Box, clip: Box): Box | undefined {
  // A line has no height: compare with its edges moved apart by a hair.
  const hair = 1e-3;
  const wide = { x0: box.x0 - hair, y0: box.y0 - hair, x1: box.x1 + hair, y1: box.y1 + hair };
  if (!overlaps(wide, clip)) return undefined;
  return {
    x0: Math.max(box.x0, clip.x0),
    y0: Math.max(box.y0, clip.y0),
    x1: Math.min(box.x1, clip.x1),
    y1: Math.min(box.y1, clip.y1),
  };
}

/**
 * A clip that ends this near to a glyph's middle, in points, ends at it. Qt cuts a line of text at the end of a sheet into halves and shows
 * the other half on the next sheet; by rounding, the line would be on both sheets or on neither.
 */
const TIE = 0.01;

/**
 * Whether a clip shows a glyph: it contains the glyph's middle, or is within its box. Some clips are drawn around the ink of a dot or a
 * comma, which is far from the middle of the box.
 */
export function isShown(glyph: Box, clip: Box): boolean {
  const x = middleX(glyph);
  const y = middleY(glyph);
  return contains(clip, x - TIE, y - TIE) || isWithin(clip, glyph);
}
