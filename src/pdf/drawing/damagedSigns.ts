/** What a font says about its codes: the text of each, in order of codes, and its width. */
export interface FontCodes {
  readonly texts: ReadonlyMap<number, string>;
  readonly widthOf: (code: number) => number | undefined;
}

/** The text of a code whose map is damaged beyond repair. */
export const UNKNOWN = "\uFFFD";

/** Digits that no damaged sign is read as. */
const SOUND_DIGITS = ["0", "1", "2", "5", "6", "7"];

/** At least this many of them show how wide the digits of a font are. */
const ENOUGH_DIGITS = 3;

/** Widths are the same within this share: they are rounded. */
const SAME = 0.01;

/** What a damaged sign is read as, what it was, and how wide the sign is in digits. */
interface DamagedSign {
  readonly readAs: string;
  readonly sign: string;
  readonly narrowest: number;
  readonly widest: number;
}

const SIGNS: readonly DamagedSign[] = [
  { readAs: "3", sign: "–", narrowest: 0.7, widest: 1.2 },
  { readAs: "4", sign: "—", narrowest: 1.3, widest: 2.5 },
  { readAs: "8", sign: "‘", narrowest: 0.2, widest: 0.8 },
  { readAs: "9", sign: "’", narrowest: 0.2, widest: 0.8 },
];

/** Quotation marks read as signs of mathematics, which in nearly all fonts are as wide as digits or wider. */
const QUOTES: readonly DamagedSign[] = [
  { readAs: "<", sign: "“", narrowest: 0.3, widest: 0.93 },
  { readAs: "=", sign: "”", narrowest: 0.3, widest: 0.93 },
];

/**
 * The signs that a map to Unicode has lost (`mendedRuns` says how), in a font whose glyphs are in another order than their characters: all
 * its digits are equally wide, so a code that is said to be a digit, and is not as wide as the others, is the sign that reads as that digit
 * if it is damaged.
 */
export function mendedSigns(font: FontCodes): ReadonlyMap<number, string> {
  const digit = digitWidth(font);
  if (digit === undefined) return new Map();
  const quotes = areAPair(font) ? QUOTES : [];
  const mended = new Map([...SIGNS, ...quotes].flatMap((sign) => codesOfSign(sign, digit, font)));
  return mended.size > 0 && numbersByUse(font.texts) ? new Map([...mended, ...doubtfulCodes(mended, font)]) : mended;
}

/** The width of a font's digits; undefined if they are not all as wide, or too few are used. */
function digitWidth(font: FontCodes): number | undefined {
  const widths = SOUND_DIGITS.flatMap((digit) => codesOf(digit, font)).map(font.widthOf);
  const [digit] = widths;
  const isEven = digit !== undefined && digit > 0 && widths.every((width) => width !== undefined && areSame(width, digit));
  return isEven && widths.length >= ENOUGH_DIGITS ? digit : undefined;
}

/** Whether the codes that may be quotation marks are as wide as each other: opening and closing ones are. */
function areAPair(font: FontCodes): boolean {
  const [opening, closing] = QUOTES.map(({ readAs }) => codesOf(readAs, font)[0]).map((code) =>
    code === undefined ? undefined : font.widthOf(code),
  );
  return opening !== undefined && closing !== undefined && areSame(opening, closing);
}

function codesOfSign({ readAs, sign, narrowest, widest }: DamagedSign, digit: number, font: FontCodes): [number, string][] {
  return codesOf(readAs, font).flatMap((code): [number, string][] => {
    const width = font.widthOf(code) ?? digit;
    return !areSame(width, digit) && width >= narrowest * digit && width <= widest * digit ? [[code, sign]] : [];
  });
}

function codesOf(text: string, { texts }: FontCodes): number[] {
  return [...texts].flatMap(([code, own]) => (own === text ? [code] : []));
}

function areSame(width: number, other: number): boolean {
  return Math.abs(width - other) <= SAME * other;
}

/** Whether a font's codes number its glyphs as they are used, without a gap: Qt names all characters of such a font in one range. */
function numbersByUse(texts: FontCodes["texts"]): boolean {
  return texts.size >= ([...texts.keys()].at(-1) ?? 0);
}

/**
 * In a map that is one damaged range, a bullet reads as a quotation mark. A dash as wide as digits reads as "3": if two codes do, one of
 * them is the dash, for each glyph has one code.
 */
function doubtfulCodes(mended: ReadonlyMap<number, string>, font: FontCodes): [number, string][] {
  const threes = codesOf("3", font).filter((code) => !mended.has(code));
  return [...codesOf('"', font), ...(threes.length > 1 ? threes : [])].map((code) => [code, UNKNOWN]);
}
