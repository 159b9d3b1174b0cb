import { type FlowLine, wouldFit } from "../text/flow.js";
import { type WordKnowledge, joinLines } from "../text/join.js";
import { textOf } from "../layout/lines.js";
import { normalise } from "../text/normalise.js";
import { type DateRange, findDates } from "./dates.js";
import { NUMBER_BEFORE } from "./keys.js";

/** What the cell of a meeting's theme says. */
export interface MeetingCell {
  readonly label: string;
  readonly labelNumber: number | undefined;
  readonly theme: string;
  readonly city: string | null;
  readonly country: string | null;
  /** The place as printed, where no city and country could be told apart. */
  readonly unreadPlace: string | undefined;
  readonly dateText: string | null;
  readonly days: DateRange | undefined;
}

/** A line of the cell: its text and what its place tells of it. */
export interface MeetingLine {
  readonly text: string;
  /** Whether white space divides it from the line above. */
  readonly spaced: boolean;
  /** Whether its first word had room on the line above, which was then ended on purpose. */
  readonly forced: boolean;
}

/** The lines of a meeting cell; `leading` is the white space within a paragraph of the column, in font sizes. */
export function meetingLines(lines: readonly FlowLine[], isSpaced: (line: FlowLine) => boolean): MeetingLine[] {
  return lines.map((line, i) => {
    const above = lines[i - 1];
    return {
      text: normalise(textOf(line.line)),
      spaced: isSpaced(line),
      forced: above !== undefined && wouldFit(line, above, 1),
    };
  });
}

