import type { AnnexDiff, Change, FieldValue, ItemPlace, MeetingContent, WordRun } from "../../diff/model.js";
import { ITEM_COLUMNS } from "../../model/annex.js";
import { COLUMN_LABELS } from "../labels.js";

/** The changes of one meeting or of the title block, which every report shows together. */
export interface Section {
  readonly title: string;
  readonly groups: readonly Group[];
}

/** The changes of one column, or, with no title, those of the fields and of the meeting itself. */
export interface Group {
  readonly title: string | null;
  readonly changes: readonly Change[];
}

/** Groups the changes by meeting and column without changing their order. */
export function sectionsOf(diff: AnnexDiff): Section[] {
  const sections: { title: string; groups: { title: string | null; changes: Change[] }[] }[] = [];
  for (const change of diff.changes) {
    const title = sectionTitle(change);
    let section = sections.at(-1);
    if (section?.title !== title) {
      section = { title, groups: [] };
      sections.push(section);
    }
    const groupTitle = change.subject === "item" ? COLUMN_LABELS[change.column] : null;
    let group = section.groups.at(-1);
    if (group?.title !== groupTitle) {
      group = { title: groupTitle, changes: [] };
      section.groups.push(group);
    }
    group.changes.push(change);
  }
  return sections;
}

function sectionTitle(change: Change): string {
  if (change.subject === "document") return "Title block";
  return change.meeting === null ? "Meeting without a number" : `Meeting ${change.meeting}`;
}

const FIELD_LABELS = {
  annex: "Annex",
  title: "Title",
  period: "Period",
  lastUpdated: "Last updated",
  updatedBy: "Updated by",
  number: "Number",
  label: "Label",
  theme: "Theme",
  city: "City",
  country: "Country",
  dateText: "Dates",
  start: "First day",
  end: "Last day",
} as const;

/** What a field is called in a report. */
export function fieldLabel(field: keyof typeof FIELD_LABELS): string {
  return FIELD_LABELS[field];
}

/** A field's value in words; a missing one is named, not left empty. */
export function valueInWords(value: FieldValue): string {
  if (value === null) return "(none)";
  if (typeof value === "object") return `${value.from}-${value.to}`;
  return value === "" ? "(empty)" : String(value);
}

/** The name, place and date, as printed, of a meeting that was added or removed. */
export function meetingInWords({ label, theme, city, country, dateText }: MeetingContent): string {
  return [label, theme, city, country, dateText].filter((part) => part !== null && part !== "").join(", ");
}

/** The columns with items of a meeting that was added or removed. */
export function columnsOf(meeting: MeetingContent): { label: string; items: readonly ItemPlace[] }[] {
  return ITEM_COLUMNS.filter((column) => meeting[column].length > 0).map((column) => ({
    label: COLUMN_LABELS[column],
    items: meeting[column],
  }));
}

/** The counts in words: 4 added, 5 removed, 10 changed, 3 moved. */
export function summaryInWords({ summary }: AnnexDiff): string {
  const counts = [`${summary.added} added`, `${summary.removed} removed`, `${summary.changed} changed`, `${summary.moved} moved`];
  return counts.filter((count) => !count.startsWith("0 ")).join(", ") || "no difference";
}

/** The runs on one line: if the texts begin differently, a space separates their first words. */
export function spaced(words: readonly WordRun[]): WordRun[] {
  const [first, second, ...rest] = words;
  if (first?.kind !== "removed" || second?.kind !== "added" || /^\s/u.test(second.text)) return [...words];
  return [first, { kind: "added", text: ` ${second.text}` }, ...rest];
}
