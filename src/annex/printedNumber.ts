/** A number in the cell of numbers: "8", "5.", "(3)", "VIII". */
const NUMBER = /^\(?(?:(\d{1,3})|((?=[CLXVI])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})))[.)]?(?=\s|$)/iu;

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

/** The number that a text starts with, in digits or Roman numerals; undefined if it does not start with one. */
export function printedNumber(text: string): number | undefined {
  const [, figures, roman] = NUMBER.exec(text) ?? [];
  if (figures !== undefined) return Number(figures);
  return roman === undefined ? undefined : romanNumber(roman.toUpperCase());
}

/** A smaller numeral before a larger one is subtracted from it: IX. */
function romanNumber(text: string): number {
  const values = [...text].map((sign) => ROMAN[sign] ?? 0);
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}
