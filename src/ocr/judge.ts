import type { ReadLine, ReadWord } from "./recogniser.js";

/** What was recognised, divided into text and the rest. */
export interface Judged {
  readonly lines: readonly ReadLine[];
  readonly ignored: readonly ReadWord[];
}

/** If the recogniser is less sure of a word than this, from 0 to 100, it may be misread. */
const SURE = 75;

/** So sure must it be of a word that no dictionary has: of "hentage" for "heritage" it mostly is surer than the other limit asks. */
const SURE_OF_UNKNOWN = 93;

/** Shorter words are not looked up: numbers, marks and abbreviations. */
const WORTH_LOOKING_UP = 4;

/** Below this it is hardly a word. */
const HARDLY = 40;

/** The least confidence of text that is alone on its line and shorter than a word. */
const SURE_ALONE = 60;

/** A lone mark lower than this, in x-heights, is dust or a dash. */
const AS_HIGH = 0.85;

/** A page of text has a certain word of at least this many letters. */
const LETTERS = 3;

/**
 * Separates text from dirt that was recognised as some character: lone characters that are small or uncertain, uncertain ones at the ends
 * of lines, and everything on a page without a single certain word.
 */
export function judge(lines: readonly ReadLine[], xHeight: number): Judged {
  const words = lines.flatMap((line) => line.words);
  const isPageOfText = words.some(({ text, confidence }) => confidence >= SURE && lettersIn(text) >= LETTERS);
  if (!isPageOfText) return { lines: [], ignored: words };
  const ignored: ReadWord[] = [];
  const kept = lines.flatMap((line) => {
    const text = textOf(line.words, xHeight);
    const isText = new Set(text);
    ignored.push(...line.words.filter((word) => !isText.has(word)));
    return text.length === 0 ? [] : [{ ...line, words: text }];
  });
  return { lines: kept, ignored };
}

/** Whether a word may be misread, judging by the recogniser's confidence and by the dictionary. */
export function isDoubtful({ text, confidence }: ReadWord, isKnown: (word: string) => boolean): boolean {
  if (confidence < SURE || confidence >= SURE_OF_UNKNOWN) return confidence < SURE;
  const letters = lettersIn(text);
  const isMixed = letters > 0 && /\p{N}/u.test(text);
  if (letters < WORTH_LOOKING_UP && !isMixed) return false;
  const parts = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return !parts.every((part) => isKnown(part) || isKnown(part.toLowerCase()));
}

/** The words of a line that are text. */
function textOf(words: readonly ReadWord[], xHeight: number): readonly ReadWord[] {
  const [only] = words;
  if (words.length === 1 && only !== undefined && [...only.text].length <= 2) return isTextAlone(only, xHeight) ? words : [];
  const isSign = ({ text, confidence }: ReadWord): boolean => confidence < HARDLY && !/[\p{L}\p{N}]/u.test(text);
  const first = words.findIndex((word) => !isSign(word));
  const last = words.findLastIndex((word) => !isSign(word));
  return first === -1 ? [] : words.slice(first, last + 1);
}

function isTextAlone({ text, confidence, box }: ReadWord, xHeight: number): boolean {
  if (confidence < SURE_ALONE) return false;
  return /^\p{Pd}$/u.test(text) || (/[\p{L}\p{N}]/u.test(text) && box.y1 - box.y0 >= AS_HIGH * xHeight);
}

function lettersIn(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}
