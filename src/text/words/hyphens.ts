import { compoundsIn } from "./compounds.js";
import { TextPattern } from "./textPattern.js";
import type { Vocabulary } from "./vocabulary.js";
import type { WordKnowledge } from "./wordKnowledge.js";

/**
 * The decision on a cut: the pieces belong together, the hyphen is the word's own, or there is no evidence, and it is kept. "rather-join"
 * is a join in doubt: the document also has the word with its hyphen, or is too short to show whether its lines end within words.
 */
export type Decision = "join" | "keep" | "rather-join" | "undecided";

/** The last word of a line that ends with a hyphen, and the first of the next one. */
export interface Cut {
  /** Letters before the hyphen, back to a space: "Asia" of "Asia-". May contain hyphens of its own. */
  readonly before: string;
  /** Letters after it, up to a space or punctuation. */
  readonly after: string;
  /** The hyphen as printed: "-", U+2010 or a soft hyphen. */
  readonly hyphen: string;
}

const HYPHENS: ReadonlySet<string> = new Set(["-", "‐", "\u00AD"]);

/** The cut between two pieces of text; undefined if the first does not end with a letter and a hyphen. */
export function cutBetween(before: string, after: string): Cut | undefined {
  const hyphen = before.at(-1) ?? "";
  // Most lines end otherwise.
  if (!HYPHENS.has(hyphen)) return undefined;
  const end = lastPart(before);
  const last = compoundsIn(end).find(({ to }) => to === end.length - 1);
  const next = compoundsIn(firstPart(after))[0];
  if (last === undefined || next === undefined || !/^["“‘(]*$/u.test(after.slice(0, next.from))) return undefined;
  const word = NUMBERS_BEFORE.replaceIn(last.text, () => "");
  return ENDS_WITH_DIGIT.test(word) ? undefined : { before: word, after: next.text, hyphen };
}

/** A word starts with a piece that does not end with a digit: in "CMM7-follow" it is "follow". */
const NUMBERS_BEFORE = new TextPattern(/^(?:[^-‐'’]*\p{N}[-‐'’])+/u);
const ENDS_WITH_DIGIT = new TextPattern(/^[^-‐'’]*\p{N}$/u);

/** A capital or a digit. */
const STARTS_LARGE = new TextPattern(/^[\p{Lu}\p{N}]/u);

/** The part of a text after its last space. */
function lastPart(text: string): string {
  return text.slice(text.lastIndexOf(" ") + 1);
}

/** The part of a text before its first space. */
function firstPart(text: string): string {
  return text.split(" ", 1)[0] ?? "";
}

/**
 * Decides a cut. A soft hyphen comes from hyphenation; so does U+2010 if the document hyphenates with it, and "-" is typed there. Otherwise
 * what is known of words decides.
 */
export function decideCut(cut: Cut, knowledge: WordKnowledge): Decision {
  if (cut.hyphen === "\u00AD") return "join";
  if (knowledge.vocabulary.cutsWithHyphen2010) return cut.hyphen === "‐" ? "join" : "keep";
  return decideByKnowledge(cut, knowledge);
}

/**
 * Decides a hyphen within a line that is followed by a space ("vari- ous", "real- time"): it was typed, and so is more often the word's
 * own.
 */
export function decideInner(cut: Cut, knowledge: WordKnowledge): Decision {
  return knowledge.vocabulary.prefixes.has(cut.before) ? "keep" : decideByKnowledge(cut, knowledge);
}

/**
 * A capital or a digit after the hyphen keeps it ("Asia-Europe"). Next come the document's own other words, if its lines end within words:
 * first in the same case ("Multi-faith" counts as evidence for "Multi-cultural" if otherwise only "multicultural" is found), then in any
 * case. The dictionary comes last: it can confirm a join but never forbid one, unless enough hyphens or lines show that no line of the
 * document ends within a word.
 */
function decideByKnowledge(cut: Cut, knowledge: WordKnowledge): Decision {
  const shouting = cut.before === cut.before.toUpperCase() && cut.before.length > 1;
  if (STARTS_LARGE.test(cut.after) && !shouting) return "keep";
  const known = decideByWords(cut, knowledge.vocabulary);
  const isOwn = (): boolean => knowledge.isWord(cut.after) && !knowledge.hyphenates;
  if ((known === "join" || known === "rather-join") && isOwn()) return decideOwn("keep", knowledge);
  if (known === "join") return joinOfPrefix(cut, knowledge);
  if (known !== undefined) return known;
  // The word may be cut beside one of its own hyphens: the pieces next to the cut decide.
  if (cut.before.includes("-") || cut.after.includes("-")) {
    return decideByKnowledge({ ...cut, before: lastPiece(cut.before), after: firstPiece(cut.after) }, knowledge);
  }
  if (knowledge.dictionary(cut.before + cut.after)) return isOwn() ? decideOwn("undecided", knowledge) : joinOfPrefix(cut, knowledge);
  // A compound has a word after its hyphen ("heritage-based", "co-creation"), unless it is a name: "ings" is the rest of "trainings".
  const isCompound = knowledge.isWord(cut.after);
  return !isCompound && /^\p{Ll}/u.test(cut.before) && knowledge.hyphenates ? "join" : "undecided";
}

/**
 * Decides a cut whose pieces are one word elsewhere, but two words here, in a document none of whose lines surely ends within a word. If
 * the document shows that none does, the decision is `shown`; if it is long enough to make that likely, the hyphen stays in doubt.
 */
function decideOwn(shown: Decision, knowledge: WordKnowledge): Decision {
  if (endsNoLineInWord(knowledge)) return shown;
  return knowledge.vocabulary.lines >= TELLING_LINES ? "undecided" : "rather-join";
}

/**
 * So many lines without one that surely ends within a word make it likely that none does: hyphenation cuts every fifth line of a narrow
 * column, and where it is rare, still one of fifty; what follows most of these cuts is not a word.
 */
const TELLING_LINES = 200;

/**
 * Whether a document has enough lines to show that none ends within a word: several end with a hyphen without which there would be no word
 * ("people-" + "to"); or very few of a great many end with a hyphen at all, since hyphenation cuts words again and again.
 */
function endsNoLineInWord(knowledge: WordKnowledge): boolean {
  const { cuts, lines } = knowledge.vocabulary;
  const own = cuts.filter(([before, after]) => !knowledge.isWord(before + after));
  return own.length >= ENOUGH_OWN || (lines >= ENOUGH_LINES && cuts.length < RARELY * lines);
}

const ENOUGH_OWN = 3;
const ENOUGH_LINES = 300;
const RARELY = 0.01;

/**
 * A join that the document's words or a dictionary confirm. It is in doubt if the document sets the beginning of the word before other
 * words with a hyphen: "non-" + "commercial".
 */
function joinOfPrefix({ before, after }: Cut, knowledge: WordKnowledge): Decision {
  const isPrefix = [before, before.toLowerCase()].some((form) => knowledge.vocabulary.prefixes.has(form));
  return isPrefix && knowledge.isWord(after) ? "rather-join" : "join";
}

function decideByWords(cut: Cut, vocabulary: Vocabulary): Decision | undefined {
  const joined = cut.before + cut.after;
  const hyphened = `${cut.before}-${cut.after}`;
  const exact = compare(vocabulary.exact, joined, hyphened);
  const [low, lowHyphened] = [joined.toLowerCase(), hyphened.toLowerCase()];
  // In another case, the word has its hyphen ("Inter-Cultural").
  if (exact === "join" && vocabulary.folded.has(lowHyphened)) return "rather-join";
  if (exact !== undefined) return exact;
  const capital = /^\p{Lu}/u.test(cut.before);
  if (capital && vocabulary.prefixes.has(cut.before)) return "keep";
  return compare(vocabulary.folded, low, lowHyphened);
}

/** The form that the document has more often, in doubt if it has both; undefined if it has neither. */
function compare(counts: ReadonlyMap<string, number>, joined: string, hyphened: string): Decision | undefined {
  const asOne = counts.get(joined) ?? 0;
  const asTwo = counts.get(hyphened) ?? 0;
  if (asOne === 0 && asTwo === 0) return undefined;
  if (asOne > 0 && asTwo > 0) return asOne > asTwo ? "rather-join" : "undecided";
  return asOne > 0 ? "join" : "keep";
}

function lastPiece(word: string): string {
  return word.slice(word.lastIndexOf("-") + 1);
}

function firstPiece(word: string): string {
  return word.split("-", 1)[0] ?? word;
}
