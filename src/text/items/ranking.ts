/** A piece of evidence in its rank: what is so, where it is there. */
export interface Evidence<Case, Verdict> {
  readonly isThere: (at: Case) => boolean;
  readonly verdict: Verdict;
}

/** The verdict of the highest evidence that is there, of evidence from the highest rank to the lowest; of none, what is so `otherwise`. */
export function decide<Case, Verdict>(ranking: readonly Evidence<Case, Verdict>[], at: Case, otherwise: Verdict): Verdict {
  return ranking.find(({ isThere }) => isThere(at))?.verdict ?? otherwise;
}
