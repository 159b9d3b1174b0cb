import type { Word } from "../../layout/word.js";
import { COLUMN_GAP } from "./phrases.js";

/** Fewer dots than this are punctuation, or a sign for "not known". */
const FEWEST_DOTS = 4;

/** Words of a line without the dots that lead the eye from a label to its number, and whether there were any. */
export function withoutLeaders(words: readonly Word[]): { words: readonly Word[]; hasLeader: boolean } {
  const kept: Word[] = [];
  let run: Word[] = [];
  let hasLeader = false;
  const finish = (): void => {
    const before = kept.at(-1);
    const dots = run.reduce((sum, word) => sum + word.text.length, before === undefined ? 0 : trailingDots(before.text));
    if (dots >= FEWEST_DOTS) hasLeader = true;
    else kept.push(...run);
    if (dots >= FEWEST_DOTS && before !== undefined) kept[kept.length - 1] = cut(before);
    run = [];
  };
  for (const word of words) {
    if (/^[.…]+$/u.test(word.text)) {
      if (isValue(word, run.at(-1))) finish();
      run.push(word);
      continue;
    }
    finish();
    kept.push(word);
  }
  finish();
  return { words: kept.filter((word) => word.text !== ""), hasLeader };
}

/**
 * Whether dots are a placeholder for an unknown value: a few of them, clear of the leader before. Leaders of spaced dots have one dot at a
 * time.
 */
function isValue(word: Word, before: Word | undefined): boolean {
  return before !== undefined && /^(?:\.{2,3}|…)$/u.test(word.text) && word.box.x0 - before.box.x1 > COLUMN_GAP * word.size;
}

function trailingDots(text: string): number {
  return /\.*$/u.exec(text)?.[0].length ?? 0;
}

/** The word without its dots. Their width is not known here; a dot takes about a quarter of the font size. */
function cut(word: Word): Word {
  const dots = trailingDots(word.text);
  if (dots === 0) return word;
  const x1 = Math.max(word.box.x0 + 1, word.box.x1 - DOT_WIDTH * dots * word.size);
  return { ...word, text: word.text.slice(0, -dots), box: { ...word.box, x1 } };
}

/** The advance of a full stop in the common fonts: 0.25 to 0.28 of the size. */
const DOT_WIDTH = 0.25;
