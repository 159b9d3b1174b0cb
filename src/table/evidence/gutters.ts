import { median } from "../../geometry/ordered.js";
import { linesOf } from "../../layout/lines.js";
import type { Word } from "../../layout/word.js";
import { WORD_SPACE } from "./phrases.js";

/** An interval of x on the page, in points. */
export interface Interval {
  readonly x0: number;
  readonly x1: number;
}

/** Words that may be alone before an item: no column consists of them. */
export type IsMarker = (text: string) => boolean;

/** Where the page before had a boundary. */
export interface KnownBoundary {
  readonly at: number;
  /** Whether there was text on both sides of it. */
  readonly isShown: boolean;
}

/** The words of a page, and how its lines are spaced. */
interface Print {
  readonly words: readonly Word[];
  readonly isMarker: IsMarker;
  /** Words no further apart than this, in font sizes, are neighbours in a sentence. */
  readonly wordSpace: number;
}

/**
 * The x between each pair of neighbouring columns, if no rulings show it. `anchors` are the columns' header words from left to right: a
 * boundary lies between two of them, in the widest strip that no word covers. The strip between bullets and their text does not count:
 * there are only markers before it. If no strip is free, the x that cuts fewest words. If the page before had the columns at the same
 * place, a boundary stays there if possible: just a few words may leave a wider strip elsewhere.
 */
export function boundariesBetween(
  anchors: readonly Interval[],
  words: readonly Word[],
  isMarker: IsMarker,
  before: readonly KnownBoundary[] = [],
): number[] {
  const print = printOf(words, isMarker);
  return anchors.slice(1).map((right, i) => {
    const left = anchors[i] ?? right;
    return boundaryIn({ x0: left.x1, x1: Math.max(right.x0, left.x1) }, print, before[i], { left, right });
  });
}

/** Whether the names of two headers start at the same places. */
export function standAlike(anchors: readonly Interval[], others: readonly Interval[]): boolean {
  return anchors.length === others.length && anchors.every(({ x0 }, i) => Math.abs(x0 - (others[i]?.x0 ?? Infinity)) <= SAME_PLACE);
}

/** The names of a repeated header are within this many points of the same place. */
const SAME_PLACE = 1;

/**
 * The same boundaries on a page without header words: each moves to the nearest strip that no word covers, if a word is across it or markers
 * are cut off from their text.
 */
export function movedBoundaries(boundaries: readonly number[], words: readonly Word[], isMarker: IsMarker): number[] {
  const print = printOf(words, isMarker);
  return boundaries.map((at, i) => {
    const isCrossed = words.some((word) => word.box.x0 < at - SLACK && word.box.x1 > at + SLACK);
    if (!isCrossed && !cutsOffMarkers(at, boundaries[i - 1] ?? -Infinity, print)) return at;
    const from = (at + (boundaries[i - 1] ?? at - FARTHEST)) / 2;
    const to = (at + (boundaries[i + 1] ?? at + FARTHEST)) / 2;
    return boundaryIn({ x0: from, x1: to }, print);
  });
}

/** How far an item's text may be from its marker, in font sizes. */
const WIDEST_HANG = 3;

/** Whether an item's text starts behind a boundary, and its marker stands before it, in a column that has text of its own. */
function cutsOffMarkers(at: number, from: number, print: Print): boolean {
  const { words, isMarker } = print;
  const inColumn = words.filter(({ box }) => box.x0 >= from && box.x1 <= at + SLACK);
  if (inColumn.every(({ text }) => isMarker(text))) return false;
  return inColumn.some((marker) => {
    if (!isMarker(marker.text) || followsWord(marker, print)) return false;
    const isItsText = ({ box, baseline }: Word): boolean =>
      baseline === marker.baseline && box.x0 >= at - SLACK && box.x0 - marker.box.x1 <= WIDEST_HANG * marker.size;
    return words.some(isItsText);
  });
}

/** How far the outermost boundaries may move, in points. */
const FARTHEST = 60;

/** Glyph boxes overhang their advance by this much: italics and rounding. */
const SLACK = 0.5;

/** A boundary is set this far before the next column, or in the middle of a narrower strip: columns start flush and end ragged. */
const LEAD = 2;

