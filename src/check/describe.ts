import type { Marker } from "../model/annex.js";
import type { Fault } from "./model.js";

const MARKERS: Readonly<Record<Marker, string>> = {
  bullet: "a bullet",
  number: "a number",
  dash: "a dash",
  letter: "a letter",
  none: "no marker",
};

/** Puts a fault into words: what is unexpected, and what is expected instead. */
export function describeFault(fault: Fault): string {
  switch (fault.code) {
    case "character-unreadable":
      return `Unexpected character ${codePoint(fault.character)}, expected readable text`;
    case "meeting-doubled":
      return `Unexpected second meeting ${fault.actual}, expected each number once`;
    case "meeting-gap":
      return `Unexpected meeting ${fault.actual} after meeting ${fault.expected - 1}, expected meeting ${fault.expected}`;
    case "meeting-order":
      return `Unexpected meeting ${fault.actual} ${fault.neighbour === null ? "at the top of the table" : `below meeting ${fault.neighbour}`}, expected the order of the other meetings`;
    case "date-reversed":
      return `Unexpected end ${fault.end}, expected it on or after the start ${fault.start}`;
    case "date-order":
      return `Unexpected date ${fault.actual} of meeting ${fault.number}, expected one between those of the meetings before and after`;
    case "period-mismatch":
      return `Unexpected period ${years(fault.actual)} in the title, expected ${years(fault.expected)}, the years of the meetings`;
    case "last-updated-early":
      return `Unexpected last update on ${fault.actual}, expected it on or after the last meeting on ${fault.meeting}`;
    case "country-unknown":
      return `Unexpected country "${fault.actual}", expected ${fault.expected === null ? "one that ISO 3166 lists" : `"${fault.expected}"`}`;
    case "announced-year":
      return `Unexpected year ${fault.announced} for meeting ${fault.number}, expected ${fault.real}, when it was held`;
    case "announced-country":
      return `Unexpected host "${fault.announced}" for meeting ${fault.number}, expected "${fault.real}", where it was held`;
    case "item-duplicate":
      return `Unexpected duplicate of ${fault.first}, expected different text`;
    case "item-cut":
      return `Unexpected end of the text after "${fault.end}", expected ${missingPart(fault.missing)}`;
    case "item-date":
      return `Unexpected date "${fault.actual}", expected ${fault.expected}`;
    case "list-number":
      return `Unexpected number ${fault.actual} ${fault.previous === null ? "at the start of the list" : `after ${fault.previous}`}, expected ${fault.expected}`;
    case "markers-mixed":
      return `Unexpected ${fault.count === 1 ? "item" : `items (${fault.count})`} with ${MARKERS[fault.actual]}, expected ${MARKERS[fault.expected]} like the rest of the list`;
    case "cell-empty":
      return `Unexpected empty cell in column ${fault.column}, expected items`;
    case "baseline-meeting-gone":
      return `Missing meeting "${fault.label}" of the older edition`;
    case "baseline-field-changed":
      return `Unexpected ${fault.field} "${fault.after}", expected "${fault.before}" as in the older edition`;
    case "baseline-item-removed":
      return "Missing item of the older edition";
    case "baseline-item-changed":
      return `Unexpected wording, expected "${fault.before}" as in the older edition`;
    case "baseline-item-moved":
      return `Unexpected place, expected ${fault.before} as in the older edition`;
    default:
      return fault.message;
  }
}

function missingPart(missing: "sentence" | "bracket" | "quote"): string {
  switch (missing) {
    case "sentence":
      return "the rest of the sentence";
    case "bracket":
      return "the closing bracket";
    case "quote":
      return "the closing quotation mark";
  }
}

function years({ from, to }: { from: number; to: number }): string {
  return `${from}-${to}`;
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
