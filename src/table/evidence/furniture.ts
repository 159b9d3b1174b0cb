import { contains, middleX } from "../../geometry/box.js";
import type { Edge } from "../../layout/edges.js";
import { type Line, linesOf, textOf } from "../../layout/lines.js";
import type { PageLayout } from "../../layout/pageLayout.js";
import { ruledFrames, withOpenSides } from "./ruledFrames.js";

/** How many lines are examined from the top and from the bottom of a page. */
const DEEPEST = 3;

/** Running lines are at the same height on every page, within this many points. */
const SAME_HEIGHT = 4;

/** The white space between furniture and body, in font sizes: more than between two lines of a paragraph. */
const CLEARANCE = 1;

/** Repetition on this many pages is not a coincidence. */
const ENOUGH_PAGES = 3;

/** "3", "- 3 -", "Page 3 of 12", "3/12", "p. 3". */
const PAGE_NUMBER = /^(?:[-–—|]\s*)?(?:page|p\.|pg\.?)?\s*(\d{1,4})(?:\s*(?:\/|of|–|-)\s*\d{1,4})?(?:\s*[-–—|])?$/iu;

/** A roman page number, with what may be around it: "iv", "- IV -", "Page iv". */
const ROMAN_NUMBER = /^(?<before>(?:[-–—|]\s*)?(?:page\s+)?)[ivxlc]+(?<after>(?:\s*[-–—|])?)$/iu;

/**
 * The page numbers, running headers and footers of each page, as indices of their words among the page's: lines at the edge of a page,
 * clear of the body, that are on most pages with only their digits changed. Nothing inside a ruled table counts, nor does a table header,
 * which `isHeader` recognises.
 */
export function furnitureOf(pages: readonly PageLayout[], isHeader: (line: Line) => boolean): ReadonlySet<number>[] {
  return furnitureAmong(pages.map((page) => edgesOf(page, () => isHeader)));
}

/** The same, from the lines at the edges of all pages. */
export function furnitureAmong(pages: readonly PageEdges[]): ReadonlySet<number>[] {
  const wanted = Math.max(2, Math.ceil(pages.length / 2));
  const seen = countsOf(pages, (line) => (line.clear ? heightKeys(line) : []));
  const repeated = pages.length < ENOUGH_PAGES ? new Map<string, number>() : countsOf(pages, wordedKeys);
  const isOnAll = (line: EdgeLine): boolean => wordedKeys(line).some((key) => repeated.get(key) === pages.length);
  const close = countsOf(
    pages.map((page) => ({ ...page, lines: runningBefore(page, isOnAll) })),
    wordedKeys,
  );
  const isRunning = (line: EdgeLine): boolean =>
    heightKeys(line).some((key) => (seen.get(key) ?? 0) >= wanted) || wordedKeys(line).some((key) => (close.get(key) ?? 0) >= wanted);
  return pages.map((page) => placesOf(page, (line) => isNumber(line, page) || isRunning(line)));
}

/**
 * The lines at the edges of a page that are the same on all pages, provided that a line further in is not: the body may be the same on all
 * pages, too.
 */
function runningBefore({ lines }: PageEdges, isOnAll: (line: EdgeLine) => boolean): EdgeLine[] {
  return [true, false].flatMap((fromTop) => {
    const side = lines.filter((line) => line.fromTop === fromTop);
    return side.slice(
      0,
      Math.max(
        0,
        side.findIndex((line) => !isOnAll(line)),
      ),
    );
  });
}

