import { type Cut, cutBetween, decideCut, decideInner } from "./hyphens.js";
import { normalise } from "./normalise.js";
import { TextPattern } from "./textPattern.js";
import type { Vocabulary } from "./vocabulary.js";
import type { Dictionary, WordKnowledge } from "./wordKnowledge.js";

/** A cut that nothing decided. */
export interface UndecidedCut {
  readonly cut: Cut;
  /** Whether the pieces were joined nevertheless. */
  readonly joined: boolean;
  /** The index of the line that it ends. */
  readonly line: number;
}

/** A paragraph as one line of text. */
export interface Joined {
  readonly text: string;
  readonly undecided: readonly UndecidedCut[];
}

/**
 * Joins the visual lines of a paragraph: with a space, or into one word if a line ended within it. Hyphens of every kind become "-".
 * `isFull` says of a line whether its column had no room for one more letter.
 */
export function joinLines(lines: readonly string[], knowledge: WordKnowledge, isFull: (line: number) => boolean = () => false): Joined {
  const undecided: UndecidedCut[] = [];
  let text = "";
  const plain = lines.map(normalise);
  plain.forEach((whole, i) => {
    const line = mendInner(whole, knowledge);
    if (text === "") {
      text = line;
      return;
    }
    if (line === "") return;
    const cut = cutBetween(text, line);
    if (cut !== undefined) {
      const decision = decideCut(cut, knowledge);
      const joined = decision === "join" || decision === "rather-join";
      if (decision === "undecided" || decision === "rather-join") undecided.push({ cut, joined, line: i - 1 });
      text = joined ? text.slice(0, -1) + line : text + line;
    } else if (
      isBrokenWord(plain[i - 1] ?? "", line, knowledge, isFull(i - 1)) ||
      isGlued(text, line) ||
      (isFull(i - 1) && CLOSING.test(line))
    ) {
      text += line;
    } else {
      text += ` ${line}`;
    }
  });
  return { text: text.replaceAll("\u00AD", "").replace(/[‐‑]/gu, "-"), undecided };
}

/**
 * Punctuation that closes a clause or a bracket, at the start of a line because the line above had no room for it: no word starts with it.
 */
