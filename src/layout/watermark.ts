import { type Box, contains, middleX, middleY, unionOf } from "../geometry/box.js";
import { groupBy } from "../geometry/groups.js";
import type { Glyph, Ruling } from "../pdf/page.js";
import { type UprightPage, quarterTurns } from "./upright.js";

/** Letters of a watermark are at least this many times as large as most of the page; titles are too, but do not overlap other text. */
const LARGE = 1.5;

/**
 * Letters this many times as large are also a watermark if a line between columns runs through one; smaller ones may be a name too long for
 * its column.
 */
const OVER_LINES = 2;

/** The room above and below capital letters in their boxes, in font sizes, which neighbouring lines may reach into. */
const ROOM = 0.2;

/** A watermark overlaps at least this many glyphs: fewer may touch a letter by chance. */
const FEWEST_UNDER = 3;

/** A watermark is a word or two: a page with more large letters than this has none. */
const MOST_LETTERS = 300;

/**
 * The glyphs of watermarks: slanted text, and letters of one size, much larger than the page's print, that overlap it or the lines between
 * columns. They make no words: on one line with what they overlap, neither could be read.
 */
export function watermarkOf({ glyphs, rulings }: Pick<UprightPage, "glyphs" | "rulings">): ReadonlySet<Glyph> {
  const { common, largest, slanted } = surveyOf(glyphs);
  // Most pages have no letters that large.
  if (largest < LARGE * common) return new Set(slanted);
  const seen = glyphs.filter(({ visibility, text }) => visibility === "visible" && text !== " ");
  const large = seen.filter(
    (glyph) => glyph.size >= LARGE * common && quarterTurns(glyph.angle) !== undefined && /[\p{L}\p{N}]/u.test(glyph.text),
  );
  if (large.length > MOST_LETTERS) return new Set(slanted);
  const columnLines = rulings.filter(({ axis, visible }) => axis === "vertical" && visible);
  const isCrossed = (letter: Glyph): boolean => letter.size >= OVER_LINES * common && columnLines.some((line) => runsThrough(line, letter));
  const isWatermark = (letters: readonly Glyph[]): boolean => letters.some(isCrossed) || lieOver(letters, seen);
  return new Set([...slanted, ...linesOf(large).filter(isWatermark).flat()]);
}

/** A line of text as it is printed somewhere on a page. */
export interface PrintedLine {
  readonly box: Box;
  readonly size: number;
}

/**
 * The lines of a watermark that run along the page's sides: on pages where nothing marks them as a watermark, they would make words.
 * Slanted ones make none.
 */
export function straightLines(watermark: ReadonlySet<Glyph>): PrintedLine[] {
  if (watermark.size === 0) return [];
  const straight = [...watermark].filter(({ angle }) => quarterTurns(angle) !== undefined);
  return linesOf(straight).flatMap((letters) => {
    const box = unionOf(letters);
    return box === undefined ? [] : [{ box, size: letters[0]?.size ?? 0 }];
  });
}

/** What one pass over the glyphs of a page finds. */
interface Survey {
  /** The font size that most glyphs have, to a tenth of a point, and the largest. */
  readonly common: number;
  readonly largest: number;
  readonly slanted: readonly Glyph[];
}

function surveyOf(glyphs: readonly Glyph[]): Survey {
  const counts = new Map<number, number>();
  const slanted: Glyph[] = [];
  let largest = 0;
  let size = 0;
  let run = 0;
  const endRun = (): void => {
    const step = sizeStep(size);
    counts.set(step, (counts.get(step) ?? 0) + run);
  };
  for (const glyph of glyphs) {
    if (glyph.visibility !== "visible" || glyph.text === " ") continue;
    if (glyph.angle !== 0 && quarterTurns(glyph.angle) === undefined) slanted.push(glyph);
    // Neighbours mostly have the same size.
    if (glyph.size !== size) {
      endRun();
      ({ size } = glyph);
      run = 0;
      largest = Math.max(largest, size);
    }
    run += 1;
  }
  endRun();
  let common = 0;
  for (const [step, count] of counts) if (count > (counts.get(common) ?? 0)) common = step;
  return { common: common / STEPS_A_POINT, largest, slanted };
}

/** Letters of one size on one baseline, wherever they are on it. */
function linesOf(letters: readonly Glyph[]): Glyph[][] {
  const lines = groupBy(letters, ({ angle, size, x, y }) => {
    const turns = quarterTurns(angle) ?? 0;
    return `${turns} ${sizeStep(size)} ${Math.round(turns % 2 === 0 ? y : x)}`;
  });
  return [...lines.values()];
}

/** Whether letters overlap much smaller print. */
function lieOver(letters: readonly Glyph[], glyphs: readonly Glyph[]): boolean {
  const inks = letters.map(inkOf);
  const around = unionOf(inks);
  if (around === undefined) return false;
  const smallest = Math.min(...letters.map(({ size }) => size));
  let under = 0;
  for (const glyph of glyphs) {
    const y = middleY(glyph);
    if (y < around.y0 || y > around.y1 || LARGE * glyph.size > smallest) continue;
    const x = middleX(glyph);
    if (inks.some((ink) => contains(ink, x, y))) under += 1;
    if (under >= FEWEST_UNDER) return true;
  }
  return false;
}

/** Whether a vertical line runs through a letter, from below it to above it and not along its side. */
function runsThrough({ box }: Ruling, letter: Glyph): boolean {
  const ink = inkOf(letter);
  const x = middleX(box);
  const side = (ink.x1 - ink.x0) / 4;
  return x > ink.x0 + side && x < ink.x1 - side && box.y0 <= ink.y0 && box.y1 >= ink.y1;
}

/** The part of a letter's box that capital letters fill. */
function inkOf({ x0, y0, x1, y1, size, angle }: Glyph): Box {
  const room = ROOM * size;
  return (quarterTurns(angle) ?? 0) % 2 === 0 ? { x0, y0: y0 + room, x1, y1: y1 - room } : { x0: x0 + room, y0, x1: x1 - room, y1 };
}

const STEPS_A_POINT = 10;

/** Sizes that differ by less than a tenth of a point are the same. */
function sizeStep(size: number): number {
  return Math.round(size * STEPS_A_POINT);
}