/** How many pages each key of a line is on. */
function countsOf(pages: readonly PageEdges[], keysOf: (line: EdgeLine) => readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { lines } of pages) {
    for (const key of new Set(lines.flatMap(keysOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** What is furniture on a page regardless of the others: its number. */
export function pageNumberOn(page: PageEdges): ReadonlySet<number> {
  return placesOf(page, (line) => isNumber(line, page));
}

function isNumber({ text, clear }: EdgeLine, { page }: PageEdges): boolean {
  return clear && PAGE_NUMBER.exec(text)?.[1] === String(page);
}

function placesOf({ lines }: PageEdges, isWanted: (line: EdgeLine) => boolean): Set<number> {
  return new Set(lines.filter(isWanted).flatMap(({ places }) => places));
}

/** The lines at the edges of a page that may be furniture. */
export interface PageEdges {
  readonly page: number;
  readonly lines: readonly EdgeLine[];
}

interface EdgeLine {
  readonly text: string;
  /** The indices of its words among the page's. */
  readonly places: readonly number[];
  readonly fromTop: boolean;
  /** Whether it is clear of the body, as furniture is on most pages: what it is on those, it is here, too. */
  readonly clear: boolean;
  /** Distance of the baseline from the nearer edge of the page. */
  readonly depth: number;
}

/** What must be equal on two pages, whatever their numbers; two keys, so that heights on both sides of a rounding edge meet. */
function heightKeys(line: EdgeLine): string[] {
  return keysAt(line, line.text.replace(ROMAN_NUMBER, "$<before>0$<after>").replace(/\d+/gu, "0"));
}

/** The same to the letter. */
function wordedKeys(line: EdgeLine): string[] {
  return keysAt(line, line.text);
}

function keysAt({ fromTop, depth }: EdgeLine, text: string): string[] {
  const step = Math.floor(depth / SAME_HEIGHT);
  const side = fromTop ? "top" : "bottom";
  return [`${side} ${step} ${text}`, `${side} ${step + 1} ${text}`];
}

/**
 * Text is placed by a point this far above its baseline, in points: a baseline may be on the lowest rule of a table, and rounding may put
 * it on either side.
 */
const ON_RULE = 1;

/**
 * Lines at the top and the bottom of a page, and whether they are separated from what is further in, by the table's header, by white space
 * or by a ruling line: a table that has none between its columns is no frame.
 */
export function edgesOf(page: PageLayout, headersAmong: (lines: readonly Line[]) => (line: Line) => boolean): PageEdges {
  const frames = ruledFrames(page.edges).map((frame) => withOpenSides(frame, page.words));
  const outside = page.words.filter((word) => !frames.some((frame) => contains(frame.box, middleX(word.box), word.baseline - ON_RULE)));
  const lines = linesOf(outside);
  const isHeader = headersAmong(lines);
  const horizontals = page.edges.filter(({ axis }) => axis === "horizontal");
  const found: EdgeLine[] = [];
  const inwards = (fromTop: boolean): void => {
    const ordered = fromTop ? lines : [...lines].reverse();
    const add = (block: readonly Line[], clear: boolean): void => {
      for (const line of block) {
        const places = line.words.map((word) => page.words.indexOf(word));
        found.push({ text: textOf(line), places, fromTop, clear, depth: fromTop ? line.baseline : page.height - line.baseline });
      }
    };
    let block: Line[] = [];
    for (let i = 0; i < Math.min(DEEPEST, ordered.length); i++) {
      const line = ordered[i];
      const next = ordered[i + 1];
      if (line === undefined) break;
      // The last line of an unframed body belongs to the body; a page with only one line may have only its number.
      if (next === undefined && frames.length === 0 && ordered.length > 1) break;
      if (isHeader(line)) return fromTop ? add(block, true) : undefined;
      block.push(line);
      if (next !== undefined && !areApart(line, next, fromTop, horizontals)) continue;
      add(block, true);
      block = [];
    }
    add(block, false);
  };
  inwards(true);
  inwards(false);
  return { page: page.number, lines: found };
}

/** Whether white space, or a ruling line along all of the outer one, separates two lines. */
function areApart(outer: Line, inner: Line, fromTop: boolean, horizontals: readonly Edge[]): boolean {
  const [above, below] = fromTop ? [outer, inner] : [inner, outer];
  if (below.box.y0 - above.box.y1 >= CLEARANCE * outer.size) return true;
  const middle = (below.box.y0 + below.baseline) / 2;
  return horizontals.some(({ at, from, to }) => at > above.baseline && at < middle && from <= outer.box.x0 && to >= outer.box.x1);
}
