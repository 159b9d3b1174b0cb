import { groupBy } from "../../geometry/groups.js";
import { resolveSymbols } from "../drawing/symbols.js";
import type { Glyph } from "../page.js";
import { type Part, spread } from "./spread.js";
import type { ReplacementText } from "./replacement.js";

/** A glyph of a page's own content, with what its font says, and the replacement texts that apply to it. */
export interface ReplaceableGlyph {
  readonly glyph: Glyph;
  /** Undefined if the font says nothing. */
  readonly known: string | undefined;
  /** The outermost first. */
  readonly replacements: readonly ReplacementText[];
}

/**
 * The texts of glyphs from ActualText, by their indices. A text is used if a visible glyph has no other; it then applies to all glyphs of
 * its sequence. Of nested sequences the innermost counts, unless the outer one is needed as well.
 */
export function replacedTexts(glyphs: readonly ReplaceableGlyph[]): ReadonlyMap<number, string> {
  const needed = new Set<ReplacementText>();
  for (const { glyph, known, replacements } of glyphs) {
    const innermost = replacements.at(-1);
    if (known === undefined && innermost !== undefined && glyph.visibility === "visible") needed.add(innermost);
  }
  const texts = new Map<number, string>();
  const groups = groupBy(glyphs.keys(), (i) => glyphs[i]?.replacements.find((one) => needed.has(one)));
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

function partOf(entry: ReplaceableGlyph | undefined): Part[] {
  return entry === undefined ? [] : [{ ...entry.glyph, known: entry.known }];
}
