import type { AnnexDocument } from "../../model/annex.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import { countOf } from "../../report/labels.js";
import type { Terminal } from "./terminal.js";

/** At most this many ranges of pages are listed. */
const MOST_RANGES = 8;

/**
 * Prints in one line that a result has errors among its diagnostics: the first kind of error with its pages, and how many others there are.
 */
export function sayErrors(path: string, diagnostics: readonly Diagnostic[], terminal: Terminal): void {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const [first] = errors;
  if (first === undefined) return;
  const alike = errors.filter(({ code }) => code === first.code);
  const pages = [...new Set(alike.flatMap(({ page }) => page ?? []))];
  const where = pages.length === 0 ? "" : `${pages.length === 1 ? "page" : "pages"} ${rangesOf(pages)}: `;
  const others = errors.length - alike.length;
  terminal.say(`${path}: ${where}${first.message}${others === 0 ? "" : `; and ${countOf(others, "other error")}`}`);
}

/** The number of errors among a document's diagnostics. */
export function errorsIn({ diagnostics }: Pick<AnnexDocument, "diagnostics">): number {
  return diagnostics.filter(({ severity }) => severity === "error").length;
}

/** The diagnostics that report pages as missing from the document. */
export function missingPages(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.filter(({ code }) => code === "page-unreadable" || code === "page-without-text");
}

/** "1, 3-5, 8", for pages in ascending order. */
function rangesOf(pages: readonly number[]): string {
  const ranges: { readonly first: number; readonly last: number }[] = [];
  for (const page of pages) {
    const before = ranges.at(-1);
    if (before?.last === page - 1) ranges[ranges.length - 1] = { first: before.first, last: page };
    else ranges.push({ first: page, last: page });
  }
  const shown = ranges.slice(0, MOST_RANGES).map(({ first, last }) => (first === last ? String(first) : `${first}-${last}`));
  return `${shown.join(", ")}${ranges.length > MOST_RANGES ? ", …" : ""}`;
}
