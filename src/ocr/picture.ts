import { type Matrix, compose, identity, turnAbout } from "../geometry/matrix.js";
import type { PagePicture } from "../pdf/pictures.js";
import { inkOf } from "./ink.js";
import { paintImages } from "./paint.js";
import type { Grey } from "./raster.js";
import { DOTS_PER_INCH } from "./recogniser.js";
import { skewOf } from "./skew.js";

/** A page as a picture of `DOTS_PER_INCH`, turned straight, or of less where it would be too large. */
export interface StraightPicture {
  readonly grey: Grey;
  readonly dotsPerInch: number;
  /** How far the page lies askew, in degrees clockwise. */
  readonly skew: number;
}

/** Enough to see how lines run. */
const SKEW_DOTS_PER_INCH = 100;

/** No picture has more pixels: A3 at 400 dots an inch. Larger sheets have larger letters. */
const MOST_PIXELS = 36e6;

/** Paints a page, and turns it straight. */
export function straightPicture({ width, height, images }: PagePicture): StraightPicture {
  const inches = (width / 72) * (height / 72);
  const dotsPerInch = Math.min(DOTS_PER_INCH, Math.floor(Math.sqrt(MOST_PIXELS / inches)));
  const paint = (dots: number, turn: Matrix): Grey => {
    const scale = dots / 72;
    const toPicture = compose(turn, [scale, 0, 0, scale, 0, 0]);
    return paintImages(images, toPicture, Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)));
  };
  const dots = Math.min(SKEW_DOTS_PER_INCH, dotsPerInch);
  const skew = skewOf(inkOf(paint(dots, identity), dots));
  return { grey: paint(dotsPerInch, turnAbout(-skew, width / 2, height / 2)), dotsPerInch, skew };
}
