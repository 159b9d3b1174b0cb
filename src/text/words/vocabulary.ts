import { compoundsIn } from "./compounds.js";

/** What a document's own words tell of words that its line ends have cut. */
export interface Vocabulary {
  /** How often each word stands whole; hyphenated words count as one. */
  readonly exact: ReadonlyMap<string, number>;
  /** The same in lower case. */
  readonly folded: ReadonlyMap<string, number>;
  /** In lower case, the words that stand between others on a line: no line's end has made them of a longer word. */
  readonly inner: ReadonlySet<string>;
  /** What stands before a hyphen within a line: "Multi" of "Multi-faith". */
  readonly prefixes: ReadonlySet<string>;
  /** Whether hyphenation cut words at line ends with U+2010: it stands there, and nowhere within words. */
  readonly cutsWithHyphen2010: boolean;
  /** What stands before and behind hyphens at line ends, where a small letter follows: ["Conven", "tion"], ["Co", "operation"]. */
  readonly cuts: readonly (readonly [before: string, after: string])[];
  /** How many lines there are. */
  readonly lines: number;
}

/** Most words, which need no longer look. */
const LETTERS = /^[A-Za-z]+$/u;

/** The words of lines of text. The last word of a line with a hyphen, and the first of the line after it, may be pieces: they do not count. */
export function vocabularyOf(lines: Iterable<string>): Vocabulary {
  const exact = new Map<string, number>();
  const folded = new Map<string, number>();
  const inner = new Set<string>();
  const prefixes = new Set<string>();
  const cuts: [string, string][] = [];
  let typed = false;
  let cut = false;
  let above = "";
  let seen = 0;
  for (const line of lines) {
    seen += 1;
    cut ||= line.endsWith("‐") && endsWithHyphen(line);
    const afterCut = endsWithHyphen(above);
    const after = afterCut ? /^\p{Ll}+/u.exec(line)?.[0] : undefined;
    if (after !== undefined) cuts.push([/\p{L}+(?=.$)/u.exec(above)?.[0] ?? "", after]);
    above = line;
    const tokens = withoutPieces(line, afterCut).split(/\s+/u);
    for (const [i, token] of tokens.entries()) {
      const word = LETTERS.test(token) ? token : wordIn(token);
      if (word === undefined) continue;
      typed ||= word.includes("‐");
      const plain = word.replaceAll("‐", "-");
      const low = plain.toLowerCase();
      count(exact, plain);
      count(folded, low);
      if (i > 0 && i < tokens.length - 1) inner.add(low);
      if (plain.includes("-")) for (const prefix of plain.split("-").slice(0, -1)) prefixes.add(prefix);
    }
  }
  return { exact, folded, inner, prefixes, cutsWithHyphen2010: cut && !typed, cuts, lines: seen };
}

/** The word between two spaces, without the punctuation around it; "e.g." and "don't" are none, nor is what starts with a digit. */
function wordIn(token: string): string | undefined {
  const [word, ...others] = compoundsIn(token).map(({ text }) => text);
  return word === undefined || others.length > 0 || /['’]|(?:^|[-‐])\p{N}/u.test(word) ? undefined : word;
}

const HYPHENS: ReadonlySet<string> = new Set(["-", "‐", "\u00AD"]);

function count(counts: Map<string, number>, word: string): void {
  counts.set(word, (counts.get(word) ?? 0) + 1);
}

function withoutPieces(line: string, afterCut: boolean): string {
  const start = afterCut ? line.replace(/^\S+/u, "") : line;
  return endsWithHyphen(line) ? start.replace(/\S+$/u, "") : start;
}

/** Whether a line ends with a letter and a hyphen. */
export function endsWithHyphen(line: string): boolean {
  // Most lines end otherwise, and the pattern below is looked for from every letter on.
  return HYPHENS.has(line.at(-1) ?? "") && /\p{L}[-‐\u00AD]$/u.test(line);
}
