import type { Entry } from "./outline.js";

/** How alike two items are, from 0 (no word in common) to 1 (the same words). */
export type Similarity = (a: Entry, b: Entry) => number;

/** Distinguishes rare words from common ones, over both editions. */
export interface Rarity {
  /** A whole number, so that sums do not depend on their order; rarer words weigh more. */
  readonly weightOf: (word: string) => number;
}

/** Weighs words by how few items of the two editions have them: the inverse document frequency of information retrieval. */
export function rarityIn(entries: readonly Entry[]): Rarity {
  const counts = new Map<string, number>();
  for (const entry of entries) {
    for (const word of entry.words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const weights = new Map([...counts].map(([word, count]) => [word, Math.round(1000 * Math.log(1 + entries.length / count))]));
  return { weightOf: (word) => weights.get(word) ?? 0 };
}

/**
 * Compares items by their words. Half of the measure counts all words equally, so that a single rare word does not decide about a short
 * item; half weighs them by rarity, so that "the importance of promoting" alone makes no pair. Each half is Dice's coefficient.
 */
export function similarityBy(rarity: Rarity): Similarity {
  const weights = new Map<Entry, number>();
  const totalWeight = (entry: Entry): number => {
    const known = weights.get(entry) ?? weightOf(entry, rarity);
    weights.set(entry, known);
    return known;
  };
  return (a, b) => {
    const [fewer, more] = a.words.size <= b.words.size ? [a, b] : [b, a];
    let shared = 0;
    let sharedWeight = 0;
    for (const word of fewer.words) {
      if (!more.words.has(word)) continue;
      shared += 1;
      sharedWeight += rarity.weightOf(word);
    }
    if (shared === 0) return 0;
    const plain = (2 * shared) / (a.words.size + b.words.size);
    const weighted = (2 * sharedWeight) / (totalWeight(a) + totalWeight(b));
    return (plain + weighted) / 2;
  };
}

function weightOf(entry: Entry, rarity: Rarity): number {
  let weight = 0;
  for (const word of entry.words) weight += rarity.weightOf(word);
  return weight;
}
