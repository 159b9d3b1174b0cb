import type { Heading } from "../model/annex.js";
import { HEADING_FIELDS } from "../model/fields.js";
import type { RowPair } from "./meetings.js";
import { MEETING_FIELDS, type FieldChange, type FieldValue, type WordRun } from "./model.js";
import { comparable } from "./text.js";
import { compareWords } from "./words.js";

/** The fields of the title block that differ. */
export function headingChanges(before: Heading, after: Heading): FieldChange[] {
  return HEADING_FIELDS.filter((field) => !isSameValue(before[field], after[field])).map((field) => ({
    kind: "changed",
    subject: "document",
    meeting: null,
    field,
    path: `/document/${field}`,
    ...values(before[field], after[field]),
  }));
}

/** The fields of a meeting that differ. */
export function meetingFieldChanges({ from, to }: RowPair): FieldChange[] {
  return MEETING_FIELDS.filter((field) => !isSameValue(from.meeting[field], to.meeting[field])).map((field) => ({
    kind: "changed",
    subject: "meeting",
    meeting: to.meeting.number,
    field,
    path: `${to.path}/${field}`,
    ...values(from.meeting[field], to.meeting[field]),
  }));
}

function values(before: FieldValue, after: FieldValue): { before: FieldValue; after: FieldValue; words?: WordRun[] } {
  const isText = typeof before === "string" && typeof after === "string";
  return isText ? { before, after, words: compareWords(before, after) } : { before, after };
}

function isSameValue(before: FieldValue, after: FieldValue): boolean {
  if (typeof before === "string" && typeof after === "string") return comparable(before) === comparable(after);
  if (typeof before === "object" && typeof after === "object") return before?.from === after?.from && before?.to === after?.to;
  return before === after;
}
