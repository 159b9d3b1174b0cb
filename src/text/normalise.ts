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

/**
 * Text as the contract wants it: ligatures as letters, accents composed, every kind of space a plain one and none doubled, no
 * zero-width characters. Soft hyphens stay: where a line ends they tell of a cut word. Quotes and dashes stay as they are.
 */
export function normalise(text: string): string {
  return text
    .replace(/[\uFB00-\uFB06]/gu, (ligature) => LIGATURES[ligature] ?? ligature)
    .normalize("NFC")
    .replace(/[\u200B-\u200D\u2060\uFEFF]/gu, "")
    .replace(/[\s\u00A0]+/gu, " ")
    .trim();
}
