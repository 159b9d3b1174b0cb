import type { ToBbox } from "../layout/bbox.js";
import { glyphsIn, textOf } from "../layout/lines.js";
import type { ItemColumn, Meeting } from "../model/annex.js";
import type { Finding } from "../model/diagnostic.js";
import { openCell } from "../table/matrix/strip.js";
import type { TableRow } from "../table/pages/rows.js";
import { isSpaced } from "../text/flow/spacing.js";
import type { WordKnowledge } from "../text/words/wordKnowledge.js";
import type { ColumnStyles } from "./columnStyles.js";
import { type MeetingCell, meetingLines, readMeetingCells } from "./meetingCell.js";
import { fieldHolding } from "./meetingRows.js";
import { type Unmarked, withoutNoteMarks } from "./noteMarks.js";
import { printedNumber } from "./printedNumber.js";
import type { Profile } from "./profile.js";
import { withoutRepeatedHeads } from "./repeatedHeads.js";
import { cellOf, keptFlow } from "./rowCells.js";

/** What a row's number and meeting cells say. */
export interface RowHead {
  /** `cmm8`, and `cmm8-2` for a second meeting of the same number; `row3` for the third row if it has none. */
  readonly id: string;
  readonly number: number | undefined;
  readonly fields: Omit<Meeting, "pages" | ItemColumn>;
  readonly findings: readonly Finding[];
  /** How many glyphs its cells are made of. */
  readonly glyphs: number;
}

/** Reads the numbers and the meeting cells of all rows: one head for each row, in order. */
export function readRowHeads(
  rows: readonly TableRow[],
  styles: ColumnStyles,
  profile: Profile,
  knowledge: WordKnowledge,
  toBbox: ToBbox,
): RowHead[] {
  const cells = readCells(rows, styles, profile, knowledge);
  const heads = rows.flatMap((row, i) => {
    const cell = cells[i];
    return cell === undefined ? [] : [readHead(row, rows[i + 1], cell, profile, toBbox)];
  });
  const ids = uniqueIds(heads.map(({ number }) => number));
  return heads.map((head, i) => ({ ...head, id: ids[i] ?? "" }));
}

/** The meeting cells of all rows, read together: one may show what the parts of another are. */
function readCells(rows: readonly TableRow[], styles: ColumnStyles, profile: Profile, knowledge: WordKnowledge): MeetingCell[] {
  const field = fieldHolding(profile, "meeting");
  const label = new RegExp(profile.label, "iu");
  const style = styles.alone(field ?? "");
  const lines = rows.map((row) => meetingLines(withoutRepeatedHeads(keptFlow(cellOf(row, field)), label), (line) => isSpaced(line, style)));
  return readMeetingCells(lines, label, knowledge);
}

function readHead(row: TableRow, next: TableRow | undefined, cell: MeetingCell, profile: Profile, toBbox: ToBbox): Omit<RowHead, "id"> {
  const [numberParts, meetingParts] = [cellOf(row, fieldHolding(profile, "number")), cellOf(row, fieldHolding(profile, "meeting"))];
  const textIn = (parts: TableRow["parts"]): Unmarked =>
    withoutNoteMarks(parts.flatMap((part) => openCell(part).lines.map(textOf)).join(" "));
  const numberText = textIn(numberParts);
  const printed = printedNumber(numberText.text);
  const known = printed ?? cell.labelNumber;
  const number = known === undefined || known < 1 ? undefined : known;
  const { label, theme, city, country, dateText, days } = cell;
  // Anything but a number was written by mistake, or belongs to another column: it must not get lost.
  const unnumbered = printed === undefined ? [numberText.text] : [];
  const unread = [cell.unread, ...unnumbered, ...numberText.marks, ...textIn(meetingParts).marks].filter((text) => text !== "").join(" ");
  const meeting = number === undefined ? {} : { meeting: number };
  const place = { ...placeOf(row, toBbox), ...meeting };
  return {
    number,
    fields: { number: number ?? null, label, theme, city, country, dateText, start: days?.start ?? null, end: days?.end ?? null },
    findings: [
      ...[row, ...(next === undefined ? [] : [next])]
        .flatMap((below) => edgeDoubts(below, toBbox))
        .map((finding) => ({ ...finding, ...meeting })),
      ...[...numberDoubts(printed, cell), ...cellDoubts({ ...cell, unread })].map((finding) => ({ ...finding, ...place })),
    ],
    glyphs: [...numberParts, ...meetingParts].reduce((sum, part) => sum + glyphsIn(openCell(part).lines), 0),
  };
}

/** Where a row's first line is. */
function placeOf(row: TableRow, toBbox: ToBbox): Pick<Finding, "page" | "bbox"> {
  const first = row.parts.find((part) => part.lines.length > 0);
  const line = first === undefined ? undefined : openCell(first).lines[0];
  return first === undefined || line === undefined ? {} : { page: first.page, bbox: toBbox(first.page, line.box) };
}

/** What is doubtful about where a row starts, and the one before ends. */
function edgeDoubts(row: TableRow, toBbox: ToBbox): Finding[] {
  return row.key?.undecided === true ? [{ code: "row-undecided", ...placeOf(row, toBbox) }] : [];
}

/** What is doubtful about the number in a row's number cell, which its label should have as well. */
function numberDoubts(printed: number | undefined, { label, labelNumber }: MeetingCell): Finding[] {
  if (printed === undefined) return [{ code: "number-missing", label }];
  return labelNumber === undefined || labelNumber === printed ? [] : [{ code: "number-mismatch", actual: printed, expected: labelNumber }];
}

/** What is doubtful about a row's meeting cell. */
function cellDoubts({ theme, city, country, dateText, days, unreadPlace, doubtful, unread, undecided }: MeetingCell): Finding[] {
  const findings = undecided.map(({ cut: { before, after }, joined }): Finding => ({
    code: "hyphen-undecided",
    before,
    after,
    ...(joined ? { joined } : {}),
  }));
  if (days === undefined) findings.push({ code: "date-unreadable", actual: dateText ?? "" });
  if (unreadPlace !== undefined) findings.push({ code: "place-unreadable", actual: unreadPlace });
  if (doubtful) findings.push({ code: "place-undecided", theme, place: [city, country].filter((name) => name !== null).join(", ") });
  if (unread !== "") findings.push({ code: "meeting-text-unread", text: unread });
  return findings;
}

function uniqueIds(numbers: readonly (number | undefined)[]): string[] {
  const seen = new Map<string, number>();
  return numbers.map((number, i) => {
    const id = number === undefined ? `row${i + 1}` : `cmm${number}`;
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count === 1 ? id : `${id}-${count}`;
  });
}
