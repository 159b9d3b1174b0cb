/** The values in ascending order; the same array if they are in order already, as most that come off a page are. */
export function inOrder<T>(values: readonly T[], compare: (a: T, b: T) => number): readonly T[] {
  for (let i = 1; i < values.length; i++) {
    const [before, value] = [values[i - 1], values[i]];
    if (before !== undefined && value !== undefined && compare(before, value) > 0) return [...values].sort(compare);
  }
  return values;
}

/** The least and the greatest of any number of values; Infinity and -Infinity if there are none. */
export function extentOf(values: Iterable<number>): { readonly from: number; readonly to: number } {
  let from = Infinity;
  let to = -Infinity;
  for (const value of values) {
    from = Math.min(from, value);
    to = Math.max(to, value);
  }
  return { from, to };
}

/** The median of the values, in any order; the greater of the two in the middle if their number is even. Undefined if there are none. */
export function median(values: readonly number[]): number | undefined {
  return inOrder(values, (a, b) => a - b)[values.length >> 1];
}

/** Values sorted by a number that each has, so that those within a range are found without looking at all of them. */
export class Ordered<T> {
  readonly #values: readonly T[];
  readonly #keys: readonly number[];

  constructor(values: readonly T[], keyOf: (value: T) => number) {
    const keyed = values.map((value) => ({ value, key: keyOf(value) })).sort((a, b) => a.key - b.key);
    this.#values = keyed.map(({ value }) => value);
    this.#keys = keyed.map(({ key }) => key);
  }

  /** The values whose numbers are from `from` to `to`, both included, in order. */
  between(from: number, to: number): readonly T[] {
    return this.#values.slice(
      this.#firstWhere((key) => key >= from),
      this.#firstWhere((key) => key > to),
    );
  }

  /** The index of the first number for which a predicate holds that also holds for all after it. */
  #firstWhere(isBehind: (key: number) => boolean): number {
    let low = 0;
    let high = this.#keys.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBehind(this.#keys[middle] ?? Infinity)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