const CLOSING = /^[,;:!?.)\]](?:["”’),;:.]|\s|$)/u;

/**
 * Whether no space separates a line from the one above: that one ends with a slash, a dash attached to its word ("Sept.–" + "Nov."), or the
 * hyphen between two numbers ("2003-" + "2018)"), or within an address.
 */
function isGlued(above: string, line: string): boolean {
  if (isCutAtDot(above, line)) return true;
  const last = above.at(-1) ?? "";
  if (last === "/") return WORD_AND_SLASH.test(above);
  if (last === "—" || last === "–") return WORD_AND_DASH.test(above);
  return DASHES.includes(last) && /\d.$/u.test(above) && /^\d/u.test(line);
}

const WORD_AND_SLASH = new TextPattern(/(?:[\p{L}\p{N}]|:\/)\/$/u);
const WORD_AND_DASH = new TextPattern(/[\p{L}\p{N}.].$/u);

/** Whether a web address is cut at one of its dots: no word starts with a dot, and no sentence with a small letter. */
function isCutAtDot(above: string, line: string): boolean {
  if (DOT_AND_NAME.test(line)) return NAME_END.test(above);
  // Few lines end with a dot, and the pattern is tried from every space on.
  return above.endsWith(".") && REST_OF_ADDRESS.test(line) && NAMES_AND_DOT.test(above);
}

const DOT_AND_NAME = new TextPattern(/^\.\p{L}{2}/u);
const NAME_END = new TextPattern(/[\p{L}\p{N}]$/u);

/** Two names of at least two letters, each followed by a dot: "e.g." is not an address. */
const NAMES_AND_DOT = new TextPattern(/(?:^|[\s"“‘(])(?:[\p{L}\p{N}-]{2,}\.){2,}$/u);

/**
 * The rest of an address: its last name, which is short ("org", "info"), or more names. A longer word continues the sentence, as it does
 * where "org" is cut off.
 */
const REST_OF_ADDRESS = new TextPattern(/^(?:\p{Ll}{2,4}(?![\p{L}\p{N}])|\p{Ll}[\p{Ll}\p{N}-]+[./])/u);

const DASHES = "-‐";

/**
 * Mends a cut that got into the middle of a line ("vari- ous", "real- time"). "pre- and post-war" stays as it is, and so does every hyphen
 * in doubt: a typed one is mostly the word's own.
 */
function mendInner(line: string, knowledge: WordKnowledge): string {
  // Few lines have one, and the pattern below is tried from every letter on.
  if (!line.includes("- ") && !line.includes("‐ ")) return line;
  return INNER_CUT.replaceIn(line, (whole, before = "", hyphen = "", after = "") => {
    if (SUSPENDING.has(after)) return whole;
    const decision = decideInner({ before, after, hyphen }, knowledge);
    return decision === "join" ? before + after : `${before}-${after}`;
  });
}

/** Letters, a hyphen, a space, and letters that start with a small one. */
const INNER_CUT = new TextPattern(/([\p{L}\p{M}]+)([-‐]) (\p{Ll}[\p{L}\p{M}]*)/gu);

/** Words after a hyphen that waits for its second half. */
const SUSPENDING: ReadonlySet<string> = new Set(["and", "or", "to", "und", "oder", "et", "ou"]);

/**
 * Whether a column too narrow for a word broke it without a hyphen ("Sustainabl" + "e"): the piece is alone on its line and makes a word
 * with what follows, and one of the two is not a word by itself.
 */
function isBrokenWord(above: string, line: string, { vocabulary, dictionary }: WordKnowledge, full: boolean): boolean {
  if (full && (isBrokenAddress(above, line) || isCutAtEdge(above, line, vocabulary, dictionary))) return true;
  const alone = LONE_WORD.exec(above)?.[1];
  const rest = SMALL_START.exec(line)?.[0];
  if (alone === undefined || rest === undefined) return false;
  const piece = alone.toLowerCase();
  const elsewhere = (word: string): boolean => (vocabulary.folded.get(word) ?? 0) > 1;
  if (vocabulary.inner.has(piece) && vocabulary.inner.has(rest)) return false;
  const noWord = /^[^aio]$/u.test(rest);
  const isWhole = vocabulary.folded.has(piece + rest) || ((full || noWord) && dictionary(alone + rest));
  // If a column breaks a word again and again, its pieces also occur elsewhere.
  if (isWhole && (noWord || !dictionary(alone) || !(vocabulary.inner.has(rest) || dictionary(rest)))) return true;
  if (elsewhere(piece)) return false;
  if (vocabulary.folded.has(piece + rest)) return !elsewhere(rest) || !dictionary(alone);
  if (full && dictionary(alone + rest) && !(dictionary(alone) && dictionary(rest))) return true;
  return rest.length <= LONGEST_TAIL && !elsewhere(rest) && !dictionary(alone) && dictionary(alone + rest);
}

/**
 * Whether a full line ends within a word, as lines do that are filled letter by letter: its last letters and those that follow make a word,
 * and one of the two is none by itself, and too long for a sign or an ending ("21 st", "e.g.").
 */
function isCutAtEdge(above: string, line: string, vocabulary: Vocabulary, dictionary: Dictionary): boolean {
  const start = LAST_LETTERS.exec(above)?.[1];
  const rest = FIRST_LETTERS.exec(line)?.[0];
  if (start === undefined || rest === undefined || vocabulary.prefixes.has(start)) return false;
  const isWord = (word: string): boolean => vocabulary.inner.has(word.toLowerCase()) || dictionary(word);
  return [start, rest].some((piece) => piece.length >= SHORTEST_PIECE && !isWord(piece)) && isWord(start + rest);
}

/** Fewest letters by which a piece shows that it is no word. */
const SHORTEST_PIECE = 3;

/** The letters that a line ends with, if no sign but a quotation mark, a bracket or a hyphen is before them. */
const LAST_LETTERS = new TextPattern(/(?:^|[\s"“‘(-])(\p{L}+)$/u);

/** The small letters that a line starts with, up to a space or a sign that ends a clause. */
const FIRST_LETTERS = new TextPattern(/^\p{Ll}+(?=["”’),;:.!?]*(?:\s|$))/u);

/** A line's only word, or the part of it after its last hyphen. */
const LONE_WORD = new TextPattern(/^["“‘(]?(?:\p{L}+[-‐])*(\p{L}{4,})$/u);
const SMALL_START = new TextPattern(/^\p{Ll}+/u);

/** Whether a line too narrow for a web address ("culture360.ASEF.org") holds the first part of one, alone. */
function isBrokenAddress(above: string, line: string): boolean {
  const rest = line.split(" ", 1)[0] ?? "";
  if (!above.includes(".") && !rest.includes(".")) return false;
  if (!INNER_DOT.test(above) && !INNER_DOT.test(rest)) return false;
  // A whole address continues only with more of its names, or with a letter that is not a word: any other word may follow it.
  if (ADDRESS.test(above) && !INNER_DOT.test(rest) && !/^[b-hj-z]["”’),;:.]*$/u.test(rest)) return false;
  return ADDRESS.test(above + rest);
}

const INNER_DOT = new TextPattern(/[\p{L}\p{N}]\.[\p{L}\p{N}]/u);

/** At least three names separated by dots, the last one short ("org", "museum"), as they appear in a sentence. */
const ADDRESS = new TextPattern(/^["“‘(]*(?:https?:\/\/)?(?:[\p{L}\p{N}-]+\.){2,}\p{L}{2,6}(?:\/\S*)?["”’),;:.]*$/u);

/** The longest rest of a word that a narrow column leaves over for the next line, if only a dictionary knows the word. */
const LONGEST_TAIL = 3;
