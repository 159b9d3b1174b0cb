import { TextPattern } from "../text/words/textPattern.js";

/** A line of the cell: its text and what its place reveals about it. */
export interface MeetingLine {
  readonly text: string;
  /** Whether white space divides it from the line above. */
  readonly spaced: boolean;
  /** Whether its first word had room on the line above, which was then ended on purpose. */
  readonly forced: boolean;
  /** Whether it had no room for the first letter of the line below, so that a word may be cut there. */
  readonly full?: boolean;
}

/** What a meeting's cell contains besides its label and its date. */
export interface AroundDate {
  readonly before: readonly MeetingLine[];
  readonly after: readonly MeetingLine[];
}

/** Theme and place of a meeting, and what is neither. */
export interface MeetingParts {
  readonly theme: readonly MeetingLine[];
  readonly place: readonly MeetingLine[];
  readonly unread: readonly MeetingLine[];
  /** Whether nothing shows where the theme ends and the place starts, or which of the two is before the date. */
  readonly doubtful: boolean;
}

/** Which of theme and place is before the date when the other is after it. */
type Order = "theme-first" | "place-first";

/** Theme and place divided, and whether anything shows where. */
interface Division {
  readonly theme: readonly MeetingLine[];
  readonly place: readonly MeetingLine[];
  readonly shown: boolean;
}

/** Separates the theme of a cell from its place. What one cell leaves open, the others decide: a document writes all of them alike. */
export function partsReader(cells: readonly AroundDate[]): (cell: AroundDate) => MeetingParts {
  const usual = usualOrder(cells.map(orderOf));
  const isOpen = !cells.some((cell) => dividePlace(besideDate(cell)).shown);
  return (cell) => {
    const { before, after } = cell;
    const order = orderOf(cell);
    if (order === undefined) {
      const division = dividePlace(besideDate(cell));
      return { ...division, unread: before.length === 0 ? [] : after, doubtful: isOpen && division.place.length > 0 };
    }
    const isPlaceFirst = (order === "either" ? usual : order) === "place-first";
    const [theme, place] = isPlaceFirst ? [after, before] : [before, after];
    return { theme, place, unread: [], doubtful: order === "either" && usual === undefined };
  };
}

/** The lines that contain both theme and place: those before the date, if there are any. */
function besideDate({ before, after }: AroundDate): readonly MeetingLine[] {
  return before.length === 0 ? after : before;
}

/** The order that most meetings show; undefined if none does, or as many show the other. */
function usualOrder(orders: readonly (Order | "either" | undefined)[]): Order | undefined {
  const [themeFirst = 0, placeFirst = 0] = (["theme-first", "place-first"] as const).map(
    (wanted) => orders.filter((order) => order === wanted).length,
  );
  if (themeFirst === placeFirst) return undefined;
  return themeFirst > placeFirst ? "theme-first" : "place-first";
}

/** Which of theme and place is before the date; undefined if both are, or if one side of the date has neither. */
function orderOf({ before, after }: AroundDate): Order | "either" | undefined {
  if (before.length === 0 || after.length === 0) return undefined;
  const whole = dividePlace(before);
  if (holdsBoth(whole) && PLACE.test(textOf(whole.place))) return undefined;
  const mayBePlace = (lines: readonly MeetingLine[]): boolean => PLACE.test(textOf(lines)) && !holdsBoth(dividePlace(lines));
  const first = mayBePlace(before);
  const second = mayBePlace(after);
  if (first && second) return "either";
  if (first) return "place-first";
  return second ? "theme-first" : undefined;
}

/** A sign of a name, as a pattern: names of places have no digits, and no punctuation that divides clauses. */
const NAME_SIGN = String.raw`[^\s,:;!?"“”„«»()\d]`;

/** A name of up to four words, the first with a capital: "Sofia", "the Hague", "Republic of Korea". */
const NAME = String.raw`(?:the )?\p{Lu}${NAME_SIGN}*(?: ${NAME_SIGN}+){0,3}`;

/** A city and a country, or a city, its region and a country, maybe in brackets; a full stop ends a sentence. */
const PLACE = new RegExp(String.raw`^\(?${NAME}(?:, ${NAME}){1,2}(?<!\.)[\s,;:()–-]*$`, "u");

