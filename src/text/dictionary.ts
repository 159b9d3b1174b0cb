import type { Dictionary } from "./hyphens.js";

/**
 * British and American English, loaded when first asked: most documents never ask.
 * Spelling dictionaries know "organisation" and "programme" between them.
 */
export async function loadDictionary(): Promise<Dictionary> {
  const [{ default: nspell }, { default: british }, { default: american }] = await Promise.all([
    import("nspell"),
    import("dictionary-en-gb"),
    import("dictionary-en"),
  ]);
  const spellers = [nspell(british), nspell(american)];
  return (word) => spellers.some((speller) => speller.correct(word));
}
