import type { Glyph } from "../pdf/page.js";

/** A gap narrower than this, in font sizes, is not a space: invisible hyphens are mapped to spaces, and take no room. */
export const NO_GAP = 0.05;

/** Glyphs no further apart than this, in font sizes, belong to one word unless something separates them. */
export const TOUCHING = 0.08;

const SOFT_HYPHEN = "\u00AD";

/** Raised digits keep their own characters: they are more often note marks than part of the number before them. */
const RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** The largest size of superscripts and subscripts relative to their line (word processors use 0.58, browsers 0.83). */
export const SUPERSCRIPT_SIZE = 0.9;

/** A superscript is raised by at least this much of its line's font size: glyphs of another font may be off by a hair. */
const LOWEST_RAISE = 0.15;

/** Whether a glyph is a superscript of another, by its size and height. */
export function isRaisedFrom(glyph: Glyph, base: Glyph): boolean {
  return glyph.size <= SUPERSCRIPT_SIZE * base.size && base.y - glyph.y >= LOWEST_RAISE * base.size;
}

/**
 * The text of a word's glyphs, raised digits as superscripts. A soft hyphen at its end is a hyphenation mark, even if the visible hyphen is
 * drawn after it. Within the word it shows nothing, unless it takes room: some fonts map every hyphen to it.
 */
export function textOfGlyphs(glyphs: readonly Glyph[]): string {
  let text = "";
  let base: Glyph | undefined;
  glyphs.forEach((glyph, i) => {
    const next = glyphs[i + 1];
    const shows = glyph.text === SOFT_HYPHEN && next !== undefined && next.x - glyph.x > NO_GAP * glyph.size;
    if (base !== undefined && glyph.size <= SUPERSCRIPT_SIZE * base.size)
      text += isRaisedFrom(glyph, base) ? raised(glyph.text) : glyph.text;
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
