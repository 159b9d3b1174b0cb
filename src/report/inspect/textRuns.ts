import type { Glyph } from "../../pdf/page.js";

/** Consecutive glyphs on one baseline, in one font. */
export interface TextRun {
  readonly first: Glyph;
  readonly text: string;
  /** For each character of the text, how far it is from the first glyph along the baseline, in points. */
  readonly offsets: readonly number[];
}

/** A gap wider than this, in font sizes, starts a new run: the text continues in another cell. */
const LARGEST_GAP = 3;

/** A gap wider than this, in font sizes, is a space, even if the PDF writes none. */
const SPACE_GAP = 0.2;

/** Joins glyphs, in drawing order, so that they can be selected and copied as words. */
export function textRuns(glyphs: readonly Glyph[]): TextRun[] {
  const runs: { first: Glyph; last: Glyph; text: string; offsets: number[] }[] = [];
  for (const glyph of glyphs) {
    const run = runs.at(-1);
    const gap = run === undefined ? NaN : offsetIn(run.first, glyph) - offsetIn(run.first, run.last) - run.last.width;
    if (run === undefined || !goesOn(run.first, glyph) || !(Math.abs(gap) < LARGEST_GAP * glyph.size)) {
      runs.push({ first: glyph, last: glyph, text: glyph.text, offsets: offsetsOf(glyph, glyph) });
      continue;
    }
    if (gap > SPACE_GAP * glyph.size && glyph.text !== " " && run.last.text !== " ") {
      run.text += " ";
      run.offsets.push(offsetIn(run.first, run.last) + run.last.width);
    }
    run.text += glyph.text;
    run.offsets.push(...offsetsOf(run.first, glyph));
    run.last = glyph;
  }
  return runs;
}

function goesOn(first: Glyph, glyph: Glyph): boolean {
  const sameStyle = first.font.name === glyph.font.name && first.size === glyph.size && first.visibility === glyph.visibility;
  return sameStyle && Math.abs(first.angle - glyph.angle) < 0.1 && Math.abs(distanceFrom(first, glyph)) < 0.01 * first.size;
}

/** How far a glyph is after another along the other's baseline. */
function offsetIn(first: Glyph, glyph: Glyph): number {
  const angle = (first.angle * Math.PI) / 180;
  return (glyph.x - first.x) * Math.cos(angle) + (glyph.y - first.y) * Math.sin(angle);
}

/** How far a glyph is off another's baseline. */
function distanceFrom(first: Glyph, glyph: Glyph): number {
  const angle = (first.angle * Math.PI) / 180;
  return (glyph.y - first.y) * Math.cos(angle) - (glyph.x - first.x) * Math.sin(angle);
}

/** The characters of a ligature share its width. */
function offsetsOf(first: Glyph, glyph: Glyph): number[] {
  const characters = [...glyph.text];
  return characters.map((_, i) => offsetIn(first, glyph) + (glyph.width * i) / characters.length);
}
