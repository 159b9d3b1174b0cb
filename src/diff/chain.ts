/** A match of the older list's element `from` with the newer list's element `to`. */
export interface Match {
  readonly from: number;
  readonly to: number;
  /** Decides between chains of equal length, so that comparing the other way round chooses the same matches. */
  readonly tieBreak: string;
}

/**
 * The longest chain of matches in which both sides only increase: the elements that kept their order.
 *
 * Over all pairs of equal elements this is the longest common subsequence (Hunt and Szymanski 1977); over a one-to-one matching, what is
 * left outside the chain is the smallest set of elements that must move. Between chains of equal length the choice is the same when `from`
 * and `to` are swapped.
 */
export function longestChain<M extends Match>(matches: readonly M[]): M[] {
  const forwards = [...matches].sort((a, b) => a.from - b.from || b.to - a.to);
  const ranks = chainLengths(forwards.map((match) => match.to));
  const backwardRanks = chainLengths(forwards.map((match) => -match.to).reverse()).reverse();
  const length = ranks.reduce((most, rank) => Math.max(most, rank), 0);

  const candidates: M[][] = Array.from({ length }, () => []);
  forwards.forEach((match, index) => {
    const rank = ranks[index] ?? 0;
    const isOnLongest = rank + (backwardRanks[index] ?? 0) === length + 1;
    if (isOnLongest) candidates[rank - 1]?.push(match);
  });

  const chain: M[] = [];
  for (const candidatesOfRank of candidates) {
    const last = chain.at(-1);
    const next = candidatesOfRank
      .filter((match) => last === undefined || (match.from > last.from && match.to > last.to))
      .reduce<M | undefined>((best, match) => (best === undefined || compareMatches(match, best) < 0 ? match : best), undefined);
    if (next !== undefined) chain.push(next);
  }
  return chain;
}

/** For each value, the length of the longest rising subsequence that ends with it. */
function chainLengths(values: readonly number[]): number[] {
  const lowestEnd: number[] = [];
  return values.map((value) => {
    const length = lowerBound(lowestEnd, value);
    lowestEnd[length] = value;
    return length + 1;
  });
}

/** The first index in the rising list whose value is not below `value`. */
function lowerBound(rising: readonly number[], value: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rising[middle] ?? Infinity) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A total order that is the same when `from` and `to` are swapped, except for matches that equal each other's mirror image. */
function compareMatches(a: Match, b: Match): number {
  return (
    a.from + a.to - (b.from + b.to) ||
    Math.abs(a.from - a.to) - Math.abs(b.from - b.to) ||
    compareText(a.tieBreak, b.tieBreak) ||
    a.from - b.from
  );
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
