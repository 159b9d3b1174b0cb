import type { Finding } from "./diagnostic.js";

/** Why a PDF gave no result: a code with its typed arguments. Words are made at the edge, in `src/cli/`. */
export type Fault =
  /** The bytes have no %PDF- header. */
  | { readonly code: "not-a-pdf" }
  /** The PDF cannot be read; `page`, counted from 1, where it is a page that cannot. */
  | { readonly code: "damaged"; readonly reason: string; readonly page?: number }
  /** The PDF is encrypted, and no password was given. */
  | { readonly code: "password-needed" }
  | { readonly code: "password-wrong" }
  /**
   * None of the pages has text, and what they show is a picture or drawn: most likely a scan; `recognised` where none was found in their
   * pictures either.
   */
  | { readonly code: "no-text"; readonly pages: number; readonly recognised?: true }
  /** None of the pages has anything on it that could be text. */
  | { readonly code: "blank"; readonly pages: number }
  /** A page, counted from 1, or the first of a range, was asked for that is not there: the PDF has but so many. */
  | { readonly code: "no-page"; readonly page: number; readonly pages: number }
  /** No page has a table with the profile's columns; `missing` are their names. */
  | { readonly code: "no-table"; readonly missing: readonly string[] }
  /** Given up after so many seconds; the command only, the library has no limits. */
  | { readonly code: "timed-out"; readonly seconds: number }
  /** Given up as it needs more than so many MiB; the command only. */
  | { readonly code: "out-of-memory"; readonly mebibytes: number };

/**
 * The one error that the library throws on purpose: the input gives no document.
 * `fault` says why, as data; anything else that is thrown is a bug.
 */
export class AnnexError extends Error {
  override readonly name = "AnnexError";

  constructor(readonly fault: Fault) {
    super(fault.code);
  }
}

/** Why a PDF gives nothing: because a page could not be read, on which it may stand, and only else for the other reason. */
export function faultOfNothing(findings: readonly Finding[], otherwise: Fault): Fault {
  const damaged = findings.find((finding) => finding.code === "page-unreadable");
  if (damaged === undefined) return otherwise;
  return { code: "damaged", reason: damaged.reason, ...(damaged.page === undefined ? {} : { page: damaged.page }) };
}
