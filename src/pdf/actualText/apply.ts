import { resolveSymbols } from "../drawing/symbols.js";
import type { Glyph } from "../page.js";
import { type Part, spread } from "./spread.js";
import type { Told } from "./told.js";

/** A glyph of a page's own content, with what its font says and what is said of it otherwise. */
export interface ToldGlyph {
  readonly glyph: Glyph;
  /** Undefined where the font says nothing. */
  readonly known: string | undefined;
  /** The outermost first. */
  readonly told: readonly Told[];
}

/**
 * The texts of glyphs that a text is told for, by their indices. A text is taken where a glyph that a reader sees has no other: it then
 * stands for all glyphs of its sequence. Of sequences in one another the innermost speaks, unless the other one is needed as well.
 */
export function toldTexts(glyphs: readonly ToldGlyph[]): ReadonlyMap<number, string> {
  const needed = new Set<Told>();
  for (const { glyph, known, told } of glyphs) {
    const innermost = told.at(-1);
    if (known === undefined && innermost !== undefined && glyph.visibility === "visible") needed.add(innermost);
  }
  const groups = new Map<Told, number[]>();
  for (const [i, { told }] of glyphs.entries()) {
    const own = told.find((one) => needed.has(one));
    if (own === undefined) continue;
    const group = groups.get(own);
    if (group === undefined) groups.set(own, [i]);
    else group.push(i);
  }
  const texts = new Map<number, string>();
  for (const [{ text }, group] of groups) {
    const parts = group.flatMap((i) => partOf(glyphs[i]));
    // Private characters say something with their font only, as in the fonts' own maps.
    spread(resolveSymbols(text, ""), parts)?.forEach((piece, k) => {
      const index = group[k];
      if (index !== undefined) texts.set(index, piece);
    });
  }
  return texts;
}

function partOf(told: ToldGlyph | undefined): Part[] {
  return told === undefined ? [] : [{ ...told.glyph, known: told.known }];
}
