import type { ItemColumn } from "../model/annex.js";
import type { Severity } from "../model/diagnostic.js";

/** The names of the matrix's columns in a report. */
export const COLUMN_LABELS: Readonly<Record<ItemColumn, string>> = {
  workshops: "Workshops",
  actionPlan: "Action plan",
  recommendations: "Recommendations",
  followUp: "Follow-up",
};

/** What a finding of a severity is called in a report. */
export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };

/** p. 3; pp. 3, 4. */
export function pagesInWords(pages: readonly number[]): string {
  return `${pages.length === 1 ? "p." : "pp."} ${pages.join(", ")}`;
}

/** 1 item, 2 items. */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
