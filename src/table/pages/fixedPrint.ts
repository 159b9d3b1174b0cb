import { contains } from "../../geometry/box.js";
import { type PackedWords, eachPlace, unpackWords, wordAt } from "../../layout/packedWords.js";
import type { Word } from "../../layout/word.js";
import { runsOver } from "../matrix/overColumns.js";
import type { HeaderRow } from "../matrix/strip.js";

/** What is needed of a page to find what every page has at the same place. */
export interface PrintedPage {
  readonly words: PackedWords;
  /** The indices of its words that are known to be furniture. */
  readonly furniture: ReadonlySet<number>;
  readonly headers: readonly HeaderRow[];
  /** The x between the columns of its table. */
  readonly boundaries: readonly number[];
  /** The words that are in no cell. */
  readonly outside: readonly Word[];
}

/** At most this many pages are examined, spread over the document: what is on most of a thousand shows on them. */
const MOST_LOOKED_AT = 24;

/** Fixed print is on half of the pages, and on at least this many; two are enough if it overlaps something else on them. */
const FEWEST_PAGES = 3;
const FEWEST_OVER = 2;

/** If more than this share of the words recur, pages have the same rows: it is the table that recurs. */
const MOST_RECURRING = 1 / 2;

/**
 * Phrases with fewer letters and digits than this are ignored, if no page shows them to be furniture: bullets and row numbers recur by
 * chance.
 */
const FEWEST_LETTERS = 3;

/** The largest gap between words of one phrase, in font sizes. */
const WORD_SPACE = 0.5;

/**
 * The same place differs by no more than this from page to page, in points. A page number shifts what is centred with it by the width of
 * its digits, in font sizes.
 */
const SAME_PLACE = 0.5;
const MOVED = 1.5;

/**
 * Words overlap if their baselines are closer than the lines of a text would be, and they share more than this much of a line; both in font
 * sizes.
 */
const NEARER_THAN_LINES = 0.6;
const SHARED = 0.2;

/**
 * What most pages have at the same place, wherever that is, without belonging to the table: lines fixed over the cells, footers that the
 * rows reach, a table of the document's own data at the edge. That it recurs is not enough, since the key of a row that continues may recur
 * too. It also overlaps other words or the line between two columns, or only recurring print is further out, or it is in no cell, or some
 * page shows it to be furniture, where it is clear of the rows. For each page, the indices of its words.
 */
export function fixedPrint(pages: readonly PrintedPage[]): ReadonlySet<number>[] {
  const step = Math.ceil(pages.length / MOST_LOOKED_AT);
  const first = pages.findIndex(({ headers }) => headers.length > 0);
  const looked = pages.filter((_, i) => i % step === 0);
  const wanted = Math.max(FEWEST_OVER, Math.ceil(looked.length / 2));
  const phrases = fixedPhrases(recurringWords(looked, wanted), pages[first], wanted);
  // Above the first header is the title block, which other pages may repeat.
  const top = pages[first]?.headers[0]?.box.y0 ?? 0;
  const below = phrases.filter(({ isOver, baseline }) => isOver || baseline > top);
  return pages.map(({ words }, i) => placesOf(words, i === first ? below : phrases));
}

/** A page, and which of its words recur; `known` are those that are known to be furniture. */
interface Recurring {
  readonly page: PrintedPage;
  readonly words: readonly Word[];
  readonly known: ReadonlySet<Word>;
}

/** The words that are at the same place on at least `wanted` pages, headers excepted; only pages that have some. */
function recurringWords(pages: readonly PrintedPage[], wanted: number): Recurring[] {
  const places = new Map<number, number>();
  for (const { words } of pages) eachPlace(words, (x0, baseline) => count(places, placeKey(x0, baseline)));
  const kinds = new Map<string, number>();
  const wordsIn = (all: readonly { readonly words: { readonly length: number } }[]): number =>
    all.reduce((sum, { words }) => sum + words.length, 0);
  const found = pages.map((page): Recurring => {
    const words: Word[] = [];
    const known = new Set<Word>();
    eachPlace(page.words, (x0, baseline, place) => {
      if (
        (places.get(placeKey(x0, baseline)) ?? 0) < wanted ||
        page.headers.some(({ box }) => contains(box, x0 + SAME_PLACE, baseline - SAME_PLACE))
      )
        return;
      const word = wordAt(page.words, place);
      words.push(word);
      if (page.furniture.has(place)) known.add(word);
      count(kinds, kindKey(word));
    });
    return { page, words, known };
  });
  const recurring = found.map(({ words, ...rest }) => ({
    ...rest,
    words: words.filter((word) => (kinds.get(kindKey(word)) ?? 0) >= wanted),
  }));
  return wordsIn(recurring) > MOST_RECURRING * wordsIn(pages) ? [] : recurring.filter(({ words }) => words.length > 0);
}

function count<T>(counts: Map<T, number>, key: T): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function placeKey(x0: number, baseline: number): number {
  return Math.round(baseline / SAME_PLACE) * 100_000 + Math.round(x0 / SAME_PLACE);
}

function kindKey({ box, baseline, text }: Word): string {
  return `${placeKey(box.x0, baseline)} ${withoutDigits(text)}`;
}

function withoutDigits(text: string): string {
  return text.replace(/\d+/gu, "0");
}

