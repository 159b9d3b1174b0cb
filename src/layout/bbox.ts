import type { Box } from "../geometry/box.js";
import type { Bbox } from "../model/place.js";
import type { PageLayout } from "./pageLayout.js";

/** A box of the upright page as it is put out: on the page as shown, rounded. */
export function shownBbox(page: Pick<PageLayout, "toShown">, box: Box): Bbox {
  const shown = page.toShown(box);
  return [round(shown.x0), round(shown.y0), round(shown.x1), round(shown.y1)];
}

/** To 2 decimals: a hundredth of a point is less than any producer's own rounding. */
function round(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}
