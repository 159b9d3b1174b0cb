import { compoundsIn } from "./compounds.js";
import { TextPattern } from "./textPattern.js";

/** What a document's own words show of words that its line ends have cut. */
export interface Vocabulary {
  /** How often each word occurs whole; hyphenated words count as one. */
  readonly exact: ReadonlyMap<string, number>;
  /** The same in lower case. */
  readonly folded: ReadonlyMap<string, number>;
  /** In lower case, the words that occur between others on a line: these are whole words, not pieces cut at a line's end. */
  readonly inner: ReadonlySet<string>;
  /** What occurs before a hyphen within a line: "Multi" of "Multi-faith". */
  readonly prefixes: ReadonlySet<string>;
  /** Whether hyphenation cut words at line ends with U+2010: it occurs there, and nowhere within words. */
  readonly cutsWithHyphen2010: boolean;
  /** What occurs before and after hyphens at line ends, if a small letter follows: ["Conven", "tion"], ["Co", "operation"]. */
  readonly cuts: readonly (readonly [before: string, after: string])[];
  /** How many lines there are. */
  readonly lines: number;
}

/** Most words, which need no closer look. */
const LETTERS = /^[A-Za-z]+$/u;

/**
 * The words of lines of text. The last word of a line that ends with a hyphen, and the first of the line after it, may be pieces: they do
 * not count.
 */
export function vocabularyOf(lines: Iterable<string>): Vocabulary {
  const tokens = new Map<string, number>();
  const between = new Set<string>();
  const cuts: [string, string][] = [];
  let cut = false;
  let above = "";
  let seen = 0;
  for (const line of lines) {
    seen += 1;
    cut ||= line.endsWith("‐") && endsWithHyphen(line);
    const afterCut = endsWithHyphen(above);
    const after = afterCut ? SMALL_START.exec(line)?.[0] : undefined;
    if (after !== undefined) cuts.push([LETTERS_AND_SIGN.exec(above)?.[0] ?? "", after]);
    above = line;
    const own = withoutPieces(line, afterCut).split(/\s+/u);
    for (const [i, token] of own.entries()) {
      count(tokens, token, 1);
      if (i > 0 && i < own.length - 1) between.add(token);
    }
  }
  const { typed, ...words } = wordsOf(tokens, between);
  return { ...words, cutsWithHyphen2010: cut && !typed, cuts, lines: seen };
}

/** What is known of each word, from how often each token occurs between two spaces, and from those that occur between others on a line. */
function wordsOf(
  tokens: ReadonlyMap<string, number>,
  between: ReadonlySet<string>,
): Pick<Vocabulary, "exact" | "folded" | "inner" | "prefixes"> & { readonly typed: boolean } {
  const exact = new Map<string, number>();
  const folded = new Map<string, number>();
  const inner = new Set<string>();
  const prefixes = new Set<string>();
  let typed = false;
  for (const [token, times] of tokens) {
    const word = LETTERS.test(token) ? token : wordIn(token);
    if (word === undefined) continue;
    typed ||= word.includes("‐");
    const plain = word.replaceAll("‐", "-");
    const low = plain.toLowerCase();
    count(exact, plain, times);
    count(folded, low, times);
    if (between.has(token)) inner.add(low);
    if (plain.includes("-")) for (const prefix of plain.split("-").slice(0, -1)) prefixes.add(prefix);
  }
  return { exact, folded, inner, prefixes, typed };
}

/** The word between two spaces, without the punctuation around it; "e.g." and "don't" do not count, nor does what starts with a digit. */
function wordIn(token: string): string | undefined {
  const [word, ...others] = compoundsIn(token).map(({ text }) => text);
  return word === undefined || others.length > 0 || /['’]|(?:^|[-‐])\p{N}/u.test(word) ? undefined : word;
}

/** The small letters that a line starts with, and the letters before its last sign. */
const SMALL_START = new TextPattern(/^\p{Ll}+/u);
const LETTERS_AND_SIGN = new TextPattern(/\p{L}+(?=.$)/u);

const LETTER_AND_HYPHEN = new TextPattern(/\p{L}[-‐\u00AD]$/u);

const HYPHENS: ReadonlySet<string> = new Set(["-", "‐", "\u00AD"]);

function count(counts: Map<string, number>, word: string, times: number): void {
  counts.set(word, (counts.get(word) ?? 0) + times);
}

function withoutPieces(line: string, afterCut: boolean): string {
  const start = afterCut ? line.replace(/^\S+/u, "") : line;
  return endsWithHyphen(line) ? start.replace(/\S+$/u, "") : start;
}

/** Whether a line ends with a letter and a hyphen. */
export function endsWithHyphen(line: string): boolean {
  // Most lines end otherwise, and the pattern below is tried from every letter on.
  return HYPHENS.has(line.at(-1) ?? "") && LETTER_AND_HYPHEN.test(line);
}
