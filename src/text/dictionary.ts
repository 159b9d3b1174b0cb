import { wordChecker } from "./affixes.js";
import type { Dictionary } from "./hyphens.js";

/**
 * British and American English, loaded when first asked: between them the two know "organisation" and "programme". They are spelling
 * dictionaries and know no rare words, so that only their yes counts.
 */
export async function loadDictionary(): Promise<Dictionary> {
  const files = await Promise.all([import("dictionary-en-gb"), import("dictionary-en")]);
  const checkers = files.map(({ default: dictionary }) => wordChecker(dictionary));
  return (word) => checkers.some((isWord) => isWord(word));
}
