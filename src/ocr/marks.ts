import { middleY } from "../geometry/box.js";
import { median } from "../geometry/ordered.js";
import type { Component } from "./components.js";
import { Neighbours } from "./neighbours.js";
import type { PixelBox } from "./raster.js";

/** What the ink of a picture is, apart from its rules. */
export interface Marks {
  /** The height of a letter such as x, in pixels; most letters of a text are that high. */
  readonly xHeight: number;
  /** Letters, and the dots and commas that belong to them. */
  readonly text: readonly Component[];
  /** Solid discs and squares at the head of a line. */
  readonly bullets: readonly Component[];
  /** Dust: too small for a full stop, or as small as one with no letter near. */
  readonly specks: readonly Component[];
  /** Larger than letters: shadows, stains, stamps, pictures. */
  readonly blots: readonly Component[];
}

/** Letters of text are between these heights, in points: the x of 4 points and the capital of 40. */
const LOWEST = 1.8;
const HIGHEST = 30;

/** Ink higher than this many x-heights is not text: capitals of a title three times as large as the text measure four. */
const BLOT = 6;

/** Less ink than this, in squared x-heights, is not a full stop: a full stop has about 0.04. */
const DUST = 0.015;

/**
 * Less ink than `DUST_OF_DOT` of that in the dots of the page's own i is not a full stop, if there are `ENOUGH_DOTS` dots to compare with.
 */
const DUST_OF_DOT = 0.5;
const ENOUGH_DOTS = 10;

/** The stem of an i is no wider and no lower than this, in x-heights. */
const STEM = 0.5;
const LOWEST_STEM = 0.8;

/** Ink smaller than this in both directions, in x-heights, is not a letter. */
const DOT = 0.6;

/** How far a dot or a comma is from its letter, in x-heights. */
const NEAR = 0.8;

/** Bullets are between these sizes, in x-heights, about as wide as high, and full. */
const SMALLEST_BULLET = 0.35;
const LARGEST_BULLET = 1.2;
const OBLONG = 1.35;
const FULL = 0.68;

/** How far after a bullet its text starts, in x-heights: further than the next word on a line. */
const BULLET_GAP = 0.6;

/** How much the places and sizes of the bullets of a list differ, in x-heights. */
const ALIGNED = 0.3;

/** How far to look along a line, in x-heights: no more than a wide indent. */
const LINE_REACH = 8;

/** The shortest dash, in x-heights, and how many times longer than high it is at least. */
const SHORTEST_DASH = 0.3;
const DASH_OBLONG = 1.8;

/**
 * Sorts ink by its size and its neighbours.
 *
 * @param isSameCell Whether no rule divides two pieces of ink.
 */
export function marksOf(components: readonly Component[], dotsPerInch: number, isSameCell: (a: PixelBox, b: PixelBox) => boolean): Marks {
  const xHeight = xHeightOf(components, dotsPerInch / 72);
  if (xHeight === undefined) {
    const isBlot = ({ y0, y1 }: Component): boolean => y1 - y0 > (HIGHEST * dotsPerInch) / 72;
    return {
      xHeight: 0,
      text: [],
      bullets: [],
      specks: components.filter((component) => !isBlot(component)),
      blots: components.filter(isBlot),
    };
  }
  const blots: Component[] = [];
  const specks: Component[] = [];
  const letters: Component[] = [];
  const dots: Component[] = [];
  for (const component of components) {
    const { x0, y0, x1, y1, area } = component;
    if (y1 - y0 > BLOT * xHeight) blots.push(component);
    else if (area < DUST * xHeight ** 2) specks.push(component);
    else if (Math.max(x1 - x0, y1 - y0) < DOT * xHeight) dots.push(component);
    else letters.push(component);
  }
  const least = dustOf(dots, letters, xHeight);
  specks.push(...dots.filter(({ area }) => area < least));
  const punctuation = dots.filter(({ area }) => area >= least);
  const bullets = new Set(bulletsIn([...letters, ...punctuation], letters, xHeight, isSameCell));
  const plain = letters.filter((letter) => !bullets.has(letter));
  const dashes = dashesIn(punctuation, plain, xHeight);
  const kept = dotsOfLetters(
    punctuation.filter((dot) => !bullets.has(dot)),
    [...plain, ...dashes],
    xHeight,
  );
  for (const dash of dashes) kept.add(dash);
  specks.push(...punctuation.filter((dot) => !bullets.has(dot) && !kept.has(dot)));
  return { xHeight, text: [...plain, ...kept], bullets: [...bullets], specks, blots };
}

