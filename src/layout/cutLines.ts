import type { Glyph } from "../pdf/page.js";
import { isRaisedFrom } from "./glyphText.js";
import { SUPERSCRIPT_REACH } from "./superscripts.js";

/**
 * The glyphs of an upright page, in the order in which they are drawn, with each superscript as visible as its line. A line that the end of
 * a sheet cuts is drawn on both sheets, and the clipping path decides glyph by glyph on which it is seen: a superscript would be seen on
 * the first, and its word on the second.
 */
export function withCutLines(glyphs: readonly Glyph[]): readonly Glyph[] {
  if (!glyphs.some(isClipped)) return glyphs;
  let base: Glyph | undefined;
  let last: Glyph | undefined;
  return glyphs.map((glyph) => {
    const follows = base !== undefined && last !== undefined && isRaisedFrom(glyph, base) && isNextTo(glyph, last);
    last = glyph;
    if (!follows) base = glyph;
    else if (base !== undefined && isClipped(base) !== isClipped(glyph)) return { ...glyph, visibility: base.visibility };
    return glyph;
  });
}

function isClipped({ visibility }: Glyph): boolean {
  return visibility === "clipped";
}

function isNextTo(glyph: Glyph, before: Glyph): boolean {
  return Math.abs(glyph.x - (before.x + before.width)) <= SUPERSCRIPT_REACH * before.size;
}
