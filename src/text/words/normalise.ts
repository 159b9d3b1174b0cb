/** Ligatures of the Latin presentation forms (U+FB00 to U+FB06) as the letters that they show. */
const LIGATURES: Readonly<Record<string, string>> = {
  "\uFB00": "ff",
  "\uFB01": "fi",
  "\uFB02": "fl",
  "\uFB03": "ffi",
  "\uFB04": "ffl",
  "\uFB05": "st",
  "\uFB06": "st",
};

/** Letters and digits for which Unicode has separate superscripts and subscripts: "8ᵗʰ", "33ʳᵈ", "m²". */
const RAISED = /[\u00B2\u00B3\u00B9\u02B0-\u02B8\u02E0-\u02E4\u1D2C-\u1D6A\u2070-\u209C]/gu;

/**
 * What most lines do not contain: characters other than the letters and the punctuation of Western Europe, and spaces where none belongs.
 */
const UNUSUAL = /[^ -~\u00C0-\u00FF\u2013\u2014\u2018\u2019\u201C\u201D\u2022]| {2}|^ | $/u;

/**
 * Text as the contract wants it: ligatures and superscripts as letters, accents composed, every kind of space a plain one and none doubled,
 * no zero-width characters. Soft hyphens stay: at the end of a line they mark a cut word. Quotes and dashes stay as they are.
 */
export function normalise(text: string): string {
  if (!UNUSUAL.test(text)) return text;
  return text
    .replace(/[\uFB00-\uFB06]/gu, (ligature) => LIGATURES[ligature] ?? ligature)
    .replace(RAISED, (raised) => raised.normalize("NFKC"))
    .normalize("NFC")
    .replace(/[\u200B-\u200D\u2060\uFEFF]/gu, "")
    .replace(/[\s\u00A0]+/gu, " ")
    .trim();
}