/** Words that are together on most pages. */
interface FixedPhrase {
  readonly words: readonly Word[];
  readonly baseline: number;
  readonly isOver: boolean;
  /** Whether it comes last on its pages. If the table ends early, it may come right below, as a table foot that engines repeat does. */
  readonly isLast: boolean;
}

/** The phrases of recurring words that do not belong to the table. */
function fixedPhrases(recurring: readonly Recurring[], titlePage: PrintedPage | undefined, wanted: number): FixedPhrase[] {
  const seen = new Map<string, { readonly words: readonly Word[]; readonly on: PageEvidence[] }>();
  for (const { page, words, known } of recurring) {
    const phrases = phrasesOf(words);
    const kinds = new Set(words.map(kindKey));
    const others = unpackWords(page.words).filter((word, place) => !page.furniture.has(place) && !kinds.has(kindKey(word)));
    const outside = new Set(page.outside.map(kindKey));
    for (const phrase of phrases) {
      const key = phrase.map(kindKey).join(" ");
      const entry = seen.get(key) ?? { words: phrase, on: [] };
      seen.set(key, entry);
      entry.on.push({
        isOver: phrase.some((word) => others.some((other) => liesOver(word, other))),
        crosses: page.boundaries.some((x) => runsOver(phrase, x)),
        isOutside: phrase.every((word) => outside.has(kindKey(word))),
        isOutermost: isOutermost(phrase, others, page),
        isTitlePage: page === titlePage,
        isKnown: phrase.every((word) => known.has(word)),
      });
    }
  }
  return [...seen.values()].flatMap(({ words, on }) => {
    const isKnown = on.length >= wanted && on.some((evidence) => evidence.isKnown);
    if (!isKnown && words.reduce((sum, { text }) => sum + lettersIn(text), 0) < FEWEST_LETTERS) return [];
    const later = on.filter(({ isTitlePage }) => !isTitlePage);
    const isOver = on.length >= wanted && on.some((evidence) => evidence.isOver);
    const isLast = later.every((evidence) => evidence.isOutermost);
    const isNone =
      on.length >= Math.max(FEWEST_PAGES, wanted) &&
      (isLast || on.some((evidence) => evidence.crosses) || later.every((evidence) => evidence.isOutside));
    return isKnown || isOver || isNone ? [{ words, baseline: words[0]?.baseline ?? 0, isOver, isLast }] : [];
  });
}

/** What a page shows of a phrase. */
interface PageEvidence {
  readonly isOver: boolean;
  readonly crosses: boolean;
  readonly isOutside: boolean;
  readonly isOutermost: boolean;
  readonly isTitlePage: boolean;
  /** Whether it is known to be furniture there. */
  readonly isKnown: boolean;
}

function lettersIn(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

/** Words on one baseline, grouped with those that directly follow. */
function phrasesOf(words: readonly Word[]): Word[][] {
  const phrases: Word[][] = [];
  let last: Word | undefined;
  for (const word of words.toSorted((a, b) => a.baseline - b.baseline || a.box.x0 - b.box.x0)) {
    const follows =
      last !== undefined && word.baseline - last.baseline <= SAME_PLACE && word.box.x0 - last.box.x1 <= WORD_SPACE * word.size;
    if (follows) phrases.at(-1)?.push(word);
    else phrases.push([word]);
    last = word;
  }
  return phrases;
}

function liesOver(word: Word, other: Word): boolean {
  const size = Math.min(word.size, other.size);
  const shared = Math.min(word.box.x1, other.box.x1) - Math.max(word.box.x0, other.box.x0);
  return Math.abs(word.baseline - other.baseline) < NEARER_THAN_LINES * size && shared > SHARED * size;
}

/** Whether only recurring print is below a phrase, or above it if a header is below the phrase. */
function isOutermost(phrase: readonly Word[], others: readonly Word[], { headers }: PrintedPage): boolean {
  const baseline = phrase[0]?.baseline ?? 0;
  const isAbove = headers.some(({ box }) => box.y0 >= baseline);
  return others.every((other) => other.baseline < baseline) || (isAbove && others.every((other) => other.baseline > baseline));
}

/** The indices of a page's words that belong to such phrases. */
function placesOf(words: PackedWords, phrases: readonly FixedPhrase[]): Set<number> {
  const places = new Set<number>();
  if (phrases.length === 0) return places;
  let last = -Infinity;
  eachPlace(words, (_, baseline) => (last = Math.max(last, baseline)));
  const standsAt = ({ baseline, isLast }: FixedPhrase, at: number): boolean =>
    Math.abs(baseline - at) <= SAME_PLACE || (isLast && last - at <= SAME_PLACE);
  eachPlace(words, (x0, baseline, place) => {
    const near = phrases.filter((phrase) => standsAt(phrase, baseline));
    if (near.length === 0) return;
    const text = withoutDigits(wordAt(words, place).text);
    if (
      near.some((phrase) =>
        phrase.words.some((word) => withoutDigits(word.text) === text && Math.abs(word.box.x0 - x0) <= reach(phrase, word)),
      )
    )
      places.add(place);
  });
  return places;
}

/** How far a word of a phrase may be from its usual place. */
function reach({ words }: FixedPhrase, { size }: Word): number {
  return words.some(({ text }) => /\d/u.test(text)) ? MOVED * size : SAME_PLACE;
}
