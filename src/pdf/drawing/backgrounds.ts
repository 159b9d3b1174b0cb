import { type Box, contains, grown } from "../../geometry/box.js";

/** The colour of paper. */
const PAPER = "#ffffff";

/** Channels that differ by no more than this look the same; scanners and colour profiles move white by that much. */
const INDISTINCT = 8;

/** Areas that may be the background of text, upright or turned, in points: at least as large as a short word in small print. */
const LEAST_LENGTH = 12;
const LEAST_BREADTH = 6;

/** Paint with less opacity than this lets what is under it show through. */
const LEAST_ALPHA = 0.5;

/** The widest gap between areas that meet, in points: they leave no paper between them, apart from rounding. */
const SEAM = 0.05;

/** An area and the colour it is painted in; undefined if that is not known, as for a picture, a pattern or a shading. */
interface Background {
  readonly box: Box;
  readonly colour: string | undefined;
}

/** The areas of a page painted so far. They show which ink is invisible because it has the colour of what is under it. */
export class Backgrounds {
  readonly #areas: Background[] = [];

  /** Paints an area over what was there. */
  paint(box: Box, colour: string | undefined, alpha: number): void {
    const width = box.x1 - box.x0;
    const height = box.y1 - box.y0;
    const isLarge = Math.max(width, height) >= LEAST_LENGTH && Math.min(width, height) >= LEAST_BREADTH;
    if (isLarge && alpha > LEAST_ALPHA) this.#areas.push({ box: grown(box, SEAM), colour });
  }

  /**
   * For ink of a colour, whether it blends in with what is under it at a point. Neighbouring points mostly have the same background, so the
   * last answer is kept.
   */
  blending(colour: string | undefined): (x: number, y: number) => boolean {
    if (colour === undefined) return () => false;
    let under: string | undefined;
    let alike = false;
    return (x, y) => {
      const next = this.#colourAt(x, y);
      if (next !== under) {
        under = next;
        alike = next !== undefined && looksAlike(colour, next);
      }
      return alike;
    };
  }

  /** The colour at a point: that of the last area painted over it, or of the paper. */
  #colourAt(x: number, y: number): string | undefined {
    const last = this.#areas.findLast(({ box }) => contains(box, x, y));
    return last === undefined ? PAPER : last.colour;
  }
}

/** Whether a reader cannot tell the two `#rrggbb` colours apart. */
function looksAlike(a: string, b: string): boolean {
  if (a === b) return true;
  const first = Number.parseInt(a.slice(1), 16);
  const second = Number.parseInt(b.slice(1), 16);
  return [16, 8, 0].every((shift) => Math.abs(((first >> shift) & 255) - ((second >> shift) & 255)) <= INDISTINCT);
}
