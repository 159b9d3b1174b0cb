import type { Box } from "../../geometry/box.js";
import { mapBox } from "../../geometry/matrix.js";
import { type GraphicsState, clipped } from "./graphicsState.js";

/** An image is painted into the unit square of the coordinates that it is drawn in (ISO 32000-1, 8.9.5). */
export const UNIT_SQUARE = { x0: 0, y0: 0, x1: 1, y1: 1 };

/**
 * Measures the pictures of a page. pdf.js drops them undecoded, together with their operators. What is left are the coordinates of each
 * picture: a transformation to its place, after which nothing is drawn.
 */
export class PictureMeter {
  /** The area that pictures cover, in square points, counted twice where they overlap. */
  area = 0;
  #isBare = false;

  /** Begins coordinates in which nothing is drawn yet. */
  begin(): void {
    this.#isBare = true;
  }

  /** Something other than a picture is drawn. */
  draw(): void {
    this.#isBare = false;
  }

  /** A picture is painted over a box. */
  cover(box: Box): void {
    this.area += areaOf(box);
  }

  /** Ends or changes the coordinates of a state. Returns the box of the picture in them, if there is one. */
  end({ ctm, clip }: Pick<GraphicsState, "ctm" | "clip">, isInked: boolean): Box | undefined {
    const box = this.#isBare && isInked ? clipped(mapBox(ctm, UNIT_SQUARE), clip) : undefined;
    if (box !== undefined) this.cover(box);
    this.#isBare = false;
    return box;
  }
}

function areaOf({ x0, y0, x1, y1 }: Box): number {
  return Math.max(0, x1 - x0) * Math.max(0, y1 - y0);
}
