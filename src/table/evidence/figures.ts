/** What stands in a cell for "nothing", "not known" or "see below", or marks a yes: dashes, dots, "n.a.", "x". */
const PLACEHOLDER = /^(?:[-–—−]{1,3}|\.{2,3}|…|:|[*†‡]{1,3}|[xX✓•]|n\.?\s?[ads]\.?|n\/a|nil|none|yes|no|\([a-zA-Z*]\)|[$€£¥%])$/iu;

/** Letters that go with numbers: currencies, units behind, and the small letter or number of a note. */
const WITHOUT_SIGNS = /^(?:US\$|Rs\.?|EUR|USD|GBP)\s?|\s?(?:%|[a-z]\/?|\([a-z]\)|bn|mn|st|nd|rd|th)$/gu;

/** Whether the text of a cell is a number, a range, a date in digits or the like: it has digits, and no letters but a sign's or a note's. */
function isFigure(text: string): boolean {
  return /\d/u.test(text) && !/\p{L}/u.test(text.replace(WITHOUT_SIGNS, ""));
}

/** Whether the text of a cell is a number or stands in the place of one. */
export function isDatum(text: string): boolean {
  return isFigure(text) || PLACEHOLDER.test(text);
}

/** Whether the text of a cell is a year or a range of years: such numbers name columns. */
export function isYear(text: string): boolean {
  return /^(?:FY\s?)?(?:1[89]|20)\d\d(?:\s?[-–/]\s?\d{2,4})?(?:[*†‡]{1,3}|[a-z]|\(\w\)|\/\d|\s\d)?$/u.test(text);
}

/**
 * Whether numbers, or signs in place of them, that stand side by side name columns: years and units. The number of a note may touch a
 * year ("20191"): only beside plain years is it told from a number.
 */
export function nameColumns(texts: readonly string[]): boolean {
  const rest = texts.filter((text) => !UNIT.test(text));
  return rest.every((text) => isYear(text.replace(/^(\d{4})\d$/u, "$1"))) && (rest.length === 0 || rest.some(isYear));
}

/** Whether a text is a currency's sign alone. */
export function isMoneySign(text: string): boolean {
  return /^(?:[$€£¥]|US\$)$/u.test(text);
}

/** A unit that a column may be named by. */
const UNIT = /^[$€£¥%]$/u;
