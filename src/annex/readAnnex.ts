import type { ToBbox } from "../layout/bbox.js";
import { glyphsIn, textOf } from "../layout/lines.js";
import type { Heading, Item, ItemColumn, Meeting } from "../model/annex.js";
import type { Finding } from "../model/diagnostic.js";
import { type KeptCell, openCell } from "../table/matrix/strip.js";
import { type DocumentTable, type PageLines } from "../table/pages/documentTable.js";
import { type TableRow, rowsOf } from "../table/pages/rows.js";
import { isSpaced } from "../text/flow/spacing.js";
import type { WordKnowledge } from "../text/words/join.js";
import { joinLines } from "../text/words/join.js";
import { type ColumnCell, readColumn } from "./columnItems.js";
import { ColumnStyles, keptFlow } from "./columnStyles.js";
import { readHeading } from "./heading.js";
import { meetingKeys } from "./keys.js";
import { type MeetingCell, meetingLines, readMeetingCells } from "./meetingCell.js";
import { type Unmarked, withoutNoteMarks } from "./noteMarks.js";
import { printedNumber } from "./printedNumber.js";
import type { Profile } from "./profile.js";
import { withoutRepeatedHeads } from "./repeatedHeads.js";

/** What an annex says, before it is a document: its parts, what is doubtful, and where its glyphs went. */
export interface AnnexReading {
  readonly heading: Heading;
  readonly meetings: readonly Meeting[];
  /** The row of each meeting, in their order. */
  readonly rows: readonly TableRow[];
  readonly findings: readonly Finding[];
  readonly glyphs: { readonly items: number; readonly emptyMarkers: number; readonly meetings: number };
}

/** Reads the rows of the matrix as meetings. */
export function readAnnex(
  table: DocumentTable,
  profile: Profile,
  knowledge: WordKnowledge,
  toBbox: ToBbox,
): AnnexReading {
  const numberField = profile.columns.find((column) => column.holds === "number")?.field;
  const meetingField = profile.columns.find((column) => column.holds === "meeting")?.field;
  const label = new RegExp(profile.label, "iu");
  const rows = rowsOf(table.strips, meetingKeys(label, numberField, meetingField));
  const styles = new ColumnStyles(rows);
  const heads = readHeads(rows, meetingField, styles, label, knowledge);
  const named = rows.flatMap((row, i) => {
    const head = heads[i];
    return head === undefined ? [] : [nameRow(row, head, { numberField, meetingField }, toBbox)];
  });
  const ids = uniqueIds(named.map((row) => row.number));
  const columns = new Map<string, ColumnCell[]>();
  for (const { field } of profile.columns.filter((column) => column.holds === "items")) {
    const cells = rows.map((row, i) => ({
      field,
      prefix: `${ids[i] ?? ""}/${field}`,
      meeting: named[i]?.number,
      parts: partsOf(row, field),
    }));
    columns.set(field, readColumn(cells, styles.of(field), knowledge, toBbox));
  }
  const cells = [...columns.values()].flat();
  const keyCells = rows.flatMap((row) => [...partsOf(row, numberField), ...partsOf(row, meetingField)]);
  return {
    heading: readTitle(table.heading, knowledge),
    meetings: named.map((row, i) => ({
      ...row.fields,
      pages: [...new Set(rows[i]?.parts.map((part) => part.page))].sort((a, b) => a - b),
      ...itemColumns((field) => columns.get(field)?.[i]?.items ?? []),
    })),
    rows,
    findings: [...named.flatMap((row) => row.findings), ...cells.flatMap((cell) => cell.findings)],
    glyphs: {
      items: cells.reduce((sum, cell) => sum + cell.itemGlyphs, 0),
      emptyMarkers: cells.reduce((sum, cell) => sum + cell.emptyMarkerGlyphs, 0),
      meetings: keyCells.reduce((sum, cell) => sum + glyphsIn(openCell(cell).lines), 0),
    },
  };
}

function itemColumns(items: (field: ItemColumn) => readonly Item[]): Record<ItemColumn, Item[]> {
  return {
    workshops: [...items("workshops")],
    actionPlan: [...items("actionPlan")],
    recommendations: [...items("recommendations")],
    followUp: [...items("followUp")],
  };
}

function partsOf(row: TableRow, field: string | undefined): KeptCell[] {
  return row.parts.filter((part) => part.field === field);
}