function holdsBoth({ theme, shown }: Division): boolean {
  return shown && theme.length > 0;
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
 * Separates theme and place that are together. The place starts at a bracket that closes after the date; else after the quote that closes
 * the theme; else after white space; else at the line with the city, the last but one of the fields separated by commas, beginning on a
 * line that was started on purpose.
 */
function dividePlace(lines: readonly MeetingLine[]): Division {
  const bracket = lines.findLastIndex((line) => openBracketIn(line.text) >= 0);
  if (bracket >= 0 && !lines.slice(bracket + 1).some((line) => line.text.includes(")"))) {
    return cutInside(lines, bracket, openBracketIn(lines[bracket]?.text ?? ""));
  }
  const closing = QUOTES[lines[0]?.text.charAt(0) ?? ""];
  if (closing !== undefined) {
    const last = lines.findLastIndex((line) => closingAt(line.text, closing) > 0);
    if (last >= 0) return cutInside(lines, last, closingAt(lines[last]?.text ?? "", closing));
  }
  const spaced = lines.findLastIndex((line, i) => line.spaced && hasComma(lines.slice(i)));
  if (spaced > 0) return cutAt(lines, spaced, true);
  const comma = lineOfPlaceComma(lines);
  const starts = lines.flatMap((_, i) => (i > 0 && i <= comma ? [i] : []));
  const forced = starts.findLast((i) => lines[i]?.forced === true);
  if (forced !== undefined) return cutAt(lines, forced, true);
  const last = starts.at(-1);
  return last === undefined
    ? { theme: [], place: lines, shown: lines[0]?.forced === true || lines[0]?.spaced === true }
    : cutAt(lines, last, false);
}

const OPEN_BRACKET = new TextPattern(/\((?=[^()]*\p{L}[^()]*$)/u);

/** The index of a bracket that has words after it and does not close; -1 if there is none. */
function openBracketIn(text: string): number {
  return OPEN_BRACKET.exec(text)?.index ?? -1;
}

/** The index after the last closing quote that is followed by a space or the end of the line; 0 if there is none. */
function closingAt(text: string, closing: readonly string[]): number {
  let last = 0;
  for (let i = 1; i < text.length; i++) {
    const ends = text[i + 1] === undefined || text[i + 1] === " ";
    if (ends && closing.includes(text.charAt(i))) last = i + 1;
  }
  return last;
}

function cutAt(lines: readonly MeetingLine[], index: number, shown: boolean): Division {
  return { theme: lines.slice(0, index), place: lines.slice(index), shown };
}

/** Cuts a line at an index, where a mark shows it. */
function cutInside(lines: readonly MeetingLine[], index: number, at: number): Division {
  const line = lines[index];
  if (line === undefined) return cutAt(lines, index, true);
  const parts = (text: string): MeetingLine[] => (text === "" ? [] : [{ ...line, text }]);
  return {
    theme: [...lines.slice(0, index), ...parts(line.text.slice(0, at).trim())],
    place: [...parts(line.text.slice(at).trim()), ...lines.slice(index + 1)],
    shown: true,
  };
}

function hasComma(lines: readonly MeetingLine[]): boolean {
  return /,\s*\S/u.test(textOf(lines));
}

/** The index of the line with the comma between city and country: the last comma followed by text. Without one, the first line. */
function lineOfPlaceComma(lines: readonly MeetingLine[]): number {
  const at = textOf(lines)
    .replace(/[\s,]+$/u, "")
    .lastIndexOf(",");
  let next = 0;
  return lines.findIndex(({ text }) => {
    next += text.length + 1;
    return at < next;
  });
}

function textOf(lines: readonly MeetingLine[]): string {
  return lines.map((line) => line.text).join(" ");
}

/** A theme without the quotes around all of it. */
export function withoutQuotes(theme: string): string {
  const closing = QUOTES[theme.charAt(0)];
  const quoted = closing !== undefined && theme.length > 1 && closing.includes(theme.slice(-1));
  return (quoted ? theme.slice(1, -1) : theme).trim();
}
