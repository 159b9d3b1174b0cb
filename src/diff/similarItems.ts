import { groupBy, indexBy } from "../geometry/groups.js";
import type { Matching } from "./matching.js";
import type { Entry } from "./outline.js";
import { rarityIn, similarityBy, type Rarity, type Similarity } from "./similarity.js";

/** Where items are, in names that both editions share. */
export interface Places {
  /** The stretch between two paired items of the same cell. */
  readonly gapOf: (entry: Entry) => string;
  readonly meetingOf: (entry: Entry) => string;
}

/**
 * How alike two items must be to count as one reworded item, depending on how far apart they are. Measured on the annex: different items of
 * one cell reach 0.5 if they are variations of one decision, short items of different meetings 0.6; a text of which a fifth is reworded
 * stays above 0.65.
 */
const DISTANCES = [
  { name: "only one in the gap", enough: 0.25, bonus: 0.2 },
  { name: "same gap", enough: 0.35, bonus: 0.2 },
  { name: "same cell", enough: 0.5, bonus: 0.1 },
  { name: "same meeting", enough: 0.6, bonus: 0.05 },
  { name: "elsewhere", enough: 0.65, bonus: 0 },
] as const;

/**
 * An item with this many words in common with one elsewhere is recognised by its words rather than by its place: less likeness is enough.
 * Short texts on one subject ("... on cultural heritage") share fewer and are different decisions.
 */
const MANY_WORDS = { shared: 7, enough: 0.55 } as const;

/** How many of an item's rarest words are looked up in the other edition. */
const ANCHORS = 8;

/** A word that this many unpaired items have finds too many to be an anchor. */
const COMMON = 100;

/** Within this many places in the same gap, items are compared even without an anchor. */
const NEIGHBOURS = 3;

/** A text that begins with the other is preferred to an equally similar one: the head remains of an item that was split. */
const HEAD_BONUS = 0.2;

interface Candidate {
  readonly older: Entry;
  readonly newer: Entry;
  readonly likeness: number;
}

/**
 * Pairs the items that are alike enough, the most alike first. Items are compared only where they share a rare word or are in the same gap,
 * so that the work grows with the number of items and not with its square.
 */
export function pairSimilar(older: readonly Entry[], newer: readonly Entry[], matching: Matching, places: Places): void {
  const looseOlder = matching.looseOlder(older);
  const looseNewer = matching.looseNewer(newer);
  const rarity = rarityIn([...older, ...newer]);
  const distanceOf = distanceBy(looseOlder, looseNewer, places);
  const similarity = similarityBy(rarity);
  const candidates: Candidate[] = [];
  for (const [from, partners] of partnersOf(looseOlder, looseNewer, rarity, places)) {
    for (const to of partners) {
      const likeness = likenessOf(from, to, similarity, distanceOf);
      if (likeness !== undefined) candidates.push({ older: from, newer: to, likeness });
    }
  }
  for (const { older: from, newer: to } of candidates.sort(compareCandidates)) matching.pair(from, to);
}

/** The similarity with its bonuses; undefined if it is not enough. */
function likenessOf(
  older: Entry,
  newer: Entry,
  similarity: Similarity,
  distanceOf: (older: Entry, newer: Entry) => (typeof DISTANCES)[number],
): number | undefined {
  const distance = distanceOf(older, newer);
  const alike = similarity(older, newer);
  if (alike < distance.enough && !(alike >= MANY_WORDS.enough && sharedWords(older, newer) >= MANY_WORDS.shared)) return undefined;
  const isHead = older.text.startsWith(newer.text) || newer.text.startsWith(older.text);
  return alike + distance.bonus + (isHead ? HEAD_BONUS : 0);
}

function sharedWords(older: Entry, newer: Entry): number {
  return [...older.words].filter((word) => newer.words.has(word)).length;
}

function distanceBy(
  looseOlder: readonly Entry[],
  looseNewer: readonly Entry[],
  { gapOf, meetingOf }: Places,
): (older: Entry, newer: Entry) => (typeof DISTANCES)[number] {
  const olderInGap = groupBy(looseOlder, gapOf);
  const newerInGap = groupBy(looseNewer, gapOf);
  return (older, newer) => {
    const gap = gapOf(older);
    const isSameMeeting = meetingOf(older) === meetingOf(newer);
    if (gap === gapOf(newer)) {
      const isOnly = olderInGap.get(gap)?.length === 1 && newerInGap.get(gap)?.length === 1;
      return isOnly ? DISTANCES[0] : DISTANCES[1];
    }
    if (isSameMeeting && older.cell.column === newer.cell.column) return DISTANCES[2];
    return isSameMeeting ? DISTANCES[3] : DISTANCES[4];
  };
}

/** For each loose older item the newer ones worth comparing. */
function partnersOf(looseOlder: readonly Entry[], looseNewer: readonly Entry[], rarity: Rarity, { gapOf }: Places): Map<Entry, Set<Entry>> {
  const partners = new Map<Entry, Set<Entry>>(looseOlder.map((entry) => [entry, new Set()]));
  const olderWith = indexBy(looseOlder, ({ words }) => words);
  const newerWith = indexBy(looseNewer, ({ words }) => words);
  const isAnchor = (word: string): boolean => {
    const count = (olderWith.get(word)?.length ?? 0) + (newerWith.get(word)?.length ?? 0);
    return olderWith.has(word) && newerWith.has(word) && count <= COMMON;
  };
  for (const older of looseOlder) {
    for (const word of anchorsOf(older, rarity, isAnchor)) {
      for (const newer of newerWith.get(word) ?? []) partners.get(older)?.add(newer);
    }
  }
  for (const newer of looseNewer) {
    for (const word of anchorsOf(newer, rarity, isAnchor)) {
      for (const older of olderWith.get(word) ?? []) partners.get(older)?.add(newer);
    }
  }
  const newerInGap = groupBy(looseNewer, gapOf);
  for (const [gap, inGap] of groupBy(looseOlder, gapOf)) {
    const others = newerInGap.get(gap) ?? [];
    inGap.forEach((older, place) => {
      for (const newer of others.slice(Math.max(0, place - NEIGHBOURS), place + NEIGHBOURS + 1)) partners.get(older)?.add(newer);
    });
  }
  return partners;
}

/** The rarest words of an item by which the other edition can be searched. */
function anchorsOf(entry: Entry, rarity: Rarity, isAnchor: (word: string) => boolean): string[] {
  const words = [...entry.words].filter(isAnchor);
  return words.sort((a, b) => rarity.weightOf(b) - rarity.weightOf(a) || (a < b ? -1 : 1)).slice(0, ANCHORS);
}

/**
 * The most alike first; then the nearest in reading order. Equal ones that are left are each other's mirror image and share
 * no item, so that comparing the other way round finds the same pairs.
 */
function compareCandidates(a: Candidate, b: Candidate): number {
  return b.likeness - a.likeness || shift(a) - shift(b) || a.older.index + a.newer.index - (b.older.index + b.newer.index);
}

function shift(candidate: Candidate): number {
  return Math.abs(candidate.older.index - candidate.newer.index);
}
