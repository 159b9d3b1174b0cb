import { describeDamage } from "./damage.js";
import type { Diagnostic, DiagnosticCode, Finding, Severity } from "./diagnostic.js";

/** How much each kind of diagnostic matters. */
export const SEVERITIES: Readonly<Record<DiagnosticCode, Severity>> = {
  "glyph-without-home": "error",
  "glyph-unmapped": "error",
  "file-mended": "warning",
  "page-unreadable": "error",
  "page-without-text": "error",
  "page-blank": "info",
  "row-interrupted": "error",
  "row-undecided": "warning",
  "item-interrupted": "error",
  "ocr-page": "info",
  "ocr-doubtful": "warning",
  "ocr-ignored": "warning",
  "ocr-specks": "info",
  "text-hidden": "warning",
  "hyphen-undecided": "warning",
  "paragraph-undecided": "warning",
  "item-undecided": "warning",
  "bullet-empty": "info",
  "header-unknown": "warning",
  "header-missing": "error",
  "number-missing": "warning",
  "number-mismatch": "error",
  "date-unreadable": "warning",
  "place-unreadable": "warning",
  "place-undecided": "warning",
  "meeting-text-unread": "error",
  "heading-missing": "warning",
  "placeholder-left": "warning",
};

/** Turns a finding into a diagnostic. Only here do diagnostics get their severity and their message. */
export function describeFinding(finding: Finding): Diagnostic {
  const words = { severity: SEVERITIES[finding.code], message: messageOf(finding) };
  return finding.code === "page-unreadable" ? { ...finding, reason: describeDamage(finding.reason), ...words } : { ...finding, ...words };
}

function messageOf(finding: Finding): string {
  switch (finding.code) {
    case "glyph-without-home":
      return `Unexpected text outside all cells and headings: "${finding.text}" (${finding.count} glyphs)`;
    case "glyph-unmapped":
      return `Unexpected glyphs that their font maps to no character (${finding.count}), expected readable text`;
    case "file-mended":
      return "Unexpected damage: the cross-references had to be rebuilt, and some objects may be missing";
    case "page-unreadable":
      return `Unexpected damage: ${finding.page === undefined ? "a" : "the"} page could not be read completely (${describeDamage(finding.reason)})`;
    case "page-without-text":
      return finding.shows === "outlines"
        ? "Unexpected outlines instead of text, expected a text layer (are its letters drawn?)"
        : "Unexpected picture instead of text, expected a text layer (is it a scan?)";
    case "page-blank":
      return "Unexpected page without any text";
    case "row-interrupted":
      return `Unexpected gap in a row: page ${finding.missing} was not read completely, and what follows may belong to another row`;
    case "row-undecided":
      return "Ambiguous edge between two rows: nothing shows where one ends and the next starts, and text of one may be read as the other's";
    case "item-interrupted":
      return `Unexpected gap in an item: page ${finding.missing} was not read completely, and ${finding.item} may be two items`;
    case "ocr-page":
      return `Text recognised in a picture, expected a text layer: ${finding.words} words, mean confidence ${finding.confidence} of 100`;
    case "ocr-doubtful":
      return `Doubtful text "${finding.text}", recognised with a confidence of ${finding.confidence} of 100`;
    case "ocr-ignored":
      if (finding.text === undefined) return "Unexpected ink larger than text, left out: a stain, a stamp or a picture";
      return finding.confidence === undefined
        ? `Unexpected text on top of recognised text, left out: "${finding.text}"`
        : `Unexpected ink, probably not text, left out: "${finding.text}", recognised with a confidence of ${finding.confidence} of 100`;
    case "ocr-specks":
      return `Unexpected specks, left out (${finding.count})`;
    case "text-hidden":
      return `Unexpected invisible text, left out: "${finding.text}" (${finding.count} glyphs)`;
    case "hyphen-undecided":
      return finding.joined === true
        ? `Ambiguous hyphen at a line end: "${finding.before}-" + "${finding.after}", removed although it may belong to the word`
        : `Ambiguous hyphen at a line end: "${finding.before}-" + "${finding.after}", kept because nothing shows whether the word was cut`;
    case "paragraph-undecided":
      return `Ambiguous end of a full line: "${finding.before}" + "${finding.after}", read as ${finding.divided ? "two paragraphs" : "one paragraph"} because nothing shows whether it ends there`;
    case "item-undecided":
      return `Ambiguous paragraph "${finding.start} ...": nothing shows whether it belongs to the item above, read as ${finding.divided ? "an item of its own" : "part of that item"}`;
    case "bullet-empty":
      return `Unexpected bullet without text in column ${finding.column}`;
    case "header-unknown":
      return `Unexpected column header "${finding.actual}"${finding.column === undefined ? "" : `, read as ${finding.column}`}`;
    case "header-missing":
      return `Missing header for column ${finding.column}`;
    case "number-missing":
      return `Unexpected empty NO cell, number read from the label "${finding.label}"`;
    case "number-mismatch":
      return `Unexpected number ${finding.actual} in the NO cell, expected ${finding.expected} as in the label`;
    case "date-unreadable":
      return `Unexpected date "${finding.actual}", expected one like 1-2 March 2018`;
    case "place-unreadable":
      return `Unexpected place "${finding.actual}", expected a city and a country`;
    case "place-undecided":
      return `Ambiguous theme and place, read as theme "${finding.theme}" and place "${finding.place}"`;
    case "meeting-text-unread":
      return `Unexpected text in the cell of a meeting besides its label, theme, place and date: "${finding.text}"`;
    case "heading-missing":
      return `Unexpected title block without ${finding.field}`;
    case "placeholder-left":
      return `Unexpected placeholder "${finding.actual}" in ${finding.field}, expected it filled in or removed`;
  }
}
