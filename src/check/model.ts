import type { ItemColumn, Marker } from "../model/annex.js";
import type { DiagnosticCode, Severity } from "../model/diagnostic.js";
import type { Bbox } from "../model/place.js";

/** Where a fault is, as far as it is known: the page, counted from 1, the box on it in points, the meeting, the item and the text there. */
export interface FaultPlace {
  readonly page?: number;
  readonly bbox?: Bbox;
  /** The number of the meeting. */
  readonly meeting?: number;
  /** The id of the item. */
  readonly item?: string;
  /** The text at the place. */
  readonly quote?: string;
}

/** What a rule found, as data; `code`, that of the rule, determines its other fields. docs/rules.md has a section for each code. */
export type Fault =
  | { readonly code: DiagnosticCode; readonly message: string }
  | { readonly code: "character-unreadable"; readonly character: string }
  | { readonly code: "meeting-doubled"; readonly actual: number }
  | { readonly code: "meeting-gap"; readonly actual: number; readonly expected: number }
  | { readonly code: "meeting-order"; readonly actual: number; readonly neighbour: number | null }
  | { readonly code: "date-reversed"; readonly start: string; readonly end: string }
  | { readonly code: "date-order"; readonly actual: string; readonly number: number }
  | { readonly code: "period-mismatch"; readonly actual: Period; readonly expected: Period }
  | { readonly code: "last-updated-early"; readonly actual: string; readonly meeting: string }
  | { readonly code: "country-unknown"; readonly actual: string; readonly expected: string | null }
  | { readonly code: "announced-year"; readonly number: number; readonly announced: number; readonly real: number }
  | { readonly code: "announced-country"; readonly number: number; readonly announced: string; readonly real: string }
  | { readonly code: "item-duplicate"; readonly first: string }
  | { readonly code: "item-cut"; readonly end: string; readonly missing: "sentence" | "bracket" | "quote" }
  | { readonly code: "item-date"; readonly actual: string; readonly expected: string }
  | { readonly code: "list-number"; readonly actual: number; readonly previous: number | null; readonly expected: number }
  | { readonly code: "markers-mixed"; readonly actual: Marker; readonly expected: Marker; readonly count: number }
  | { readonly code: "cell-empty"; readonly column: ItemColumn }
  | { readonly code: "baseline-meeting-gone"; readonly label: string }
  | { readonly code: "baseline-field-changed"; readonly field: string; readonly before: string; readonly after: string }
  | { readonly code: "baseline-item-removed" }
  | { readonly code: "baseline-item-changed"; readonly before: string }
  | { readonly code: "baseline-item-moved"; readonly before: string };

/** A period of years, both included. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** The code of a rule. */
export type RuleCode = Fault["code"];

/** A fault with the place where it is. */
export interface PlacedFault {
  readonly fault: Fault;
  readonly place: FaultPlace;
}

/** The severity of a rule's findings, or `off` if it is not applied. */
export type RuleLevel = Severity | "off";

/** A fault as it is reported: with its severity and in words. */
export interface CheckFinding {
  readonly rule: RuleCode;
  readonly severity: Severity;
  /** "Unexpected X, expected Y". */
  readonly message: string;
  readonly place: FaultPlace;
  readonly fault: Fault;
}

/** All findings in one document, in the order of its pages. */
export interface CheckReport {
  /** The name of the file that was checked, with no folder. */
  readonly file: string;
  readonly findings: readonly CheckFinding[];
}
