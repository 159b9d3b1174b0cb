import { type Matrix, compose } from "../geometry/matrix.js";
import { type QuarterTurns, turnGlyph, turnRecognition, turnRuling } from "../layout/upright.js";
import type { PdfPage } from "../pdf/page.js";
import type { PagePicture } from "../pdf/pictures/pictures.js";
import { type Component, componentsOf } from "./components.js";
import { Neighbours } from "./neighbours.js";
import { sketchOf } from "./picture.js";

/** Ink longer than this, in inches, is not a letter but a rule, a frame or a stain. */
const LONGEST_LETTER = 1 / 4;

/**
 * Text runs down or up if the columns of a picture differ from their neighbours by this many times as much as its rows do: about five times
 * for a page of text, and a third of that if it is askew. For a few words, or none, there is no way to tell.
 */
const SIDEWAYS = 2;

/** Text is upside down if this many times as many letters reach below their line as above it; upright, half as many do. */
const ON_ITS_HEAD = 1.3;

/**
 * The directions in which the text of a picture may run, as quarter turns clockwise, the likeliest first. Legibility decides which it is.
 */
export function likelyTurns(picture: PagePicture): readonly [QuarterTurns, ...QuarterTurns[]] {
  const letters = lettersIn(picture);
  if (!runsSideways(letters)) return standsOnItsHead(letters) ? [2, 0] : [0, 2];
  // Text that runs down is upright when the picture is turned back by a quarter.
  return standsOnItsHead(lettersIn(turnedPicture(picture, 3))) ? [3, 1, 0] : [1, 3, 0];
}

function lettersIn(picture: PagePicture): Component[] {
  const { ink, dotsPerInch } = sketchOf(picture);
  return componentsOf(ink).filter(({ x0, y0, x1, y1 }) => Math.max(x1 - x0, y1 - y0) <= LONGEST_LETTER * dotsPerInch);
}

function runsSideways(letters: readonly Component[]): boolean {
  const rows: number[] = [];
  const columns: number[] = [];
  for (const { runs } of letters) {
    for (let i = 0; i < runs.length; i += 3) {
      const [y = 0, from = 0, to = 0] = runs.slice(i, i + 3);
      rows[y] = (rows[y] ?? 0) + to - from;
      for (let x = from; x < to; x++) columns[x] = (columns[x] ?? 0) + 1;
    }
  }
  return unevenness(columns) > SIDEWAYS * unevenness(rows);
}

/** The sum of the squares of the differences of neighbours. */
function unevenness(counts: readonly number[]): number {
  let sum = 0;
  for (let i = 1; i < counts.length; i++) sum += ((counts[i] ?? 0) - (counts[i - 1] ?? 0)) ** 2;
  return sum;
}

/** A letter such as d or p is between these heights, in x-heights. */
const TALL = 1.2;
const TALLEST = 2;

/** Whether more letters are like p than like d, judging by which end they share with the low letters beside them. */
function standsOnItsHead(letters: readonly Component[]): boolean {
  const xHeight = commonest(letters.map(heightOf));
  const near = new Neighbours(
    letters.filter((letter) => Math.abs(heightOf(letter) - xHeight) <= 1),
    xHeight,
  );
  let above = 0;
  let below = 0;
  for (const letter of letters) {
    const height = heightOf(letter);
    if (height < TALL * xHeight || height > TALLEST * xHeight) continue;
    for (const low of near.around(letter, xHeight)) {
      const [top, bottom] = [Math.abs(low.y0 - letter.y0), Math.abs(low.y1 - letter.y1)];
      if (heightOf(low) >= height || low.y1 <= letter.y0 || low.y0 >= letter.y1 || top === bottom) continue;
      if (bottom < top) above += 1;
      else below += 1;
    }
  }
  return below > ON_ITS_HEAD * above;
}

/** Letters lower than this many pixels are too low to measure. */
const LOWEST_LETTER = 3;

function commonest(heights: readonly number[]): number {
  const counts = new Map<number, number>();
  let best = LOWEST_LETTER;
  for (const height of heights) {
    if (height < LOWEST_LETTER) continue;
    counts.set(height, (counts.get(height) ?? 0) + 1);
    if ((counts.get(height) ?? 0) > (counts.get(best) ?? 0)) best = height;
  }
  return best;
}

function heightOf({ y0, y1 }: Component): number {
  return y1 - y0;
}

/** A picture turned clockwise. */
export function turnedPicture(picture: PagePicture, turns: QuarterTurns): PagePicture {
  const { width, height } = picture;
  const turn = turnOf(turns, width, height);
  const [turnedWidth, turnedHeight] = turns % 2 === 1 ? [height, width] : [width, height];
  return {
    ...picture,
    width: turnedWidth,
    height: turnedHeight,
    images: picture.images.map((image) => ({ ...image, toPage: compose(image.toPage, turn) })),
  };
}

/** A page that was recognised turned clockwise. */
export function turnedPage(page: PdfPage, turns: QuarterTurns): PdfPage {
  const { width, height, recognition } = page;
  const [turnedWidth, turnedHeight] = turns % 2 === 1 ? [height, width] : [width, height];
  return {
    ...page,
    width: turnedWidth,
    height: turnedHeight,
    glyphs: page.glyphs.map((glyph) => turnGlyph(glyph, turns, width, height)),
    rulings: page.rulings.map((ruling) => turnRuling(ruling, turns, width, height)),
    ...(recognition === undefined ? {} : { recognition: turnRecognition(recognition, turns, width, height) }),
  };
}

/** The clockwise turn of a page of the given size about its corner, moved back into the positive quadrant. */
function turnOf(turns: QuarterTurns, width: number, height: number): Matrix {
  switch (turns) {
    case 0:
      return [1, 0, 0, 1, 0, 0];
    case 1:
      return [0, 1, -1, 0, height, 0];
    case 2:
      return [-1, 0, 0, -1, width, height];
    case 3:
      return [0, -1, 1, 0, 0, width];
  }
}