function boundaryIn(window: Interval, print: Print, known?: KnownBoundary, names?: NamePair): number {
  const { words, isMarker } = print;
  const inside = words
    .filter((word) => word.box.x1 > window.x0 && word.box.x0 < window.x1)
    .sort((a, b) => a.box.x0 - b.box.x0 || a.box.x1 - b.box.x1);
  const strips = freeStrips(window, inside);
  const dividing = strips.filter((strip, i) => {
    const before = strips[i - 1]?.x1 ?? -Infinity;
    const between = inside.filter((word) => word.box.x0 >= before - SLACK && word.box.x1 <= strip.x0 + SLACK);
    return !between.every((word) => isMarker(word.text)) || between.every((word) => followsWord(word, print));
  });
  const crossings = dividing.map((strip) => wordSpacesAt(strip, print));
  const fewest = Math.min(...crossings);
  const free = dividing.filter((_, i) => crossings[i] === fewest);
  const gutters = likeliest(free, names, print);
  // It stays where it was: moving within an empty column, it would end up at whatever strip the next page has by chance. A strip no wider
  // than a word space is left in front of the next name by the first text of that column, which is centred under it or further left.
  const roomy = gutters.filter(({ x0, x1 }) => inside.every(({ size }) => x1 - x0 > print.wordSpace * size));
  const stays = known !== undefined && (known.isShown ? free : roomy).some(({ x0, x1 }) => x0 <= known.at && known.at <= x1);
  if (stays) return known.at;
  const widest = gutters.reduce<Interval | undefined>(
    (best, strip) => (best === undefined || strip.x1 - strip.x0 > best.x1 - best.x0 ? strip : best),
    undefined,
  );
  // A name wider than its column extends over the text of the next.
  const name = names?.left;
  const behindName = name !== undefined && (widest === undefined || fewest > 0) ? gutterUnder(name, print) : undefined;
  const gutter = behindName ?? widest;
  return gutter === undefined ? leastCut(window, inside) : gutter.x1 - Math.min(LEAD, (gutter.x1 - gutter.x0) / 2);
}

/** The names of the columns on both sides of a boundary. */
interface NamePair {
  readonly left: Interval;
  readonly right: Interval;
}

/**
 * The strips that may separate two columns: those after which several lines start flush under the right one's name, if there are any.
 * Numbers under a short name may be a column of their own; markers are not a column if another strip separates as well and leaves text
 * after it.
 */
function likeliest(strips: readonly Interval[], names: NamePair | undefined, print: Print): readonly Interval[] {
  const { words } = print;
  if (names === undefined) return strips;
  const behindText = strips.filter((strip) => !isBehindMarkers(strip, names.left, print));
  const startsColumn = ({ x1 }: Interval): boolean =>
    x1 < names.right.x1 && words.filter(({ box }) => Math.abs(box.x0 - x1) <= SLACK).length > 1;
  const hasText = ({ x1 }: Interval): boolean => words.some(({ box }) => box.x0 >= x1 - SLACK && box.x0 < names.right.x1);
  const choices = [behindText.filter(startsColumn), behindText.some(hasText) ? behindText : [], strips.filter(startsColumn), behindText];
  return choices.find(({ length }) => length > 0) ?? strips;
}

/** The widest strip under a column's name that no word covers, and after which several lines start flush. */
function gutterUnder(name: Interval, print: Print): Interval | undefined {
  const under = print.words.filter(({ box }) => box.x1 > name.x0 && box.x0 < name.x1).sort((a, b) => a.box.x0 - b.box.x0);
  const startsLines = ({ x1 }: Interval): boolean => under.filter(({ box }) => Math.abs(box.x0 - x1) <= SLACK).length > 1;
  const strips = freeStrips(name, under).filter(
    (strip) => strip.x0 > name.x0 && startsLines(strip) && wordSpacesAt(strip, print) === 0 && !isBehindMarkers(strip, name, print),
  );
  return strips.reduce<Interval | undefined>(
    (best, strip) => (best === undefined || strip.x1 - strip.x0 > best.x1 - best.x0 ? strip : best),
    undefined,
  );
}

