import { extentOf } from "../../geometry/ordered.js";
import type { Word } from "../../layout/word.js";
import { headerRow } from "./cells.js";
import type { HeaderRow } from "./strip.js";

/** A row with fewer numbers may be one of the matrix. */
const FEWEST = 4;

/** Words on one line have baselines no further apart than this, in font sizes. */
const LEVEL = 0.5;

/**
 * The words of the first line below a header, or at the top of a page, if they only number the columns: "1 2 3 4", "(a) (b) (c) (d)". The
 * first column, that of the rows' own numbers, may have none.
 */
export function columnNumbers(words: readonly Word[], columns: number): readonly Word[] {
  const top = extentOf(words.map(({ baseline }) => baseline)).from;
  const line = words.filter(({ baseline, size }) => baseline - top <= LEVEL * size);
  if (line.length < FEWEST || line.length > columns || line.length < columns - 1) return [];
  const ordered = line.toSorted((a, b) => a.box.x0 - b.box.x0);
  return ordered.every(({ text }, i) => countsAs(text, i + 1)) ? ordered : [];
}

/** The header that such words make. They do not name columns, nor show where these start, as they are mostly centred. */
export function numbersRow(page: number, words: readonly Word[]): HeaderRow {
  const columns = words.map((word) => [word]);
  const texts = words.map(({ text }) => text);
  return headerRow(page, { columns, texts, match: { fields: [], unknown: [], score: 0 } }, []);
}

const ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];

/** Whether a text is a number, in digits, as a letter or a roman numeral, with or without brackets or a full stop. */
function countsAs(text: string, number: number): boolean {
  const bare = text.replace(/^[([]?|[)\].]?$/gu, "").toLowerCase();
  return bare === String(number) || bare === String.fromCharCode("a".charCodeAt(0) + number - 1) || bare === ROMAN[number - 1];
}
