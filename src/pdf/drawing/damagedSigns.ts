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

/** The digits of a font are all as wide if they differ by no more than rounding to thousandths of an em: by this share. */
const EVEN = 0.003;

/** In a font whose digits differ in width, a sign is narrower than the narrowest of them by this factor more than in others. */
const CLEARLY = 0.9;

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
  { readAs: "+", sign: "\u200B", narrowest: 0, widest: 0.1 },
];

/** Quotation marks read as signs of mathematics, which in nearly all fonts are as wide as digits or wider. */
const QUOTES: readonly DamagedSign[] = [
  { readAs: "<", sign: "“", narrowest: 0.3, widest: 0.93 },
  { readAs: "=", sign: "”", narrowest: 0.3, widest: 0.93 },
];

const LETTER = /^[A-Za-z]$/u;

/** How wide the digits of a font are. */
interface Digits {
  readonly narrowest: number;
  readonly widest: number;
  readonly areEven: boolean;
}

/**
 * The signs that a map to Unicode has lost (`mendedRuns` says how), in a font whose glyphs are in another order than their characters. In
 * most fonts, all digits are equally wide, so a code that is said to be a digit, and is not as wide as the others, is the sign that reads
 * as that digit if it is damaged. In others, it is if it is narrower or wider than any digit. A font without letters has no signs of running
 * text: cairo puts digits of other forms into fonts of their own.
 */
export function mendedSigns(font: FontCodes): ReadonlyMap<number, string> {
  const digits = digitsOf(font);
  if (digits === undefined || ![...font.texts.values()].some((text) => LETTER.test(text))) return new Map();
  const quotes = areAPair(font) ? QUOTES : [];
  const mended = new Map([...SIGNS, ...quotes].flatMap((sign) => codesOfSign(sign, digits, font)));
  return mended.size > 0 && numbersByUse(font.texts) ? new Map([...mended, ...doubtfulCodes(mended, font)]) : mended;
}

/** The digits of a font; undefined if too few are used. If they differ in width, "1" may be as narrow as a quotation mark, and is left out. */
function digitsOf(font: FontCodes): Digits | undefined {
  const all = widthsOf(SOUND_DIGITS, font);
  const areEven = all.every((width) => Math.abs(width - (all[0] ?? width)) <= EVEN * width);
  const widths = areEven
    ? all
    : widthsOf(
        SOUND_DIGITS.filter((digit) => digit !== "1"),
        font,
      );
  const narrowest = Math.min(...widths);
  return widths.length >= ENOUGH_DIGITS && narrowest > 0 ? { narrowest, widest: Math.max(...widths), areEven } : undefined;
}

function widthsOf(digits: readonly string[], font: FontCodes): number[] {
  return digits.flatMap((digit) => codesOf(digit, font)).map((code) => font.widthOf(code) ?? 0);
}

/** Whether the codes that may be quotation marks are as wide as each other: opening and closing ones are. */
function areAPair(font: FontCodes): boolean {
  const [opening, closing] = QUOTES.map(({ readAs }) => codesOf(readAs, font)[0]).map((code) =>
    code === undefined ? undefined : font.widthOf(code),
  );
  return opening !== undefined && closing !== undefined && areSame(opening, closing);
}

function codesOfSign(sign: DamagedSign, digits: Digits, font: FontCodes): [number, string][] {
  return codesOf(sign.readAs, font).flatMap((code): [number, string][] => {
    const width = font.widthOf(code);
    return width !== undefined && isAsWideAs(sign, width, digits) ? [[code, sign.sign]] : [];
  });
}

/** Whether something is as wide as a sign, and not as a digit. */
function isAsWideAs({ narrowest, widest }: DamagedSign, width: number, digits: Digits): boolean {
  const isBetween = (digit: number, most: number): boolean => width >= narrowest * digit && width <= most * digit;
  if (digits.areEven) return !areSame(width, digits.narrowest) && isBetween(digits.narrowest, widest);
  return narrowest > 1 ? isBetween(digits.widest, widest) : widest < 1 && isBetween(digits.narrowest, CLEARLY * widest);
}

/** The codes with a text, the first one first. */
export function codesOf(text: string, { texts }: FontCodes): number[] {
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
