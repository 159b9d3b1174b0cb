import type { AnnexDocument, Meeting } from "../../model/annex.js";
import { SEVERITIES, describeFinding } from "../../model/describe.js";
import type { Diagnostic, DiagnosticCode, Finding } from "../../model/diagnostic.js";
import { HEADING_FIELDS } from "../../model/fields.js";
import { placeholderIn } from "../../model/placeholder.js";
import type { FaultPlace, PlacedFault } from "../model.js";
import type { Rule } from "../rule.js";
import { placeOfHeading, placeOfItem, placeOfMeeting, placedItems } from "../walk.js";

const TITLES: Readonly<Record<DiagnosticCode, string>> = {
  "glyph-without-home": "Text of the PDF that belongs to no cell, heading or page furniture",
  "glyph-unmapped": "Glyphs that their font maps to no character",
  "file-mended": "A PDF whose structure is damaged",
  "page-unreadable": "A page that could not be read completely",
  "page-without-text": "A page whose text is a picture or drawn as outlines",
  "page-blank": "A page with nothing on it",
  "row-interrupted": "A row that continues after a page that was not read completely",
  "row-undecided": "A row of which nothing shows where it starts or ends",
  "item-interrupted": "An item that continues after a page that was not read completely",
  "ocr-page": "A page whose text was recognised in its picture",
  "ocr-doubtful": "A recognised word that may be misread",
  "ocr-ignored": "Ink in a picture that was not taken for text",
  "ocr-specks": "Specks in a picture that were left out",
  "text-hidden": "Text that the PDF contains but does not show",
  "hyphen-undecided": "A hyphen at a line end that may or may not belong to the word",
  "paragraph-undecided": "The end of a full line that may or may not end a paragraph",
  "item-undecided": "A paragraph that may or may not belong to the item above it",
  "bullet-empty": "A bullet with no text after it",
  "header-unknown": "A column header that the profile does not know",
  "header-missing": "A column of the profile that no page has",
  "number-missing": "An empty NO cell",
  "number-mismatch": "A number in the NO cell that differs from the label",
  "date-unreadable": "A meeting without readable dates",
  "place-unreadable": "A meeting without a readable city and country",
  "place-undecided": "A theme and a place that nothing separates",
  "meeting-text-unread": "Text in the cell of a meeting that is in none of its fields",
  "heading-missing": "A title block in which something is missing",
  "placeholder-left": "A placeholder that was not filled in",
};

/** The rules on what the extraction said about the PDF. */
export const DIAGNOSTIC_RULES: readonly Rule[] = keysOf(TITLES).map((code) => ({
  code,
  severity: SEVERITIES[code],
  title: TITLES[code],
  check: ({ document }) => {
    const said = [...document.diagnostics, ...impliedBy(document)].map(faultOf);
    return [...said, ...placeholdersIn(document)].filter(({ fault }) => fault.code === code);
  },
}));

function keysOf<K extends string>(record: Readonly<Record<K, unknown>>): K[] {
  return Object.keys(record) as K[];
}

function faultOf(diagnostic: Diagnostic): PlacedFault {
  const { code, message, page, bbox, meeting } = diagnostic;
  const quote = quoteOf(diagnostic);
  const place: FaultPlace = {
    ...(page === undefined ? {} : { page }),
    ...(bbox === undefined ? {} : { bbox }),
    ...(meeting === undefined ? {} : { meeting }),
    ...(quote === undefined ? {} : { quote }),
  };
  return { fault: { code, message }, place };
}

function quoteOf(diagnostic: Diagnostic): string | undefined {
  switch (diagnostic.code) {
    case "glyph-without-home":
    case "text-hidden":
    case "ocr-doubtful":
    case "meeting-text-unread":
      return diagnostic.text;
    case "hyphen-undecided":
      return `${diagnostic.before}-${diagnostic.after}`;
    case "paragraph-undecided":
      return `${diagnostic.before} ${diagnostic.after}`;
    case "item-undecided":
      return diagnostic.start;
    default:
      return undefined;
  }
}

/** What the extraction would have said about a document that was written or edited by hand. */
function impliedBy(document: AnnexDocument): Diagnostic[] {
  const isSaid = (code: DiagnosticCode, meeting: number | null): boolean =>
    document.diagnostics.some((said) => said.code === code && (said.meeting ?? null) === meeting);
  const ofMeetings = document.meetings.flatMap((meeting) => ofMeeting(meeting).filter(({ code }) => !isSaid(code, meeting.number)));
  const saidFields = new Set(document.diagnostics.flatMap((said) => (said.code === "heading-missing" ? [said.field] : [])));
  const missing = HEADING_FIELDS.filter((field) => document.document[field] === null && !saidFields.has(field));
  const ofHeading = missing.map((field): Finding => ({ code: "heading-missing", field, page: 1 }));
  return [...ofHeading, ...ofMeetings].map(describeFinding);
}

/** Underscores to write on, which are in the texts themselves. */
function placeholdersIn(document: AnnexDocument): PlacedFault[] {
  const { title, updatedBy } = document.document;
  const texts: { text: string | null; field: string; place: FaultPlace }[] = [
    { text: title, field: "title", place: placeOfHeading(title) },
    { text: updatedBy, field: "updatedBy", place: placeOfHeading(updatedBy) },
    ...document.meetings.flatMap((meeting) =>
      (["theme", "city", "country", "dateText"] as const).map((field) => ({
        text: meeting[field],
        field,
        place: placeOfMeeting(meeting, meeting[field]),
      })),
    ),
    ...placedItems(document).map(({ item, meeting }) => ({ text: item.text, field: "the item", place: placeOfItem(item, meeting) })),
  ];
  return texts.flatMap(({ text, field, place }) => {
    const actual = placeholderIn(text ?? "");
    if (actual === undefined) return [];
    const { code, message } = describeFinding({ code: "placeholder-left", field, actual });
    return [{ fault: { code, message }, place }];
  });
}

function ofMeeting({ number, label, dateText, start, city, country, pages }: Meeting): Finding[] {
  const page = pages[0];
  const place = { ...(page === undefined ? {} : { page }), ...(number === null ? {} : { meeting: number }) };
  const labelNumber = /(\d+)\D*$/u.exec(label)?.[1];
  const findings: Finding[] = [];
  if (number !== null && labelNumber !== undefined && Number(labelNumber) !== number) {
    findings.push({ code: "number-mismatch", actual: number, expected: Number(labelNumber), ...place });
  }
  if (start === null) findings.push({ code: "date-unreadable", actual: dateText ?? "", ...place });
  if (city === null || country === null) findings.push({ code: "place-unreadable", actual: city ?? country ?? "", ...place });
  return findings;
}
