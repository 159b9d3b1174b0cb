import { MONTHS } from "../model/calendar.js";

/** The days of a meeting. */
export interface DateRange {
  /** ISO 8601 days. */
  readonly start: string;
  readonly end: string;
}

const DAY = String.raw`(\d{1,2})(?:st|nd|rd|th)?`;
const MONTH = String.raw`([A-Za-z]{3,9})\.?`;
const YEAR = String.raw`(\d{4})`;
/** A dash that its font does not name is still one: nothing else comes between two days. */
const TO = String.raw`\s*(?:[-‐‑–—−\uFFFD]|to|and)\s*`;
const GAP = String.raw`(?:\s*,\s*|\s+(?:of\s+)?)`;

/** The forms that dates take in the annex, each with the order of its parts. */
const FORMS: readonly { readonly pattern: RegExp; readonly read: (parts: readonly string[]) => DateRange | undefined }[] = [
  {
    // 30 December 2021 – 2 January 2022
    pattern: new RegExp(`${DAY}${GAP}${MONTH}${GAP}${YEAR}${TO}${DAY}${GAP}${MONTH}${GAP}${YEAR}`, "u"),
    read: ([d1, m1, y1, d2, m2, y2]) => days(d1, m1, y1, d2, m2, y2),
  },
  {
    // 30 November – 2 December 2021
    pattern: new RegExp(`${DAY}${GAP}${MONTH}${TO}${DAY}${GAP}${MONTH}${GAP}${YEAR}`, "u"),
    read: ([d1, m1, d2, m2, y]) => days(d1, m1, y, d2, m2, y),
  },
  {
    // 1-2 March 2018
    pattern: new RegExp(`${DAY}${TO}${DAY}${GAP}${MONTH}${GAP}${YEAR}`, "u"),
    read: ([d1, d2, m, y]) => days(d1, m, y, d2, m, y),
  },
  {
    // November 30 – December 2, 2021
    pattern: new RegExp(`${MONTH}\\s+${DAY}${TO}${MONTH}\\s+${DAY}${GAP}${YEAR}`, "u"),
    read: ([m1, d1, m2, d2, y]) => days(d1, m1, y, d2, m2, y),
  },
  {
    // March 1-2, 2018
    pattern: new RegExp(`${MONTH}\\s+${DAY}${TO}${DAY}${GAP}${YEAR}`, "u"),
    read: ([m, d1, d2, y]) => days(d1, m, y, d2, m, y),
  },
  {
    // 1 March 2018
    pattern: new RegExp(`${DAY}${GAP}${MONTH}${GAP}${YEAR}`, "u"),
    read: ([d, m, y]) => days(d, m, y, d, m, y),
  },
  {
    // March 1, 2018
    pattern: new RegExp(`${MONTH}\\s+${DAY}${GAP}${YEAR}`, "u"),
    read: ([m, d, y]) => days(d, m, y, d, m, y),
  },
];

/** A date in a text: where it is and which days it means; `days` is undefined if it is not a date of the calendar. */
export interface FoundDate {
  readonly index: number;
  readonly text: string;
  readonly days: DateRange | undefined;
}

/** The last date range in a text; undefined if there is none. Nothing is filled in: a date without a year does not count. */
export function findDates(text: string): FoundDate | undefined {
  let found: FoundDate | undefined;
  for (const { pattern, read } of FORMS) {
    const match = lastMatch(pattern, text);
    if (match === undefined) continue;
    const end = match.index + match[0].length;
    // A form that covers more of the text is the better reading of the same date.
    if (found !== undefined && (end < found.index + found.text.length || match.index >= found.index)) continue;
    found = { index: match.index, text: match[0], days: read(match.slice(1)) };
  }
  return found;
}

/** The day of the first date in figures in a text, such as 07.05.2019 (day first); undefined if there is none. */
export function numericDay(text: string): string | undefined {
  const match = /(?<!\d)(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)/u.exec(text);
  if (match !== null) return isoDay(Number(match[3]), Number(match[2]), Number(match[1]));
  const iso = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/u.exec(text);
  return iso === null ? undefined : isoDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
}

function lastMatch(pattern: RegExp, text: string): RegExpExecArray | undefined {
  let last: RegExpExecArray | undefined;
  const global = new RegExp(pattern.source, "gu");
  for (const match of text.matchAll(global)) last = match;
  return last;
}

function days(
  d1: string | undefined,
  m1: string | undefined,
  y1: string | undefined,
  d2: string | undefined,
  m2: string | undefined,
  y2: string | undefined,
): DateRange | undefined {
  const start = isoDay(Number(y1), monthOf(m1), Number(d1));
  const end = isoDay(Number(y2), monthOf(m2), Number(d2));
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** The month of an English name or its abbreviation of at least three letters; 0 for anything else. */
function monthOf(name: string | undefined): number {
  const wanted = (name ?? "").toLowerCase();
  return wanted.length < 3
    ? 0
    : MONTHS.map(({ name }) => name.toLowerCase()).findIndex(
        (month) => month.startsWith(wanted) || (wanted === "sept" && month === "september"),
      ) + 1;
}

/** An ISO 8601 day; undefined if the calendar has no such day. */
function isoDay(year: number, month: number, day: number): string | undefined {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = month === 2 && !leap ? 28 : MONTHS[month - 1]?.days;
  if (length === undefined || day < 1 || day > length) return undefined;
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
