import { textOf } from "../layout/lines.js";
import type { FlowLine } from "../text/flow/flowLine.js";
import { hadNoRoomForLetter, wouldFit } from "../text/flow/room.js";
import { type Joined, type UndecidedCut, joinLines } from "../text/words/join.js";
import type { WordKnowledge } from "../text/words/wordKnowledge.js";
import { type DateRange, findDates } from "./dates.js";
import { NUMBER_BEFORE } from "./keys.js";
import { type AroundDate, type MeetingLine, type MeetingParts, partsReader, withoutQuotes } from "./meetingParts.js";
import { withoutNoteMarks } from "./noteMarks.js";

/** What the cell of a meeting's theme says. */
export interface MeetingCell {
  readonly label: string;
  readonly labelNumber: number | undefined;
  readonly theme: string;
  readonly city: string | null;
  readonly country: string | null;
  /** The place as printed, if it could not be divided into city and country. */
  readonly unreadPlace: string | undefined;
  /** Whether nothing separates theme and place, so that either may have words of the other. */
  readonly doubtful: boolean;
  /** Text that belongs to none of these fields; empty if there is none. */
  readonly unread: string;
  /** Cuts within words of the theme and the place that nothing decided. */
  readonly undecided: readonly UndecidedCut[];
  readonly dateText: string | null;
  readonly days: DateRange | undefined;
}

/** The lines of a meeting cell, without the marks of notes. */
export function meetingLines(lines: readonly FlowLine[], isSpaced: (line: FlowLine) => boolean): MeetingLine[] {
  return lines.flatMap((line, i) => {
    const above = lines[i - 1];
    const { text } = withoutNoteMarks(textOf(line.line));
    if (text === "") return [];
    const forced = above !== undefined && wouldFit(line, above, 1);
    return [{ text, spaced: isSpaced(line), forced, full: hadNoRoomForLetter(line, lines[i + 1]) }];
  });
}

/** Reads label, theme, place and dates from the lines of the meeting cells of a document. */
export function readMeetingCells(
  cells: readonly (readonly MeetingLine[])[],
  labelPattern: RegExp,
  knowledge: WordKnowledge,
): MeetingCell[] {
  const taken = cells.map((lines) => {
    const label = takeLabel(lines, labelPattern);
    return { label, ...takeDate(label.rest, knowledge) };
  });
  const partsOf = partsReader(taken.map(({ around }) => around));
  return taken.map(({ label, around, date }) => ({
    label: label.text,
    labelNumber: label.number,
    ...placeAndTheme(partsOf(around), date, knowledge),
  }));
}

function placeAndTheme(
  parts: MeetingParts,
  date: TakenDate | undefined,
  knowledge: WordKnowledge,
): Omit<MeetingCell, "label" | "labelNumber"> {
  const undecided: UndecidedCut[] = [];
  const join = (lines: readonly MeetingLine[]): string => {
    const joined = joinedLines(lines, knowledge);
    undecided.push(...joined.undecided);
    return joined.text;
  };
  // Without a date, nothing shows that this is a place.
  const place = date === undefined ? "" : trimmed(join(parts.place));
  const theme = date === undefined ? join([...parts.theme, ...parts.place]) : join(parts.theme);
  const fields = place.split(/\s*,\s*/u).filter((field) => field !== "");
  const isRead = fields.length > 1;
  return {
    theme: withoutQuotes(theme.replace(SEPARATORS_BEHIND, "")),
    city: isRead ? fields.slice(0, -1).join(", ") : null,
    country: isRead ? (fields.at(-1) ?? null) : null,
    unreadPlace: isRead ? undefined : place,
    doubtful: parts.doubtful && date !== undefined,
    unread: join(parts.unread),
    undecided,
    dateText: date?.text ?? null,
    days: date?.days,
  };
}

/** A place without the bracket that closes after the date, and what separates it from the text around it. */
function trimmed(place: string): string {
  return place.replace(/^\(\s*(?=[^)]*$)|[\s,;:(–-]+$/gu, "");
}

/** What may come after a theme to separate it from the date. */
const SEPARATORS_BEHIND = /(?<=\S)\s*[,;:(–-]+$/u;

/** What may come between a label and a theme on its line, and belongs to neither: "ASEM CMM 8: The Role of Culture". */
const SEPARATOR = String.raw`(?:\s*[:;,.–—-](?=\s|$))?`;

/** Removes the label from the start of the cell; it may span lines and run into the theme. */
function takeLabel(lines: readonly MeetingLine[], pattern: RegExp): { text: string; number: number | undefined; rest: MeetingLine[] } {
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
    return text === "" ? [] : [{ ...line, text, spaced: false, forced: false }];
  });
}

/** A date as printed; `days` is undefined if it cannot be read. */
interface TakenDate {
  readonly text: string;
  readonly days: DateRange | undefined;
}

function joinedLines(lines: readonly MeetingLine[], knowledge: WordKnowledge): Joined {
  return joinLines(
    lines.map((line) => line.text),
    knowledge,
    (i) => lines[i]?.full === true,
  );
}

/** Removes the date from the cell: a line may end within it, even within a word of it. */
function takeDate(lines: readonly MeetingLine[], knowledge: WordKnowledge): { around: AroundDate; date: TakenDate | undefined } {
  const joined = joinedLines(lines, knowledge).text;
  const found = findDates(joined) ?? looseDate(joined);
  if (found === undefined) return { around: { before: lines, after: [] }, date: undefined };
  const end = found.index + found.text.length;
  return {
    around: {
      before: takeLetters(lines, lettersIn(joined.slice(0, found.index))),
      after: leaveLetters(lines, lettersIn(joined.slice(0, end))),
    },
    date: found,
  };
}

/** The start of the lines, up to a count of those characters that joining lines neither adds nor removes. */
function takeLetters(lines: readonly MeetingLine[], count: number): MeetingLine[] {
  let left = count;
  return lines.flatMap((line) => {
    let end = 0;
    for (const character of line.text) {
      if (left <= 0) break;
      left -= lettersIn(character);
      end += character.length;
    }
    const text = line.text.slice(0, end).trim();
    return text === "" ? [] : [{ ...line, text }];
  });
}

/**
 * The lines without the start that `takeLetters` takes, and without the punctuation that separates it from the rest, such as the bracket
 * that closes around the date.
 */
function leaveLetters(lines: readonly MeetingLine[], count: number): MeetingLine[] {
  let left = count;
  const rest = lines.flatMap((line) => {
    let start = 0;
    for (const character of line.text) {
      if (left <= 0) break;
      left -= lettersIn(character);
      start += character.length;
    }
    const text =
      start === 0
        ? line.text
        : line.text
            .slice(start)
            .replace(/^[\s,;:.)–-]+/u, "")
            .trim();
    return text === "" ? [] : [start === 0 ? line : { ...line, text, spaced: false, forced: false }];
  });
  return rest.some(({ text }) => /[\p{L}\p{N}]/u.test(text)) ? rest : [];
}

/** How many characters of a text are neither spaces nor hyphens. */
function lettersIn(text: string): number {
  return text.replace(/[\s\-‐‑\u00AD]/gu, "").length;
}

/** Text that ends with a year and is meant as a date, but cannot be read as one. */
function looseDate(text: string): { index: number; text: string; days: undefined } | undefined {
  const match = /(?:^|,\s*|\s)(\d{1,2}\b[^,]*\d{4})\s*$/u.exec(text);
  const date = match?.[1];
  return match === null || date === undefined
    ? undefined
    : { index: match.index + match[0].indexOf(date), text: date.trim(), days: undefined };
}
