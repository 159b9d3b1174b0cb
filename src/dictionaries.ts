/** The door to the files of the dictionary packages, for whoever reads PDFs: the library and the reading thread. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { wordChecker } from "./text/words/affixes.js";
import type { Dictionary } from "./text/words/wordKnowledge.js";

const require = createRequire(import.meta.url);

/** Where the packages are: together the two know both "organisation" and "programme". */
const PACKAGES = [() => require.resolve("dictionary-en-gb"), () => require.resolve("dictionary-en")];

/**
 * British and American English. The files are read when it is first asked: most documents ask little or nothing. It remembers its answers:
 * each cut word of a long document is weighed against all others. They are spelling dictionaries and know no rare words, so only a yes
 * counts.
 */
export function englishDictionary(): Dictionary {
  let checkers: readonly Dictionary[] | undefined;
  const answers = new Map<string, boolean>();
  return (word) => {
    const known = answers.get(word);
    if (known !== undefined) return known;
    checkers ??= PACKAGES.map((find) => checkerIn(dirname(find())));
    const answer = checkers.some((isWord) => isWord(word));
    answers.set(word, answer);
    return answer;
  };
}

function checkerIn(folder: string): Dictionary {
  return wordChecker({ aff: readFileSync(join(folder, "index.aff")), dic: readFileSync(join(folder, "index.dic")) });
}
