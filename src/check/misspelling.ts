import { distance } from "fastest-levenshtein";

/** The word nearest to a misspelt one, the first of several; undefined if all differ by more than `most` letters. */
export function nearestWord(misspelt: string, words: readonly string[], most: number): string | undefined {
  let nearest: { readonly word: string; readonly letters: number } | undefined;
  for (const word of words) {
    const letters = distance(misspelt, word);
    if (letters <= most && (nearest === undefined || letters < nearest.letters)) nearest = { word, letters };
  }
  return nearest?.word;
}
