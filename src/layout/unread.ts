import type { Box } from "../geometry/box.js";
import type { Shape } from "../pdf/page.js";
import type { UprightPage } from "./upright.js";
import type { Word } from "./word.js";

/** What a page shows that may contain text but is not text: a picture, such as a scan, or letters drawn as outlines. */
export type Unread = "picture" | "outlines";

/** Pictures that cover at least this share of a page may contain its text; emblems and ornaments cover less. */
const PICTURED = 0.1;

/** Fewest letter-sized shapes that make a text; a logo or an arrow has fewer. */
const LETTERS = 30;

/** Letters are as high, in points: from lower case in the smallest print, above the dots of a dotted line, to large headings. */
const LOWEST_LETTER = 3;
const HIGHEST_LETTER = 72;

/** What a page shows apart from text; undefined if that cannot contain any. */
function unreadOf({
  width,
  height,
  pictureArea,
  shapes,
}: Pick<UprightPage, "width" | "height" | "pictureArea" | "shapes">): Unread | undefined {
  if (pictureArea >= PICTURED * width * height) return "picture";
  return shapes.filter(isLetterSized).length >= LETTERS ? "outlines" : undefined;
}

/** The share of a page's height taken by its running header, and by its footer: scanners and archives stamp pages there. */
const MARGIN = 0.1;

/** A picture that covers this share of a page is the page itself: scanners leave only a margin. */
const COVERED = 0.75;

/** Text added to a scan, by a stamp or an archive, covers no more than this share of the page: a few lines of small print. */
const STAMPED = 0.02;

/**
 * What a page shows instead of text, if words are only in its margins or in a stamp on a picture of the page. Undefined if it has text,
 * recognised or not.
 */
export function shownInsteadOfText(page: UprightPage, words: readonly Word[]): Unread | "nothing" | undefined {
  if (words.some(({ confidence }) => confidence !== undefined)) return undefined;
  if (words.length === 0) return unreadOf(page) ?? "nothing";
  if (words.every(({ box }) => isInMargin(box, page.height))) return unreadOf(page);
  return isStampedScan(page, words) ? "picture" : undefined;
}

function isStampedScan({ width, height, pictureArea }: UprightPage, words: readonly Word[]): boolean {
  const area = width * height;
  return pictureArea >= COVERED * area && words.reduce((sum, { box }) => sum + (box.x1 - box.x0) * (box.y1 - box.y0), 0) <= STAMPED * area;
}

function isInMargin({ y0, y1 }: Box, height: number): boolean {
  return y1 <= MARGIN * height || y0 >= (1 - MARGIN) * height;
}

function isLetterSized({ box, visible }: Shape): boolean {
  const height = box.y1 - box.y0;
  return visible && height > LOWEST_LETTER && height <= HIGHEST_LETTER && box.x1 - box.x0 <= HIGHEST_LETTER;
}
