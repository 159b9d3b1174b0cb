import { type Box, contains } from "../geometry/box.js";
import type { Glyph, Ruling } from "../pdf/page.js";
import { type UprightPage, quarterTurns } from "./upright.js";

/** Letters of a watermark are at least so many times as large as what most of the page is set in: so large a title stands by itself. */
const LARGE = 2;

/** Print that a large letter lies over is at most this large against it. */
const SMALL = 0.5;

/** The part of a letter's size above its baseline that capital letters fill. */
const CAP_HEIGHT = 0.7;

/** A watermark lies over so many glyphs: fewer may touch a letter by chance. */
const FEWEST_UNDER = 3;

/** A watermark is a word or two. */
const MOST_LETTERS = 100;

/**
 * The glyphs of watermarks: slanted text, and letters of one size, much larger than the page's print, that lie over it or over the lines
 * between columns. They make no words: in one line with what they lie over, neither could be read.
 */
export function watermarkOf({ glyphs, rulings }: Pick<UprightPage, "glyphs" | "rulings">): ReadonlySet<Glyph> {
  const seen = glyphs.filter((glyph) => glyph.visibility === "visible" && glyph.text !== " ");
  const slanted = seen.filter((glyph) => quarterTurns(glyph.angle) === undefined);
  const least = LARGE * commonSize(seen);
  const large = seen.filter((glyph) => glyph.size >= least && quarterTurns(glyph.angle) !== undefined && /[\p{L}\p{N}]/u.test(glyph.text));
  if (large.length === 0 || large.length > MOST_LETTERS) return new Set(slanted);
  const columnLines = rulings.filter(({ axis, visible }) => axis === "vertical" && visible);
  const laid = [...new Set(large.map(sizeStep))].flatMap((size) => {
    const letters = large.filter((glyph) => sizeStep(glyph) === size);
    return lieOver(letters, seen) || letters.some((letter) => columnLines.some((line) => runsThrough(line, letter))) ? letters : [];
  });
  return new Set([...slanted, ...laid]);
}

/** Whether letters lie over print that is much smaller. */
function lieOver(letters: readonly Glyph[], glyphs: readonly Glyph[]): boolean {
  const isUnder = (glyph: Glyph): boolean =>
    letters.some((letter) => glyph.size <= SMALL * letter.size && contains(inkOf(letter), (glyph.x0 + glyph.x1) / 2, (glyph.y0 + glyph.y1) / 2));
  return glyphs.filter(isUnder).length >= FEWEST_UNDER;
}

/** Whether a vertical line runs through a letter, from below it to above it and not along its side. */
function runsThrough({ box }: Ruling, letter: Glyph): boolean {
  const ink = inkOf(letter);
  const x = (box.x0 + box.x1) / 2;
  const side = (ink.x1 - ink.x0) / 4;
  return x > ink.x0 + side && x < ink.x1 - side && box.y0 <= ink.y0 && box.y1 >= ink.y1;
}

function inkOf(letter: Glyph): Box {
  return { x0: letter.x0, y0: letter.y - CAP_HEIGHT * letter.size, x1: letter.x1, y1: letter.y };
}

/** The font size that most glyphs have. */
function commonSize(glyphs: readonly Glyph[]): number {
  const counts = new Map<number, number>();
  for (const glyph of glyphs) counts.set(sizeStep(glyph), (counts.get(sizeStep(glyph)) ?? 0) + 1);
  let best = 0;
  for (const [step, count] of counts) if (count > (counts.get(best) ?? 0)) best = step;
  return best / STEPS_A_POINT;
}

const STEPS_A_POINT = 10;

/** Sizes that differ by less than a tenth of a point are one. */
function sizeStep(glyph: Glyph): number {
  return Math.round(glyph.size * STEPS_A_POINT);
}
