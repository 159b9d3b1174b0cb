import type { Glyph } from "../pdf/page.js";

/** A space that leaves no more room than this, in font sizes, is none: invisible hyphens are mapped to spaces, and take no room. */
export const NO_GAP = 0.05;

/** Glyphs of one word stand no further apart than this where nothing divides them, in font sizes. */
export const TOUCHING = 0.08;

const SOFT_HYPHEN = "\u00AD";

/** Digits as superscripts of their own: raised ones are marks of notes more often than parts of the number that they stand behind. */
const RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** Superscripts and subscripts are set at most this large against their line (word processors use 0.58, browsers 0.83). */
export const SUPERSCRIPT_SIZE = 0.9;

/** A superscript is raised by so much of its line's font at least: glyphs of another font may be moved by a hair. */
const LOWEST_RAISE = 0.15;

/** Whether a glyph is a superscript of another by its size and its height. */
export function isRaisedFrom(glyph: Glyph, base: Glyph): boolean {
  return glyph.size <= SUPERSCRIPT_SIZE * base.size && base.y - glyph.y >= LOWEST_RAISE * base.size;
}

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
    if (base !== undefined && glyph.size <= SUPERSCRIPT_SIZE * base.size) text += isRaisedFrom(glyph, base) ? raised(glyph.text) : glyph.text;
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
