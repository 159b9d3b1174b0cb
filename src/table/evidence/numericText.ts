/** What a cell has for "nothing", "not known", "see below" or "yes": dashes, dots, "n.a.", "x". */
const PLACEHOLDER = /^(?:[-–—−]{1,3}|\.{2,3}|…|:|[*†‡]{1,3}|[xX✓•]|n\.?\s?[ads]\.?|n\/a|nil|none|yes|no|\([a-zA-Z*]\)|[$€£¥%])$/iu;

/** Letters that go with numbers: currencies, units after them, and the small letter or number of a note. */
const WITHOUT_SIGNS = /^(?:US\$|Rs\.?|EUR|USD|GBP)\s?|\s?(?:%|[a-z]\/?|\([a-z]\)|bn|mn|st|nd|rd|th)$/gu;

/**
 * Whether the text of a cell is a number, a range, a date in digits or the like: it has digits, and no letters except those of a currency,
 * a unit or a note.
 */
function isFigure(text: string): boolean {
  return /\d/u.test(text) && !/\p{L}/u.test(text.replace(WITHOUT_SIGNS, ""));
}

/** Whether the text of a cell is a number or a placeholder for one. */
export function isDatum(text: string): boolean {
  return isFigure(text) || PLACEHOLDER.test(text);
}

/** Whether the text of a cell is a year or a range of years: such numbers name columns. */
export function isYear(text: string): boolean {
  return /^(?:FY\s?)?(?:1[89]|20)\d\d(?:\s?[-–/]\s?\d{2,4})?(?:[*†‡]{1,3}|[a-z]|\(\w\)|\/\d|\s\d)?$/u.test(text);
}

/**
 * Whether numbers, or placeholders for them, side by side are names of columns: years and units. A note number may touch a year ("20191"):
 * only beside plain years can it be distinguished from a number.
 */
export function nameColumns(texts: readonly string[]): boolean {
  const rest = texts.filter((text) => !UNIT.test(text));
  return rest.every((text) => isYear(text.replace(/^(\d{4})\d$/u, "$1"))) && (rest.length === 0 || rest.some(isYear));
}

/** Whether a text is only a currency sign. */
export function isMoneySign(text: string): boolean {
  return /^(?:[$€£¥]|US\$)$/u.test(text);
}

/** A unit that may be the name of a column. */
const UNIT = /^[$€£¥%]$/u;
