import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { longestChain } from "../../src/diff/chain.js";

const matchOf = (from: number, to: number, tieBreak = ""): { from: number; to: number; tieBreak: string } => ({ from, to, tieBreak });

describe("longestChain", () => {
  test("keeps all but the one element that moved to the end", () => {
    const matches = [matchOf(0, 3), matchOf(1, 0), matchOf(2, 1), matchOf(3, 2)];
    expect(longestChain(matches).map((match) => match.from)).toEqual([1, 2, 3]);
  });

  test("chooses the same element of a swapped pair whichever way round", () => {
    const forwards = longestChain([matchOf(0, 1, "long text"), matchOf(1, 0, "a text")]);
    const backwards = longestChain([matchOf(1, 0, "long text"), matchOf(0, 1, "a text")]);
    expect(forwards.map((match) => match.tieBreak)).toEqual(backwards.map((match) => match.tieBreak));
  });

  test("is the longest common subsequence over all equal pairs", () => {
    const word = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 8 });
    fc.assert(
      fc.property(word, word, (from, to) => {
        const equal = from.flatMap((letter, i) => to.flatMap((other, j) => (letter === other ? [matchOf(i, j, letter)] : [])));
        const chain = longestChain(equal);
        expect(chain).toHaveLength(lengthByTable(from, to));
        chain.slice(1).forEach((match, index) => {
          expect(match.from).toBeGreaterThan(chain[index]?.from ?? Infinity);
          expect(match.to).toBeGreaterThan(chain[index]?.to ?? Infinity);
        });
      }),
    );
  });
});

/** The textbook table of the longest common subsequence, as an independent measure. */
function lengthByTable(from: readonly string[], to: readonly string[]): number {
  if (from.length === 0 || to.length === 0) return 0;
  if (from.at(-1) === to.at(-1)) return 1 + lengthByTable(from.slice(0, -1), to.slice(0, -1));
  return Math.max(lengthByTable(from.slice(0, -1), to), lengthByTable(from, to.slice(0, -1)));
}
