import type { Glyph } from "../pdf/page.js";

/** A space that leaves no more room than this, in font sizes, is none: invisible hyphens are mapped to spaces, and take no room. */
export const NO_GAP = 0.05;

/** Glyphs of one word stand no further apart than this where nothing divides them, in font sizes. */
export const TOUCHING = 0.08;

const SOFT_HYPHEN = "\u00AD";

/** Digits as superscripts of their own: raised ones are marks of notes more often than parts of the number that they stand behind. */
const RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** A superscript is so much smaller than the text that it is raised from, and raised by so much of that text's size. */
const SMALLER = 0.9;
const RAISE = 0.15;

/**
 * The text of a word's glyphs, raised digits as such. A soft hyphen at its end is hyphenation's, also where the hyphen that it shows is drawn behind it; within the
 * word it shows nothing, unless it takes room: some fonts map every hyphen to it.
 */
export function textOfGlyphs(glyphs: readonly Glyph[]): string {
  let text = "";
  let base: Glyph | undefined;
  glyphs.forEach((glyph, i) => {
    const next = glyphs[i + 1];
    const shows = glyph.text === SOFT_HYPHEN && next !== undefined && next.x - glyph.x > NO_GAP * glyph.size;
    if (base !== undefined && glyph.size <= SMALLER * base.size) text += base.y - glyph.y >= RAISE * base.size ? raised(glyph.text) : glyph.text;
    else {
      base = glyph;
      text += shows ? "-" : glyph.text;
    }
  });
  return text.includes(SOFT_HYPHEN) ? text.replace(/\u00AD[-‐]$/u, SOFT_HYPHEN).replace(/\u00AD(?=.)/gu, "") : text;
}

function raised(text: string): string {
  return /^\d$/u.test(text) ? (RAISED_DIGITS[Number(text)] ?? text) : text;
}
