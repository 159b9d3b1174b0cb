/** What one font says of its codes: the text of each, by code. */
export type TextsByCode = readonly unknown[];

/**
 * The characters beyond U+00FF that texts in Latin letters use, as ranges of codes may have them: dashes, quotation marks, daggers, the bullet, and
 * ligatures.
 */
const TYPOGRAPHIC = "–—‘’‚“”„†‡•…‰‹›ﬀﬁﬂﬃﬄ";

/** What a code shows whose map is damaged beyond repair. */
const UNKNOWN = "\uFFFD";

/** Of the codes of a font in which characters ascend no more are out of order than this share of the others: accented letters may be. */
const MOST_OUT_OF_ORDER = 0.2;

/** Codes that follow one another, and so do their characters. */
interface Run {
  readonly code: number;
  readonly first: number;
  length: number;
}

/**
 * The codes whose characters a map to Unicode has lost, with what they were. Where a producer (Skia) maps a range of codes of a composite font to
 * characters beyond U+00FF, Ghostscript 10 puts the two bytes of the first one together by "or" and counts on from there: the quotation marks U+2018
 * and U+2019 become U+0038 and U+0039, "8" and "9". Such codes number the glyphs of a font, and in most fonts
 * these ascend as their characters do: there a damaged range is out of order, and its neighbours tell what it was. U+FFFD where several may be.
 */
export function mendedRuns(texts: TextsByCode): ReadonlyMap<number, string> {
  const mended = new Map<number, string>();
  const { runs, ascending } = divided(texts);
  if (runs.reduce((sum, { length }) => sum + length, 0) > MOST_OUT_OF_ORDER * ascending.length) return mended;
  const known = new Set(ascending.map(({ character }) => character));
  for (const run of runs) {
    const before = ascending.findLast(({ code }) => code < run.code)?.character ?? 0;
    const behind = ascending.find(({ code }) => code > run.code)?.character ?? Infinity;
    const firsts = [...TYPOGRAPHIC].map(characterOf).filter((first) => first > before && first + run.length <= behind && isSource(first, run) && !known.has(first));
    const [first] = firsts;
    if (first === undefined) continue;
    for (let i = 0; i < run.length; i++) mended.set(run.code + i, firsts.length > 1 ? UNKNOWN : String.fromCodePoint(first + i));
  }
  return mended;
}

interface Mapped {
  readonly code: number;
  readonly character: number;
}

/** The codes whose characters ascend, and the others in runs. */
function divided(texts: TextsByCode): { readonly runs: readonly Run[]; readonly ascending: readonly Mapped[] } {
  const runs: Run[] = [];
  const ascending: Mapped[] = [];
  let highest = 0;
  texts.forEach((text, code) => {
    if (typeof text !== "string" || text.length !== 1) return;
    const character = characterOf(text);
    if (character > highest) {
      highest = character;
      ascending.push({ code, character });
      return;
    }
    const run = runs.at(-1);
    if (run !== undefined && run.code + run.length === code && run.first + run.length === character) run.length += 1;
    else runs.push({ code, first: character, length: 1 });
  });
  return { runs, ascending };
}

/** Whether a run may come of the range of characters that starts with this one: only ranges of several are damaged. */
function isSource(first: number, run: Run): boolean {
  const isRange = run.length > 1 && Array.from({ length: run.length }, (_, i) => String.fromCodePoint(first + i)).every((text) => TYPOGRAPHIC.includes(text));
  return isRange && ((first >> 8) | (first & 0xff)) === run.first;
}

function characterOf(text: string): number {
  return text.codePointAt(0) ?? 0;
}