/** Reads label, theme, place and dates out of the lines of a meeting cell. */
export function readMeetingCell(
  lines: readonly MeetingLine[],
  labelPattern: RegExp,
  knowledge: WordKnowledge,
): MeetingCell {
  const label = takeLabel(lines, labelPattern);
  const { before, date } = takeDate(label.rest, knowledge);
  const split = splitPlace(before);
  const join = (part: readonly MeetingLine[]): string =>
    joinLines(
      part.map((line) => line.text),
      knowledge,
    ).text;
  const place = date === undefined ? "" : join(split.place).replace(/^\(\s*(?=[^)]*$)|[\s,;:(–-]+$/gu, "");
  const theme = date === undefined ? join(before) : join(split.theme);
  const fields = place.split(/\s*,\s*/u).filter((field) => field !== "");
  const country = fields.length > 1 ? (fields.at(-1) ?? null) : null;
  return {
    label: label.text,
    labelNumber: label.number,
    theme: withoutQuotes(theme),
    city: fields.length > 1 ? fields.slice(0, -1).join(", ") : null,
    country,
    unreadPlace: fields.length > 1 ? undefined : place,
    dateText: date?.text ?? null,
    days: date?.days,
  };
}

/** What may stand between a label and a theme on its line, and is of neither: "ASEM CMM 8: The Role of Culture". */
const SEPARATOR = String.raw`(?:\s*[:;,.–—-](?=\s|$))?`;

/** Takes the label off the start of the cell; it may run over lines and into the theme. */
function takeLabel(
  lines: readonly MeetingLine[],
  pattern: RegExp,
): { text: string; number: number | undefined; rest: MeetingLine[] } {
  const joined = lines.map((line) => line.text).join(" ");
  const match = new RegExp(`^${NUMBER_BEFORE}(${pattern.source})${SEPARATOR}`, pattern.flags).exec(joined);
  if (match === null) return { text: "", number: undefined, rest: [...lines] };
  return {
    text: match[1] ?? "",
    number: match[2] === undefined ? undefined : Number(match[2]),
    rest: dropText(lines, match[0].length),
  };
}

/** The lines without the first `count` characters of their text joined by spaces. */
function dropText(lines: readonly MeetingLine[], count: number): MeetingLine[] {
  let left = count;
  return lines.flatMap((line) => {
    if (left <= 0) return [line];
    const text = line.text.slice(left).trim();
    left -= line.text.length + 1;
    return text === "" || left >= 0 ? [] : [{ ...line, text, spaced: false, forced: false }];
  });
}

/** Takes the date off the end of the cell: a line may end within it, and within a word of it. */
function takeDate(
  lines: readonly MeetingLine[],
  knowledge: WordKnowledge,
): {
  before: MeetingLine[];
  date: { text: string; days: DateRange | undefined } | undefined;
} {
  const joined = joinLines(
    lines.map((line) => line.text),
    knowledge,
  ).text;
  const found = findDates(joined) ?? looseDate(joined);
  if (found === undefined) return { before: [...lines], date: undefined };
  return { before: takeLetters(lines, lettersIn(joined.slice(0, found.index))), date: found };
}

/** The start of the lines, up to so many characters that joining lines neither adds nor takes away. */
function takeLetters(lines: readonly MeetingLine[], count: number): MeetingLine[] {
  let left = count;
  return lines.flatMap((line) => {
    let end = 0;
    for (const character of line.text) {
      if (left <= 0 && character !== " ") break;
      left -= lettersIn(character);
      end += character.length;
    }
    const text = line.text.slice(0, end).trim();
    return text === "" ? [] : [{ ...line, text }];
  });
}

/** How many characters of a text are neither spaces nor hyphens. */
function lettersIn(text: string): number {
  return text.replace(/[\s\-‐‑\u00AD]/gu, "").length;
}

/** Text that ends with a year, and is meant as a date, but is none that can be read. */
function looseDate(text: string): { index: number; text: string; days: undefined } | undefined {
  const match = /(?:^|,\s*|\s)(\d{1,2}\b[^,]*\d{4})\s*$/u.exec(text);
  const date = match?.[1];
  return match === null || date === undefined
    ? undefined
    : { index: match.index + match[0].indexOf(date), text: date.trim(), days: undefined };
}

/** Opening quotes and what closes them. */
const QUOTES: Readonly<Record<string, readonly string[]>> = {
  "“": ["”"],
  '"': ['"'],
  "‘": ["’"],
  "„": ["“", "”"],
  "«": ["»"],
  "‚": ["‘", "’"],
  "'": ["'"],
};

/**
 * Divides what stands between label and date into theme and place. The place starts at a bracket that closes behind the date; else after the
 * quote that closes the theme; else after white space; else at the line that holds the city, the last but one of the fields that commas divide, and begins on a line that was
 * started on purpose.
 */
function splitPlace(lines: readonly MeetingLine[]): { theme: MeetingLine[]; place: MeetingLine[] } {
  const bracket = lines.findLastIndex((line) => openBracketIn(line.text) >= 0);
  if (bracket >= 0 && !lines.slice(bracket + 1).some((line) => line.text.includes(")"))) {
    return cutInside(lines, bracket, openBracketIn(lines[bracket]?.text ?? ""));
  }
  const closing = QUOTES[lines[0]?.text.charAt(0) ?? ""];
  if (closing !== undefined) {
    const last = lines.findLastIndex((line) => closingAt(line.text, closing) > 0);
    if (last >= 0) return cutInside(lines, last, closingAt(lines[last]?.text ?? "", closing));
  }
  const spaced = lines.findLastIndex((line, i) => i > 0 && line.spaced && hasComma(lines.slice(i)));
  if (spaced > 0) return cutAt(lines, spaced);
  const comma = firstPlaceComma(lines);
  const starts = lines.flatMap((_, i) => (i > 0 && i <= comma ? [i] : []));
  const start = starts.findLast((i) => lines[i]?.forced === true) ?? starts.at(-1);
  return start === undefined ? { theme: [], place: [...lines] } : cutAt(lines, start);
}

/** The place of a bracket that has words behind it and does not close; -1 where there is none. */
function openBracketIn(text: string): number {
  return /\((?=[^()]*\p{L}[^()]*$)/u.exec(text)?.index ?? -1;
}

/** The place behind the last closing quote that a space or the end of the line follows; 0 where there is none. */
function closingAt(text: string, closing: readonly string[]): number {
  let last = 0;
  for (let i = 1; i < text.length; i++) {
    const ends = text[i + 1] === undefined || text[i + 1] === " ";
    if (ends && closing.includes(text.charAt(i))) last = i + 1;
  }
  return last;
}

function cutAt(lines: readonly MeetingLine[], index: number): { theme: MeetingLine[]; place: MeetingLine[] } {
  return { theme: lines.slice(0, index), place: lines.slice(index) };
}

/** Cuts a line behind so many characters. */
function cutInside(lines: readonly MeetingLine[], index: number, at: number): { theme: MeetingLine[]; place: MeetingLine[] } {
  const line = lines[index];
  if (line === undefined) return cutAt(lines, index);
  const parts = (text: string): MeetingLine[] => (text === "" ? [] : [{ ...line, text }]);
  return {
    theme: [...lines.slice(0, index), ...parts(line.text.slice(0, at).trim())],
    place: [...parts(line.text.slice(at).trim()), ...lines.slice(index + 1)],
  };
}

function hasComma(lines: readonly MeetingLine[]): boolean {
  return /,\s*\S/u.test(lines.map((line) => line.text).join(" "));
}

/** The index of the line with the comma between city and country: the last one that text follows. */
function firstPlaceComma(lines: readonly MeetingLine[]): number {
  const text = lines.map((line) => line.text).join(" ").replace(/[\s,]+$/u, "");
  const at = text.lastIndexOf(",");
  let start = 0;
  for (const [i, line] of lines.entries()) {
    if (at < start + line.text.length) return i;
    start += line.text.length + 1;
  }
  return lines.length - 1;
}

/** A theme without the quotes around the whole of it. */
function withoutQuotes(theme: string): string {
  const closing = QUOTES[theme.charAt(0)];
  const quoted = closing !== undefined && theme.length > 1 && closing.includes(theme.slice(-1));
  return (quoted ? theme.slice(1, -1) : theme).trim();
}
