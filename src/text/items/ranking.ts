/** A piece of evidence: the verdict, and when it applies. */
export interface Evidence<Case, Verdict> {
  readonly isThere: (at: Case) => boolean;
  readonly verdict: Verdict;
}

/** The verdict of the first evidence that applies, in a ranking from highest to lowest; `otherwise` if none does. */
export function decide<Case, Verdict>(ranking: readonly Evidence<Case, Verdict>[], at: Case, otherwise: Verdict): Verdict {
  return ranking.find(({ isThere }) => isThere(at))?.verdict ?? otherwise;
}
