import type { Word } from "../layout/word.js";

/** What stands before an item. */
export type MarkerKind = "bullet" | "number" | "dash" | "letter";

/** A marker at the start of a line. */
export interface LineMarker {
  readonly kind: MarkerKind;
  /** The printed number of a `number` marker. */
  readonly number: number | undefined;
  /** How many characters of the first word belong to it; the rest of that word is text ("1)Supporting"). */
  readonly length: number;
}

/** Signs that are bullets wherever they stand first: geometric shapes, dingbats, arrows, private use, and the common ones. */
const BULLET = /^[•‣⁃∙·◦⦾⦿●○■□▪▫◆◇❖★☆✓✔➢►▶→⇒➔§¤*\u2190-\u21FF\u25A0-\u25FF\u2600-\u27BF\u2B00-\u2BFF\uE000-\uF8FF\uFFFD]$/u;

const DASH = /^[-‐‑–—−]$/u;

/** A number or a letter with what closes it: "1)" "1." "(1)" "a)" "(iv)"; what follows at once is text. */
const NUMBER = /^\(?(\d{1,3})(?:\)|\.(?!\d))/u;
const LETTER = /^(?:\((?:[a-z]|[ivx]{2,5})\)|(?:[a-z]|[ivx]{2,5})[.)])$/iu;

/** The marker that a line's first word starts with, by its look alone; undefined where it has none. */
export function markerOf(word: Word): LineMarker | undefined {
  const { text } = word;
  const first = text[Symbol.iterator]().next().value ?? "";
  if (BULLET.test(text)) return { kind: "bullet", number: undefined, length: text.length };
  if (DASH.test(text)) return { kind: "dash", number: undefined, length: text.length };
  // A bullet set without a space: the sign is no letter, so that no word starts with it.
  if (text.length > first.length && GLUED_BULLET.test(first)) return { kind: "bullet", number: undefined, length: first.length };
  const number = NUMBER.exec(text);
  if (number !== null) return { kind: "number", number: Number(number[1]), length: number[0].length };
  if (LETTER.test(text)) return { kind: "letter", number: undefined, length: text.length };
  if (text === "o") return { kind: "bullet", number: undefined, length: 1 };
  return undefined;
}

const GLUED_BULLET = /^[•‣●○■□▪▫◆◇❖➢►▶\uE000-\uF8FF]$/u;

/** Whether a word may be a marker by its look: such words alone make no column. */
export function looksLikeMarker(text: string): boolean {
  return BULLET.test(text) || DASH.test(text) || /^\(?\d{1,3}[.)]$/u.test(text) || LETTER.test(text) || text === "o";
}

/** Signs that stand in running text too, so that only their place tells whether they are markers. */
export function needsPlace(marker: LineMarker, word: Word): boolean {
  return marker.kind !== "bullet" || word.text === "o" || word.text === "*" || word.text === "·";
}
