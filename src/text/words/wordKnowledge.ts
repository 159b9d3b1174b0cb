import type { Vocabulary } from "./vocabulary.js";

/** Says whether a word is in a dictionary of the document's language. */
export type Dictionary = (word: string) => boolean;

/** What is known of words, whole or cut, from the words of the document and of the language. */
export class WordKnowledge {
  #hyphenates: boolean | undefined;

  constructor(
    readonly vocabulary: Vocabulary,
    readonly dictionary: Dictionary,
  ) {}

  /** Whether the document, in any case, or the dictionary has a word. */
  isWord(text: string): boolean {
    const word = text.toLowerCase();
    return this.vocabulary.folded.has(word) || this.dictionary(word);
  }

  /**
   * Whether any lines of the document end within words: if so, at least one hyphen at a line's end makes a word with what follows it,
   * which is not a word by itself ("Conven-" + "tion"). If not, hyphens are the words' own, even in a word that the document has without
   * one elsewhere ("Co-" + "operation"). Found out once, for the first cut that asks.
   */
  get hyphenates(): boolean {
    this.#hyphenates ??= this.vocabulary.cuts.some(([before, after]) => !this.isWord(after) && this.isWord(before + after));
    return this.#hyphenates;
  }
}
