/**
 * What the characters of symbol fonts show. Word processors write bullets in Symbol, Wingdings or a font of their own, and map them to the
 * private use area (U+F000 plus the font's code), which says nothing without the font. Sources: the encodings of Symbol (ISO 32000-1, annex
 * D.5) and Wingdings (the vendor's table of Unicode equivalents), reduced to the symbols used before list items.
 */
const SYMBOL: Readonly<Record<number, string>> = {
  0x2d: "–",
  0xa7: "♣",
  0xa8: "♦",
  0xa9: "♥",
  0xaa: "♠",
  0xb7: "•",
  0xde: "⇒",
  0xe0: "◊",
};

const WINGDINGS: Readonly<Record<number, string>> = {
  0x6c: "●",
  0x6d: "❍",
  0x6e: "■",
  0x6f: "□",
  0x70: "□",
  0x71: "❑",
  0x72: "❒",
  0x73: "⬧",
  0x74: "⧫",
  0x75: "◆",
  0x76: "❖",
  0x77: "⬥",
  0x9e: "•",
  0x9f: "•",
  0xa1: "○",
  0xa7: "▪",
  0xa8: "◻",
  0xab: "★",
  0xae: "✮",
  0xb5: "✪",
  0xd8: "➢",
  0xdc: "➲",
  0xe0: "→",
  0xe8: "➔",
  0xf0: "⇨",
  0xfb: "✗",
  0xfc: "✓",
  0xfd: "☒",
  0xfe: "☑",
};

/** Codes of ZapfDingbats from D8 on that are arrows: U+2798 and the following, except for one gap. */
const DINGBAT_ARROWS = Object.fromEntries(
  Array.from({ length: 0xff - 0xd8 }, (_, i) => [0xd8 + i, String.fromCodePoint(0x2798 + i)] as const).filter(([code]) => code !== 0xf0),
);

/** The codes of ZapfDingbats (ISO 32000-1, annex D.6), for fonts whose encoding has an unknown name. */
const DINGBATS: Readonly<Record<number, string>> = {
  0x33: "✓",
  0x34: "✔",
  0x48: "★",
  0x6c: "●",
  0x6d: "❍",
  0x6e: "■",
  0x6f: "❏",
  0x70: "❐",
  0x71: "❑",
  0x72: "❒",
  0x73: "▲",
  0x74: "▼",
  0x75: "◆",
  0x76: "❖",
  0xd4: "➔",
  0xd5: "→",
  0xd6: "↔",
  0xd7: "↕",
  ...DINGBAT_ARROWS,
};

/** Fonts in which every character is a symbol, by name: what they show for the codes of letters. */
const SIGN_FONTS: readonly (readonly [RegExp, Readonly<Record<number, string>>])[] = [
  [/wingdings/i, WINGDINGS],
  [/zapf\s?dingbats/i, DINGBATS],
];

/** Codes of U+E000 to U+E0FF that word processors' own symbol fonts use for bullets. */
const OPEN_SYMBOL: Readonly<Record<number, string>> = {
  0xe00a: "●",
  0xe00b: "■",
  0xe00c: "◆",
};

const PRIVATE_USE = /[\uE000-\uF8FF]/u;

/**
 * The text of a ligature with the two bytes of each character in the right order: Ghostscript 10 leaves out the first byte of a text of
 * several characters, which is zero, and so writes "fi" as U+6600 U+6900; and merges the last two characters of longer ones ("ffi", "tti")
 * into their sum. No symbol of a font maps to several characters without a lower byte. The same goes for what WeasyPrint maps to a soft
 * hyphen and a letter, or the hyphen drawn for it.
 */
export function mendLigature(text: string): string {
  if (SHIFTED_SOFT_HYPHEN.test(text)) return afterSoftHyphen(text);
  if (!SWAPPED_LIGATURE.test(text)) return text;
  return Array.from(text, (character) => SUMMED_LETTERS[character] ?? String.fromCharCode(character.charCodeAt(0) >> 8)).join("");
}

/** A soft hyphen, and a letter or U+2010, without the first byte: U+AD00 U+7100 for U+00AD U+0071. */
const SHIFTED_SOFT_HYPHEN = /^(?:\uAD20\u1000|\uAD00[\u4100-\u7A00])$/u;

function afterSoftHyphen(text: string): string {
  const [first, second] = [text.charCodeAt(0), text.charCodeAt(1)];
  return `\u00AD${String.fromCharCode(((first & 0xff) << 8) | (second >> 8))}`;
}

/** Sums of two letters, swapped: those of "ti" and "ft" are halves of surrogate pairs, which pdf.js completes. */
const SUMMED_LETTERS: Readonly<Record<string, string>> = {
  "\uCF00": "fi",
  "\uD000": "fj",
  "\uD200": "fl",
  "\u{50000}": "ti",
  "\u{90000}": "ft",
};

/** Two small Latin letters and more, the bytes of each in the wrong order; the last may be a sum. */
const SWAPPED_LIGATURE = swappedLigature();

function swappedLigature(): RegExp {
  const letter = `[${Array.from({ length: 26 }, (_, i) => String.fromCharCode((0x61 + i) << 8)).join("")}]`;
  return new RegExp(`^${letter}+(?:${letter}|[${Object.keys(SUMMED_LETTERS).join("")}])$`, "u");
}

/** `text` as a font named `fontName` shows it: private use characters become the sign that is drawn. */
export function resolveSymbols(text: string, fontName: string): string {
  const signs = SIGN_FONTS.find(([name]) => name.test(fontName))?.[1];
  if (signs === undefined && !PRIVATE_USE.test(text)) return text;
  let resolved = "";
  for (const character of text) resolved += shownBy(character, signs);
  return resolved;
}

function shownBy(character: string, signs: Readonly<Record<number, string>> | undefined): string {
  const code = character.codePointAt(0) ?? 0;
  if (signs !== undefined && code < 0x100) return signs[code] ?? character;
  if (code >= 0xf000 && code <= 0xf0ff) {
    const low = code - 0xf000;
    const sign = signs === undefined ? (SYMBOL[low] ?? WINGDINGS[low]) : signs[low];
    if (sign !== undefined) return sign;
    // Printable ASCII in a symbol font's private range means itself, except in dingbat fonts.
    return signs === undefined && low >= 0x20 && low < 0x7f ? String.fromCharCode(low) : character;
  }
  return OPEN_SYMBOL[code] ?? character;
}