/** Whether there are only markers under a column's name, up to a strip. */
function isBehindMarkers(strip: Interval, name: Interval, { words, isMarker }: Print): boolean {
  const under = words.filter(({ box }) => box.x0 >= name.x0 - SLACK && box.x1 <= strip.x0 + SLACK);
  return under.length > 0 && under.every(({ text }) => isMarker(text));
}

/** In stretched letters or lines, word spaces are wider, up to `WIDEST_SPACE`, and equal within the share `ALIKE`. */
const WIDEST_SPACE = 1;
const ALIKE = 0.1;

/** The words of a page, and the widest of its usual word spaces: those of typewriters' fonts are twice as wide as those of common ones. */
function printOf(words: readonly Word[], isMarker: IsMarker): Print {
  const spaces = linesOf(words).flatMap((line) =>
    line.words.slice(1).flatMap(({ box, size }, i) => {
      const before = line.words[i];
      const space = before === undefined || isMarker(before.text) ? Infinity : (box.x0 - before.box.x1) / size;
      return space > 0 && space <= WIDEST_SPACE ? [space] : [];
    }),
  );
  return { words, isMarker, wordSpace: Math.max(WORD_SPACE, (1 + ALIKE) * (median(spaces) ?? 0)) };
}

/** Whether a word is a word space after another on its line: a dash of the sentence, not of an item. */
function followsWord(word: Word, print: Print): boolean {
  const before = wordBefore(word, print);
  return before !== undefined && isWordSpace(before, word, print);
}

/** The next word on the left of a line; undefined if there is none. */
function wordBefore({ box, baseline }: Word, { words }: Print): Word | undefined {
  let nearest: Word | undefined;
  for (const word of words) {
    if (word.baseline === baseline && word.box.x0 < box.x0 && (nearest === undefined || word.box.x0 > nearest.box.x0)) nearest = word;
  }
  return nearest;
}

/** Whether two neighbouring words of a line are a word space apart: a usual one, or one like the space before it. */
function isWordSpace(before: Word, { box, size }: Word, print: Print): boolean {
  const space = box.x0 - before.box.x1;
  if (Math.abs(space) <= print.wordSpace * size) return true;
  const first = space < 0 || space > WIDEST_SPACE * size ? undefined : wordBefore(before, print);
  return first !== undefined && Math.abs(space - (before.box.x0 - first.box.x1)) <= ALIKE * space;
}

/** How many lines have only a word space where a strip is: there it is free only by chance. */
function wordSpacesAt(strip: Interval, print: Print): number {
  const { words, isMarker } = print;
  const behind = words.filter(({ box, size }) => box.x0 >= strip.x1 - SLACK && box.x0 - strip.x0 <= WIDEST_SPACE * size);
  return behind.filter((word) => {
    const before = wordBefore(word, print);
    if (before === undefined || before.box.x1 > strip.x0 + SLACK || !isWordSpace(before, word, print)) return false;
    return !isMarker(before.text) || followsWord(before, print);
  }).length;
}

/** The parts of the window that no word covers; `words` sorted by their left edge. */
function freeStrips(window: Interval, words: readonly Word[]): Interval[] {
  const strips: Interval[] = [];
  let covered = window.x0;
  for (const { box } of words) {
    if (box.x0 > covered) strips.push({ x0: covered, x1: box.x0 });
    covered = Math.max(covered, box.x1);
  }
  if (window.x1 > covered) strips.push({ x0: covered, x1: window.x1 });
  return strips;
}

/** Among the left edges of words, where columns start, the one that the fewest words cross; the rightmost in a tie. */
function leastCut(window: Interval, words: readonly Word[]): number {
  let best = window.x1;
  let fewest = Infinity;
  for (const start of [...words.map((word) => word.box.x0), window.x1].sort((a, b) => a - b)) {
    if (start < window.x0 || start > window.x1) continue;
    const at = start - SLACK;
    const cut = words.filter((word) => word.box.x0 < at && word.box.x1 > at + 2 * SLACK).length;
    if (cut <= fewest) {
      fewest = cut;
      best = at;
    }
  }
  return best;
}