/** The height of most pieces of ink that may be letters. */
function xHeightOf(components: readonly Component[], point: number): number | undefined {
  const counts: number[] = [];
  for (const { x0, x1, y0, y1 } of components) {
    const height = y1 - y0;
    if (height < LOWEST * point || height > HIGHEST * point || x1 - x0 > 4 * height) continue;
    // The same letter comes out a pixel higher here and there.
    for (const near of [height - 1, height, height + 1]) counts[near] = (counts[near] ?? 0) + (near === height ? 2 : 1);
  }
  let best: number | undefined;
  counts.forEach((count, height) => {
    if (best === undefined || count > (counts[best] ?? 0)) best = height;
  });
  return best;
}

/** The most ink that dust has, judging by the dots over the stems of the page's own i and j. */
function dustOf(dots: readonly Component[], letters: readonly Component[], xHeight: number): number {
  const stems = letters.filter(({ x0, x1, y0, y1 }) => x1 - x0 <= STEM * xHeight && y1 - y0 >= LOWEST_STEM * xHeight);
  const near = new Neighbours(stems, xHeight);
  const areas = dots
    .filter((dot) =>
      near.around(dot, DOT * xHeight).some((stem) => stem.y0 >= dot.y1 && Math.abs(stem.x0 + stem.x1 - dot.x0 - dot.x1) <= STEM * xHeight),
    )
    .map(({ area }) => area);
  return areas.length < ENOUGH_DOTS ? 0 : DUST_OF_DOT * (median(areas) ?? 0);
}

/** The dots next to a letter, or next to such a dot: ellipses, colons, quotation marks. */
function dotsOfLetters(dots: readonly Component[], letters: readonly Component[], xHeight: number): Set<Component> {
  const waiting = new Set(dots);
  const kept = new Set<Component>();
  let hosts: readonly Component[] = letters;
  while (hosts.length > 0 && waiting.size > 0) {
    const near = new Neighbours(hosts, xHeight);
    const found = [...waiting].filter((dot) => near.around(dot, NEAR * xHeight).length > 0);
    for (const dot of found) {
      waiting.delete(dot);
      kept.add(dot);
    }
    hosts = found;
  }
  return kept;
}

/** Dashes, which may be alone, on a line of letters: before an item, or between words. */
function dashesIn(dots: readonly Component[], letters: readonly Component[], xHeight: number): Component[] {
  const near = new Neighbours(letters, xHeight);
  return dots.filter((dot) => {
    const [width, height] = [dot.x1 - dot.x0, dot.y1 - dot.y0];
    if (width < SHORTEST_DASH * xHeight || width < DASH_OBLONG * height) return false;
    const middle = middleY(dot);
    return near.around(dot, LINE_REACH * xHeight).some((letter) => letter.y0 < middle && letter.y1 > middle);
  });
}

function bulletsIn(
  candidates: readonly Component[],
  letters: readonly Component[],
  xHeight: number,
  isSameCell: (a: PixelBox, b: PixelBox) => boolean,
): Component[] {
  const near = new Neighbours(letters, xHeight);
  const heads: Component[] = [];
  const lone: Component[] = [];
  for (const blob of candidates.filter((candidate) => isSolid(candidate, xHeight))) {
    const middle = middleY(blob);
    const onLine = near
      .around(blob, LINE_REACH * xHeight)
      .filter((other) => other !== blob && other.y0 <= middle && other.y1 >= middle && isSameCell(blob, other));
    const gaps = onLine.filter(({ x0 }) => x0 >= blob.x1).map(({ x0 }) => x0 - blob.x1);
    const isFirst = !onLine.some(({ x1 }) => x1 <= blob.x1);
    if (onLine.length === 0) lone.push(blob);
    else if (isFirst && gaps.length > 0 && Math.min(...gaps) >= BULLET_GAP * xHeight) heads.push(blob);
  }
  // A bullet with nothing after it is recognised by those above or below it.
  const isInList = (blob: Component): boolean =>
    heads.some(
      (head) =>
        isSameCell(blob, head) &&
        Math.abs(blob.x0 - head.x0) <= ALIGNED * xHeight &&
        Math.abs(blob.y1 - blob.y0 - (head.y1 - head.y0)) <= ALIGNED * xHeight,
    );
  return [...heads, ...lone.filter(isInList)];
}

/** Whether a piece of ink is about as wide as high, full, and without notches or holes: every row is one stretch. */
function isSolid({ x0, y0, x1, y1, area, runs }: Component, xHeight: number): boolean {
  const [width, height] = [x1 - x0, y1 - y0];
  const [small, large] = [Math.min(width, height), Math.max(width, height)];
  if (small < SMALLEST_BULLET * xHeight || large > LARGEST_BULLET * xHeight || large > OBLONG * small) return false;
  return area >= FULL * width * height && runs.length === 3 * height;
}
