import type { PixelBox } from "./raster.js";
import type { ReadWord } from "./recogniser.js";

/** Where a word is along its line, in pixels. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}

/**
 * Where the words of a line are. Recognisers are surer of the words than of their places: words that overlap are separated, and if they are
 * in another order, or have no room left, the line is divided among all of its words by their characters.
 *
 * @param gap The narrowest space between words.
 */
export function extentsOf(words: readonly ReadWord[], gap: number): Extent[] {
  const apart = words.map(({ box }, i) => {
    const next = words[i + 1];
    return { from: box.x0, to: next === undefined ? box.x1 : Math.min(box.x1, next.box.x0 - gap) };
  });
  const hasRoom = apart.every(({ from, to }, i) => {
    const { box } = words[i] ?? { box: { x0: 0, x1: 0 } };
    return to - from >= ROOM * (box.x1 - box.x0);
  });
  return hasRoom ? apart : spread(words);
}

/** A word that keeps this share of its width has its place. */
const ROOM = 0.8;

function spread(words: readonly ReadWord[]): Extent[] {
  const from = Math.min(...words.map(({ box }: { readonly box: PixelBox }) => box.x0));
  const to = Math.max(...words.map(({ box }: { readonly box: PixelBox }) => box.x1));
  // A space is about as wide as half a character.
  const counts = words.map(({ text }) => [...text].length);
  const step = (to - from) / (counts.reduce((sum, count) => sum + count, 0) + SPACE * (words.length - 1));
  let at = from;
  return counts.map((count) => {
    const extent = { from: at, to: at + count * step };
    at = extent.to + SPACE * step;
    return extent;
  });
}

const SPACE = 0.5;
