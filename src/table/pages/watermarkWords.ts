import { isWithin, grown } from "../../geometry/box.js";
import { type PackedWords, unpackWords } from "../../layout/packedWords.js";
import type { PrintedLine } from "../../layout/watermark.js";
import type { Word } from "../../layout/word.js";

/** A page and its watermarks. */
export interface MarkedPage {
  readonly words: PackedWords;
  readonly watermarks: readonly PrintedLine[];
}

/** The same place and the same size differ by no more than this from page to page, in points. */
const SAME_PLACE = 1;
const SAME_SIZE = 0.1;

/**
 * For each page, the indices of its words that are at the place of another page's watermark. If nothing lies below them, as on a page that
 * is half empty, the page itself does not show that they are not part of its text.
 */
export function watermarkWords(pages: readonly MarkedPage[]): ReadonlySet<number>[] {
  const watermarks = distinct(pages.flatMap((page) => page.watermarks));
  if (watermarks.length === 0) return pages.map(() => new Set());
  return pages.map(
    ({ words }) => new Set(unpackWords(words).flatMap((word, place) => (watermarks.some((line) => isOf(word, line)) ? [place] : []))),
  );
}

function isOf({ box, size }: Word, line: PrintedLine): boolean {
  return Math.abs(size - line.size) <= SAME_SIZE && isWithin(box, grown(line.box, SAME_PLACE));
}

/** Most pages have the same watermark. */
function distinct(lines: readonly PrintedLine[]): PrintedLine[] {
  const places = new Map<string, PrintedLine>();
  for (const line of lines) places.set([line.size, line.box.x0, line.box.y0, line.box.x1, line.box.y1].map(Math.round).join(" "), line);
  return [...places.values()];
}
