import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type DictionaryFiles, wordChecker } from "./affixes.js";
import type { Dictionary } from "./hyphens.js";

const require = createRequire(import.meta.url);

/** Where the packages are: together the two know both "organisation" and "programme". */
const PACKAGES = [() => require.resolve("dictionary-en-gb"), () => require.resolve("dictionary-en")];

let checkers: readonly Dictionary[] | undefined;
const answers = new Map<string, boolean>();

/**
 * British and American English, loaded when first asked: most documents ask little or nothing. They are spelling dictionaries and know no
 * rare words, so only a yes counts.
 */
export function englishDictionary(word: string): boolean {
  const known = answers.get(word);
  if (known !== undefined) return known;
  checkers ??= PACKAGES.map((find) => wordChecker(filesIn(dirname(find()))));
  const answer = checkers.some((isWord) => isWord(word));
  answers.set(word, answer);
  return answer;
}

function filesIn(folder: string): DictionaryFiles {
  return { aff: readFileSync(join(folder, "index.aff")), dic: readFileSync(join(folder, "index.dic")) };
}
