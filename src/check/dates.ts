import { MONTHS } from "../model/calendar.js";
import { nearestWord } from "./misspelling.js";

/** A day or two days, a word with a capital letter, a year: 5 – 8 Maret 2011. */
const DATE = /(?:\d{1,2}\s*[-–—]\s*)?\b(\d{1,2})\s+(\p{Lu}\p{L}{2,})\.?\s+(?:19|20)\d{2}\b/gu;

/** The dates in a text whose month or day does not exist, with what is expected instead. */
export function wronglyDated(text: string): { actual: string; expected: string }[] {
  return [...text.matchAll(DATE)].flatMap(([actual, day, word = ""]) => {
    const month = MONTHS.find(({ name }) => isNameOf(name, word));
    if (month === undefined) {
      const near = nearestMonth(word);
      return near === undefined ? [] : [{ actual, expected: `the month ${near}` }];
    }
    const { name, days } = month;
    return Number(day) > days || Number(day) === 0 ? [{ actual, expected: `a day of ${name}, 1 to ${days}` }] : [];
  });
}

/** Whether the word is the month or short for it: Sep, Sept. */
function isNameOf(month: string, word: string): boolean {
  const [full, given] = [month.toLowerCase(), word.toLowerCase()];
  return full === given || (given.length <= 4 && full.startsWith(given));
}

/** The month meant by a foreign or misspelt word; any other word between numbers is not a month. */
function nearestMonth(word: string): string | undefined {
  const most = Math.min(2, Math.ceil(word.length / 2) - 1);
  const near = nearestWord(
    word.toLowerCase(),
    MONTHS.map(({ name }) => name.toLowerCase()),
    most,
  );
  return MONTHS.find(({ name }) => name.toLowerCase() === near)?.name;
}
