import type { Entry } from "./outline.js";

/** Which item of the older edition is which of the newer; no item is in two pairs. */
export class Matching {
  readonly #newerOf = new Map<Entry, Entry>();
  readonly #olderOf = new Map<Entry, Entry>();

  /** Pairs the two, unless one of them is already paired; returns whether it did. */
  pair(older: Entry, newer: Entry): boolean {
    if (this.#newerOf.has(older) || this.#olderOf.has(newer)) return false;
    this.#newerOf.set(older, newer);
    this.#olderOf.set(newer, older);
    return true;
  }

  newerOf(older: Entry): Entry | undefined {
    return this.#newerOf.get(older);
  }

  olderOf(newer: Entry): Entry | undefined {
    return this.#olderOf.get(newer);
  }

  /** The items of the older edition that are not paired yet. */
  looseOlder(entries: readonly Entry[]): Entry[] {
    return entries.filter((entry) => !this.#newerOf.has(entry));
  }

  /** The items of the newer edition that are not paired yet. */
  looseNewer(entries: readonly Entry[]): Entry[] {
    return entries.filter((entry) => !this.#olderOf.has(entry));
  }
}
