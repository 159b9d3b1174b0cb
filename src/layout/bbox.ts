import type { Box } from "../geometry/box.js";
import type { Bbox } from "../model/place.js";
import type { PageLayout } from "./pageLayout.js";

/** A box of the upright page as written to the output: on the page as shown, rounded. */
export function shownBbox(page: Pick<PageLayout, "toShown">, box: Box): Bbox {
  const shown = page.toShown(box);
  return [round(shown.x0), round(shown.y0), round(shown.x1), round(shown.y1)];
}

/** From a box on the upright layout of a page, counted from 1, to the page as shown, rounded for output. */
export type ToBbox = (page: number, box: Box) => Bbox;

/** A {@link ToBbox} for several pages. */
export function outputBoxes(pages: readonly Pick<PageLayout, "number" | "toShown">[]): ToBbox {
  const byNumber = new Map(pages.map((page) => [page.number, page]));
  return (page, box) => shownBbox(byNumber.get(page) ?? { toShown: (same) => same }, box);
}

/** To 2 decimals: producers themselves round to more than a hundredth of a point. */
function round(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}
