import { type Matrix, compose, identity, turnAbout } from "../geometry/matrix.js";
import type { PagePicture } from "../pdf/pictures/pictures.js";
import { inkOf } from "./ink.js";
import { paintImages } from "./paint.js";
import type { Grey, Ink } from "./raster.js";
import { DOTS_PER_INCH } from "./recogniser.js";
import { skewOf } from "./skew.js";

/** A page as a straightened picture at `DOTS_PER_INCH`, or less if it would be too large. */
export interface StraightPicture {
  readonly grey: Grey;
  readonly dotsPerInch: number;
  /** How far the page is askew, in degrees clockwise. */
  readonly skew: number;
}

/** Enough to see how lines run. */
const SKEW_DOTS_PER_INCH = 100;

/** No picture has more pixels: A3 at 400 dots an inch. Larger sheets have larger letters. */
const MOST_PIXELS = 36e6;

/** A page as a small picture of ink. */
export interface Sketch {
  readonly ink: Ink;
  readonly dotsPerInch: number;
}

/** Paints a page, and turns it straight. */
export function straightPicture(picture: PagePicture): StraightPicture {
  const { width, height } = picture;
  const skew = skewOf(sketchOf(picture).ink);
  const dotsPerInch = finest(picture);
  return { grey: painted(picture, dotsPerInch, turnAbout(-skew, width / 2, height / 2)), dotsPerInch, skew };
}

/** A page just large enough to show how its lines run. */
export function sketchOf(picture: PagePicture): Sketch {
  const dotsPerInch = Math.min(SKEW_DOTS_PER_INCH, finest(picture));
  return { ink: inkOf(painted(picture, dotsPerInch, identity), dotsPerInch), dotsPerInch };
}

/** The most dots an inch that a page is painted with. */
function finest({ width, height }: PagePicture): number {
  const inches = (width / 72) * (height / 72);
  return Math.min(DOTS_PER_INCH, Math.floor(Math.sqrt(MOST_PIXELS / inches)));
}

function painted({ width, height, images }: PagePicture, dotsPerInch: number, turn: Matrix): Grey {
  const scale = dotsPerInch / 72;
  const toPicture = compose(turn, [scale, 0, 0, scale, 0, 0]);
  return paintImages(images, toPicture, Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)));
}
