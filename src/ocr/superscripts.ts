import { middleY } from "../geometry/box.js";
import { median } from "../geometry/ordered.js";
import type { Component } from "./components.js";
import { Neighbours } from "./neighbours.js";

/** How high above the foot of its neighbour a superscript ends, and how far it may extend above it, in x-heights. */
const RAISED = 0.45;
const STANDING_OUT = 0.4;

/**
 * Superscripts have a part as high as this, in x-heights: digits and the d, h or t of ordinals are, apostrophes and quotation marks are
 * not.
 */
const TALL = 0.65;

/** Ink lower than this, in x-heights, is a dot. */
const LOW = 0.45;

/** The parts of one superscript are on one line: round ones may reach lower than the first part by no more than this, in x-heights. */
const LOWER_FOOT = 0.2;

/**
 * What is beside a mark may begin below the mark's middle by no more than this, in x-heights: a low letter beside what is raised from it.
 */
const BELOW_MIDDLE = 0.2;

/** Smaller than any letter that is not raised, in x-heights. */
const SMALL = 0.9;

/** How far to look for the line that a large superscript is raised from, in x-heights, and how many letters show where it is. */
const LINE_REACH = 10;
const ENOUGH = 4;

/** The neighbour is this many times as high as the superscript. */
const SMALLER = 1.3;

/** The most parts that ordinals and note marks have. */
const LONGEST = 4;

/** How near the parts of a superscript are to each other and to what they are raised from, in x-heights. */
const NEAR = 0.35;

/** Pieces of ink that are raised from a letter or digit to their left: recognised within their line, they are taken for quotation marks. */
export function superscriptsIn(marks: readonly Component[], xHeight: number): Component[][] {
  const near = new Neighbours(marks, xHeight);
  const groups: Component[][] = [];
  const taken = new Set<Component>();
  for (const mark of [...marks].sort((a, b) => a.x0 - b.x0)) {
    if (taken.has(mark) || !isRaised(mark, leftOf(mark, near, xHeight), near, xHeight)) continue;
    const group = [mark];
    for (let next = rightOf(mark, near, xHeight); next !== undefined; next = rightOf(next, near, xHeight)) {
      // The foot of the group is that of its first part.
      if (next.y1 > mark.y1 + LOWER_FOOT * xHeight || next.y1 - next.y0 < LOW * xHeight) break;
      group.push(next);
    }
    const last = group.at(-1) ?? mark;
    const follower = rightOf(last, near, xHeight);
    const isTall = group.some(({ y0, y1 }) => y1 - y0 >= TALL * xHeight);
    // A letter that follows immediately shows that it is part of a symbol, such as per cent.
    if (group.length > LONGEST || !isTall || (follower !== undefined && follower.y1 - follower.y0 >= TALL * xHeight)) continue;
    groups.push(group);
    for (const part of group) taken.add(part);
  }
  return groups;
}

/** Whether a piece of ink is higher than its neighbour on the left, and not a plain letter beside one with a descender, such as p. */
function isRaised(mark: Component, host: Component | undefined, near: Neighbours<Component>, xHeight: number): boolean {
  const height = mark.y1 - mark.y0;
  if (host === undefined || height < LOW * xHeight || host.y1 - host.y0 < SMALLER * height) return false;
  if (host.y1 - mark.y1 < RAISED * xHeight || host.y0 - mark.y0 > STANDING_OUT * xHeight) return false;
  if (height <= SMALL * xHeight) return true;
  const feet = near
    .around(mark, LINE_REACH * xHeight)
    .filter(({ y0, y1 }) => y0 < host.y1 && y1 > host.y0 && y1 - y0 >= SMALL * xHeight)
    .map(({ y1 }) => y1);
  return feet.length >= ENOUGH && (median(feet) ?? 0) - mark.y1 >= RAISED * xHeight;
}

/** The nearest piece of ink on the left that reaches over the middle of this one. */
function leftOf(mark: Component, near: Neighbours<Component>, xHeight: number): Component | undefined {
  return sameHeight(mark, near, xHeight)
    .filter(({ x0, x1 }) => x0 < mark.x0 && mark.x0 - x1 <= NEAR * xHeight)
    .sort((a, b) => b.x1 - a.x1)[0];
}

function rightOf(mark: Component, near: Neighbours<Component>, xHeight: number): Component | undefined {
  return sameHeight(mark, near, xHeight)
    .filter(({ x0 }) => x0 > mark.x0 && x0 - mark.x1 <= NEAR * xHeight)
    .sort((a, b) => a.x0 - b.x0)[0];
}

function sameHeight(mark: Component, near: Neighbours<Component>, xHeight: number): Component[] {
  const middle = middleY(mark);
  return near
    .around(mark, NEAR * xHeight)
    .filter((other) => other !== mark && other.y0 <= middle + BELOW_MIDDLE * xHeight && other.y1 >= middle);
}
