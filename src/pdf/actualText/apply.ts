import { groupBy } from "../../geometry/groups.js";
import { resolveSymbols } from "../drawing/symbols.js";
import type { Glyph } from "../page.js";
import { type Part, spread } from "./spread.js";
import type { Told } from "./told.js";

/** A glyph of a page's own content, with what its font says and what else is said about it. */
export interface ToldGlyph {
  readonly glyph: Glyph;
  /** Undefined if the font says nothing. */
  readonly known: string | undefined;
  /** The outermost first. */
  readonly told: readonly Told[];
}

/**
 * The texts of glyphs from ActualText, by their indices. A text is used if a visible glyph has no other; it then applies to all glyphs of
 * its sequence. Of nested sequences the innermost counts, unless the outer one is needed as well.
 */
export function toldTexts(glyphs: readonly ToldGlyph[]): ReadonlyMap<number, string> {
  const needed = new Set<Told>();
  for (const { glyph, known, told } of glyphs) {
    const innermost = told.at(-1);
    if (known === undefined && innermost !== undefined && glyph.visibility === "visible") needed.add(innermost);
  }
  const texts = new Map<number, string>();
  const groups = groupBy(glyphs.keys(), (i) => glyphs[i]?.told.find((one) => needed.has(one)));
  for (const [own, group] of groups) {
    if (own === undefined) continue;
    const parts = group.flatMap((i) => partOf(glyphs[i]));
    // Private characters mean something only together with their font, as in the fonts' own maps.
    spread(resolveSymbols(own.text, ""), parts)?.forEach((piece, k) => {
      const index = group[k];
      if (index !== undefined) texts.set(index, piece);
    });
  }
  return texts;
}

function partOf(told: ToldGlyph | undefined): Part[] {
  return told === undefined ? [] : [{ ...told.glyph, known: told.known }];
}
