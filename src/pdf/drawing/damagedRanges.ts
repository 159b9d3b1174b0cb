import { type FontCodes, UNKNOWN, codesOf, mendedSigns } from "./damagedSigns.js";

/**
 * The characters beyond U+00FF that texts in Latin letters use, as ranges of codes may have them: dashes, quotation marks, daggers, the
 * bullet, and ligatures.
 */
const TYPOGRAPHIC: readonly number[] = Array.from("–—‘’‚“”„†‡•…‰‹›ﬀﬁﬂﬃﬄ", characterOf);

/** In a font whose characters ascend, no more codes are out of order than this share of the others: accented letters may be. */
const MOST_OUT_OF_ORDER = 0.2;

/** A ligature is as wide as its letters together, to within this share. */
const NARROWER = 0.05;

/** In condensed fonts it is narrower by up to this share; there it must be where its character belongs, and no accented letter. */
const MUCH_NARROWER = 0.15;

/** A letter with an accent is as wide as the one without, to within this share. */
const ACCENTED = 0.005;

/** Consecutive codes with consecutive characters. */
interface Run {
  readonly code: number;
  readonly first: number;
  length: number;
}

/**
 * The codes whose characters a map to Unicode has lost, with what they were. If a producer (Skia) maps a range of codes of a composite font
 * to characters beyond U+00FF, Ghostscript 10 combines the two bytes of the first one by "or" and counts on from there: the quotation marks
 * U+2018 and U+2019 become U+0038 and U+0039, "8" and "9". Such codes number the glyphs of a font, and in most fonts these ascend as their
 * characters do. So a damaged range is out of order, and its neighbours, or for ligatures their widths, show what it was. U+FFFD if several
 * characters are possible. In other fonts, only widths show anything.
 */
export function mendedRuns(font: FontCodes): ReadonlyMap<number, string> {
  const mended = new Map<number, string>();
  const { runs, ascending } = divided(font.texts);
  if (runs.reduce((sum, { length }) => sum + length, 0) > MOST_OUT_OF_ORDER * ascending.length) return mendedSigns(font);
  for (const run of runs) {
    const before = ascending.findLast(({ code }) => code < run.code)?.character ?? 0;
    const behind = ascending.find(({ code }) => code > run.code)?.character ?? Infinity;
    const sources = TYPOGRAPHIC.filter((first) => isSource(first, run));
    const isBetween = (first: number): boolean => first > before && first + run.length <= behind;
    const surely = sources.filter((first) => isAsWideAsLetters(first, run, font, NARROWER) ?? isBetween(first));
    const firsts =
      surely.length > 0 || areAccented(run, font)
        ? surely
        : sources.filter((first) => isBetween(first) && isAsWideAsLetters(first, run, font, MUCH_NARROWER) === true);
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
function divided(texts: FontCodes["texts"]): { readonly runs: readonly Run[]; readonly ascending: readonly Mapped[] } {
  const runs: Run[] = [];
  const ascending: Mapped[] = [];
  let highest = 0;
  for (const [code, text] of texts) {
    if (text.length !== 1) continue;
    const character = characterOf(text);
    if (character > highest) {
      highest = character;
      ascending.push({ code, character });
      continue;
    }
    const run = runs.at(-1);
    if (run !== undefined && run.code + run.length === code && run.first + run.length === character) run.length += 1;
    else runs.push({ code, first: character, length: 1 });
  }
  return { runs, ascending };
}

/** Whether a run may come from the range of characters that starts with this one: only ranges of several are damaged. */
function isSource(first: number, run: Run): boolean {
  const isRange = run.length > 1 && charactersFrom(first, run).every((character) => TYPOGRAPHIC.includes(character));
  return isRange && ((first >> 8) | (first & 0xff)) === run.first;
}

/** Whether some glyph of a run is as wide as the letter without the accent of what it is said to be. */
function areAccented(run: Run, font: FontCodes): boolean {
  return charactersFrom(run.first, run).some((character, i) => {
    const letter = widthOfText(String.fromCodePoint(character).normalize("NFD").charAt(0), font);
    return Math.abs((font.widthOf(run.code + i) ?? NaN) - letter) <= ACCENTED * letter;
  });
}

/**
 * Whether the glyphs of a run are as wide as the letters of the ligatures from this one on, to within a share; undefined if these are not
 * ligatures, or the font lacks some of the letters.
 */
function isAsWideAsLetters(first: number, run: Run, font: FontCodes, share: number): boolean | undefined {
  const widths = charactersFrom(first, run).map((character, i) => {
    const letters = String.fromCodePoint(character).normalize("NFKC");
    const together =
      letters.length === 1 ? undefined : Array.from(letters, (letter) => widthOfText(letter, font)).reduce((sum, width) => sum + width, 0);
    return { together, own: font.widthOf(run.code + i) ?? NaN };
  });
  if (widths.some(({ together, own }) => together === undefined || Number.isNaN(together + own))) return undefined;
  return widths.every(({ together = 0, own }) => Math.abs(own - together) <= share * together);
}

/** How wide the first glyph with a text is; NaN if there is none. */
function widthOfText(text: string, font: FontCodes): number {
  return font.widthOf(codesOf(text, font)[0] ?? NaN) ?? NaN;
}

function charactersFrom(first: number, { length }: Run): number[] {
  return Array.from({ length }, (_, i) => first + i);
}

function characterOf(text: string): number {
  return text.codePointAt(0) ?? 0;
}
