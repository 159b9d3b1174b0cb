import { type DateRange, findDates, numericDay } from "./dates.js";

/** Digits in English notation, with an optional sign before them, or what closes the number of a row after them: "1,234.5", "−3", "5.". */
const NUMBER = /^([-–−+]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?[.)]?$/u;

/** The number that is the whole text of a cell; undefined for any other text. */
export function numberIn(text: string): number | undefined {
  const match = NUMBER.exec(text);
  if (match === null) return undefined;
  const [, sign = "", digits = "", fraction = ""] = match;
  const value = Number(digits.replaceAll(",", "") + fraction);
  return sign === "" || sign === "+" || value === 0 ? value : -value;
}

/** The days that are the whole text of a cell; undefined for any other text. */
export function daysIn(text: string): DateRange | undefined {
  const found = findDates(text);
  if (found !== undefined) return found.text.length === text.length ? found.days : undefined;
  const day = /^\d+[./-]\d+[./-]\d+$/u.test(text) ? numericDay(text) : undefined;
  return day === undefined ? undefined : { start: day, end: day };
}
