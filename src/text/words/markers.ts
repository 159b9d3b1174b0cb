import { isBulletSign } from "../../layout/listSigns.js";
import type { Word } from "../../layout/word.js";
import { TextPattern } from "./textPattern.js";

/** What precedes an item. */
export type MarkerKind = "bullet" | "number" | "dash" | "letter";

/** A marker at the start of a line. */
export interface LineMarker {
  readonly kind: MarkerKind;
  /** The printed number of a `number` marker. */
  readonly number: number | undefined;
  /** Its positions in the alphabet and among roman numerals, for a `letter`: "i)" is the ninth letter and the first numeral. */
  readonly ordinals: readonly number[];
  /** How many characters of the first word belong to it; the rest of that word is text ("1)Supporting"). */
  readonly length: number;
}

/** Signs that are bullets wherever they come first: geometric shapes, dingbats, arrows, private use, and the common ones. */
const BULLET = /^[•‣⁃∙·◦⦾⦿●○■□▪▫◆◇❖★☆✓✔➢►▶→⇒➔§¤*+›»\u2190-\u21FF\u25A0-\u25FF\u2600-\u27BF\u2B00-\u2BFF\uE000-\uF8FF\uFFFD]$/u;

const DASH = /^[-‐‑–—−]$/u;

/** A number or a letter with what closes it: "1)" "1." "(1)" "a)" "(iv)"; what follows immediately is text. */
const NUMBER = /^\(?(\d{1,3})(?:\)|\.(?!\d))/u;
const LETTER = /^(?:\((?:[a-z]|[ivx]{2,5})\)|(?:[a-z]|[ivx]{2,5})[.)])$/iu;

/** The marker that a line's first word starts with, by its appearance alone; undefined if it has none. */
export function markerOf(word: Word): LineMarker | undefined {
  const { text } = word;
  const first = text[Symbol.iterator]().next().value ?? "";
  if (BULLET.test(text)) return { kind: "bullet", number: undefined, ordinals: [], length: text.length };
  if (DASH.test(text)) return { kind: "dash", number: undefined, ordinals: [], length: text.length };
  // A bullet set without a space: the sign is not a letter, so no word starts with it.
  if (text.length > first.length && isBulletSign(first)) return { kind: "bullet", number: undefined, ordinals: [], length: first.length };
  if (GLUED_ARROW.test(text)) return { kind: "bullet", number: undefined, ordinals: [], length: first.length };
  if (GLUED_DASH.test(text)) return { kind: "dash", number: undefined, ordinals: [], length: first.length };
  const number = NUMBER.exec(text);
  if (number !== null) return { kind: "number", number: Number(number[1]), ordinals: [], length: number[0].length };
  const letter = LETTER.test(text) ? text : GLUED_LETTER.exec(text)?.[0];
  if (letter !== undefined) return { kind: "letter", number: undefined, ordinals: ordinalsOf(letter), length: letter.length };
  if (text === "o") return { kind: "bullet", number: undefined, ordinals: [], length: 1 };
  return undefined;
}

function ordinalsOf(text: string): number[] {
  const letters = text.replace(/[().]/gu, "").toLowerCase();
  const roman = ROMAN.indexOf(letters) + 1;
  const places = letters.length === 1 ? [(letters.codePointAt(0) ?? 0) - 0x60] : [];
  return roman > 0 ? [...places, roman] : places;
}

const ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"];

/** Whether one marker can follow the other in a list: it is the next number or letter. */
export function follows(marker: LineMarker, before: LineMarker): boolean {
  if (marker.kind !== before.kind) return false;
  if (marker.number !== undefined && before.number !== undefined) return marker.number === before.number + 1;
  return marker.ordinals.some((ordinal) => before.ordinals.includes(ordinal - 1));
}

/** Whether a list can start with the marker: a bullet, a dash, "1)", "a)", "i)". */
export function opensList(marker: LineMarker): boolean {
  return marker.kind === "bullet" || marker.kind === "dash" || marker.number === 1 || marker.ordinals.includes(1);
}

/** A dash set without a space: only its place shows whether it is a marker. */
const GLUED_DASH = new TextPattern(/^[-‐‑–—−]\p{L}{2}/u);

/** An arrow set without a space: it may also point from one word to the next. */
const GLUED_ARROW = new TextPattern(/^[\u2190-\u21FF][\p{L}\d]/u);

/** A letter in brackets set without a space; "(s)he" is a word, and no word has a capital behind a bracket. */
const GLUED_LETTER = new TextPattern(/^\((?:[A-Za-z]|[IVXivx]{2,5})\)(?=\p{L}{3}|\p{Lu})/u);

/** Whether a word may be a marker by its appearance: such words alone do not make a column. */
export function looksLikeMarker(text: string): boolean {
  return BULLET.test(text) || DASH.test(text) || /^\(?\d{1,3}[.)]$/u.test(text) || LETTER.test(text) || text === "o";
}

/** Signs of the keyboard and quotation marks that are typed as bullets. */
const TYPED_SIGNS: ReadonlySet<string> = new Set(["*", "+", "›", "»"]);

/** Signs that also occur in running text, so that only their place shows whether they are markers. */
export function needsPlace(marker: LineMarker, word: Word): boolean {
  return marker.kind !== "bullet" || isDoubtfulBullet(word.text) || GLUED_ARROW.test(word.text);
}

/** Whether a bullet's sign also occurs in running text. */
export function isDoubtfulBullet(sign: string): boolean {
  return sign === "o" || sign === "·" || TYPED_SIGNS.has(sign);
}