function readHeads(
  rows: readonly TableRow[],
  field: string | undefined,
  styles: ColumnStyles,
  label: RegExp,
  knowledge: WordKnowledge,
): MeetingCell[] {
  const style = styles.alone(field ?? "");
  return readMeetingCells(
    rows.map((row) => meetingLines(withoutRepeatedHeads(keptFlow(partsOf(row, field)), label), (line) => isSpaced(line, style))),
    label,
    knowledge,
  );
}

/** The columns that say which meeting a row is; undefined if the profile has none. */
interface KeyFields {
  readonly numberField: string | undefined;
  readonly meetingField: string | undefined;
}

/** A row with its number and the fields of its meeting cell. */
interface NamedRow {
  readonly number: number | undefined;
  readonly fields: Omit<Meeting, "pages" | ItemColumn>;
  readonly findings: readonly Finding[];
}

function nameRow(row: TableRow, head: MeetingCell, { numberField, meetingField }: KeyFields, toBbox: ToBbox): NamedRow {
  const textIn = (field: string | undefined): Unmarked => withoutNoteMarks(partsOf(row, field).flatMap((part) => openCell(part).lines.map(textOf)).join(" "));
  const numberText = textIn(numberField);
  const printed = printedNumber(numberText.text);
  const known = printed ?? head.labelNumber;
  const number = known === undefined || known < 1 ? undefined : known;
  const { label, theme, city, country, dateText, days } = head;
  // Anything but a number was written by mistake, or belongs to another column: it must not get lost.
  const unnumbered = printed === undefined ? [numberText.text] : [];
  const unread = [head.unread, ...unnumbered, ...numberText.marks, ...textIn(meetingField).marks].filter((text) => text !== "").join(" ");
  const place = { ...placeOf(row, toBbox), ...(number === undefined ? {} : { meeting: number }) };
  return {
    number,
    fields: { number: number ?? null, label, theme, city, country, dateText, start: days?.start ?? null, end: days?.end ?? null },
    findings: [...startDoubts(row), ...numberDoubts(printed, head), ...headDoubts({ ...head, unread })].map((finding) => ({ ...finding, ...place })),
  };
}

/** Where a row's first line is. */
function placeOf(row: TableRow, toBbox: ToBbox): Pick<Finding, "page" | "bbox"> {
  const first = row.parts.find((part) => part.lines.length > 0);
  const line = first === undefined ? undefined : openCell(first).lines[0];
  return first === undefined || line === undefined ? {} : { page: first.page, bbox: toBbox(first.page, line.box) };
}

/** What is doubtful about where a row starts. */
function startDoubts({ key }: TableRow): Finding[] {
  return key?.undecided === true ? [{ code: "row-undecided" }] : [];
}

/** What is doubtful about the number in a row's number cell, which its label should have as well. */
function numberDoubts(printed: number | undefined, { label, labelNumber }: MeetingCell): Finding[] {
  if (printed === undefined) return [{ code: "number-missing", label }];
  return labelNumber === undefined || labelNumber === printed ? [] : [{ code: "number-mismatch", actual: printed, expected: labelNumber }];
}

/** What is doubtful about a row's meeting cell. */
function headDoubts({ theme, city, country, dateText, days, unreadPlace, doubtful, unread }: MeetingCell): Finding[] {
  const findings: Finding[] = [];
  if (days === undefined) findings.push({ code: "date-unreadable", actual: dateText ?? "" });
  if (unreadPlace !== undefined) findings.push({ code: "place-unreadable", actual: unreadPlace });
  if (doubtful) findings.push({ code: "place-undecided", theme, place: [city, country].filter((name) => name !== null).join(", ") });
  if (unread !== "") findings.push({ code: "meeting-text-unread", text: unread });
  return findings;
}

/** `cmm8`, and `cmm8-2` for a second meeting of the same number; `row3` for the third row if it has none. */
function uniqueIds(numbers: readonly (number | undefined)[]): string[] {
  const seen = new Map<string, number>();
  return numbers.map((number, i) => {
    const id = number === undefined ? `row${i + 1}` : `cmm${number}`;
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count === 1 ? id : `${id}-${count}`;
  });
}

function readTitle(heading: readonly PageLines[], knowledge: WordKnowledge): Heading {
  const lines = heading.flatMap((entry) => entry.lines.map(textOf));
  return readHeading(joinLines(lines, knowledge).text);
}
