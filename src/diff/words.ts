import { diffArrays } from "diff";
import type { WordRun } from "./model.js";
import { comparable } from "./text.js";

/** A word with the hyphens, dots and apostrophes inside it, or one punctuation mark; each with the space before it. */
const TOKEN = / ?(?:[\p{L}\p{M}\p{N}]+(?:[-.'’‑][\p{L}\p{M}\p{N}]+)*|\S)/gu;

/** A stretch of tokens that both texts share, or a replacement of some tokens (perhaps none) by others. */
type Stretch =
  | { readonly kind: "same"; readonly tokens: readonly string[] }
  | { readonly kind: "replaced"; readonly removed: readonly string[]; readonly added: readonly string[] };

/**
 * Compares two texts word by word. Concatenated, all runs except the added ones are the older text, and all except the removed ones the
 * newer, in their comparable forms and apart from a leading space.
 */
export function compareWords(before: string, after: string): WordRun[] {
  const stretches = withoutIslands(stretchesOf(tokensOf(before), tokensOf(after)));
  const runs = stretches.flatMap(runsOf);
  return runs.map((run, index) => (index === 0 || isSecondHead(runs, index) ? { ...run, text: run.text.trimStart() } : run));
}

/** The first token gets the space that all others have, so that a word is the same at the head of a text and inside it. */
function tokensOf(text: string): string[] {
  const line = comparable(text);
  return line === "" ? [] : (` ${line}`.match(TOKEN) ?? []);
}

function stretchesOf(before: string[], after: string[]): Stretch[] {
  const stretches: Stretch[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  const closeReplacement = (): void => {
    if (removed.length + added.length > 0) stretches.push({ kind: "replaced", removed, added });
    removed = [];
    added = [];
  };
  for (const part of diffArrays(before, after)) {
    if (part.removed) removed = removed.concat(part.value);
    else if (part.added) added = added.concat(part.value);
    else {
      closeReplacement();
      stretches.push({ kind: "same", tokens: part.value });
    }
  }
  closeReplacement();
  return stretches;
}

/** Merges a lone short word ("of", "the", ",") between two longer replacements into them: no reader sees it as unchanged. */
function withoutIslands(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const stretch of stretches) {
    const island = joined.at(-1);
    const left = joined.at(-2);
    if (stretch.kind === "replaced" && island?.kind === "same" && left?.kind === "replaced" && isIsland(left, island.tokens, stretch)) {
      joined.splice(-2, 2, {
        kind: "replaced",
        removed: [...left.removed, ...island.tokens, ...stretch.removed],
        added: [...left.added, ...island.tokens, ...stretch.added],
      });
    } else {
      joined.push(stretch);
    }
  }
  return joined;
}

type Replacement = Extract<Stretch, { kind: "replaced" }>;

function isIsland(left: Replacement, tokens: readonly string[], right: Replacement): boolean {
  const [only, ...others] = tokens;
  if (only === undefined || others.length > 0 || only.trim().length > 3) return false;
  return [left, right].every((side) => side.removed.length > 1 && side.added.length > 1);
}

function runsOf(stretch: Stretch): WordRun[] {
  if (stretch.kind === "same") return [{ kind: "same", text: stretch.tokens.join("") }];
  const runs: WordRun[] = [];
  if (stretch.removed.length > 0) runs.push({ kind: "removed", text: stretch.removed.join("") });
  if (stretch.added.length > 0) runs.push({ kind: "added", text: stretch.added.join("") });
  return runs;
}

/** Whether the run begins the newer text, after one that begins the older. */
function isSecondHead(runs: readonly WordRun[], index: number): boolean {
  return index === 1 && runs[0]?.kind === "removed" && runs[1]?.kind === "added";
}
