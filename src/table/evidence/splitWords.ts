import { middleX } from "../../geometry/box.js";
import type { Word } from "../../layout/word.js";
import type { IsMarker } from "./gutters.js";
import { decidingY } from "./containment.js";

/** The words of each band; `rows` are the y between and around the bands. */
export function splitBands(words: readonly Word[], rows: readonly number[]): Word[][] {
  const bands: Word[][] = rows.slice(1).map(() => []);
  for (const word of words) bands[bandOf(word, rows)]?.push(word);
  return bands;
}

/** The index of the band that a word is in. */
function bandOf(word: Word, rows: readonly number[]): number {
  const y = decidingY(word);
  const below = rows.findIndex((row) => row > y);
  return Math.max(0, (below < 0 ? rows.length - 1 : below) - 1);
}

/** The words of each column, by the column that contains a word's middle or, for a marker that sticks out on the left, its end. */
export function splitColumns(words: readonly Word[], boundaries: readonly number[], isMarker: IsMarker = () => false): Word[][] {
  const columns: Word[][] = Array.from({ length: boundaries.length + 1 }, () => []);
  for (const word of words) {
    const { box } = word;
    const at = isMarker(word.text) ? box.x1 : middleX(box);
    columns[columnAt(at, boundaries)]?.push(word);
  }
  return columns;
}

/** The index of the column at an x. */
export function columnAt(at: number, boundaries: readonly number[]): number {
  let index = 0;
  for (const x of boundaries) if (x <= at) index += 1;
  return index;
}
