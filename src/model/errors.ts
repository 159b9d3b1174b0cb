import type { Damage } from "./damage.js";
import type { Finding } from "./diagnostic.js";

/** Why a PDF gave no result: a code with typed arguments. It is put into words in `src/cli/terminal/words.ts`. */
export type Fault =
  /** The bytes have no %PDF- header. */
  | { readonly code: "not-a-pdf" }
  /** The PDF cannot be read. `page`, counted from 1, is set if a single page is the cause. */
  | { readonly code: "damaged"; readonly reason: Damage; readonly page?: number }
  /** The PDF is encrypted, and no password was given. */
  | { readonly code: "password-needed" }
  /** The PDF is encrypted, and the password does not open it. */
  | { readonly code: "password-wrong" }
  /**
   * No page has text, but pictures or outlines are drawn: most likely a scan. `recognised` is true if text recognition looked at the
   * pictures and found none either.
   */
  | { readonly code: "no-text"; readonly pages: number; readonly recognised?: true }
  /** No page has anything on it that could be text. */
  | { readonly code: "blank"; readonly pages: number }
  /** A requested page, counted from 1, does not exist; of a range it is the first. `pages` is how many the PDF has. */
  | { readonly code: "no-page"; readonly page: number; readonly pages: number }
  /**
   * No page has a table with the profile's columns; `missing` lists their names. `unmapped` is how many glyphs their fonts map to no
   * character, if there are any: the names may be among them.
   */
  | { readonly code: "no-table"; readonly missing: readonly string[]; readonly unmapped?: number }
  /** Abandoned after this time. Only by the command: the library has no limits. */
  | { readonly code: "timed-out"; readonly seconds: number }
  /** Abandoned because it needs more memory than this. Only by the command. */
  | { readonly code: "out-of-memory"; readonly mebibytes: number };

/**
 * The input gives no document; `fault` says why, as data. This is the only error that the library throws on purpose; any other is a bug.
 */
export class AnnexError extends Error {
  override readonly name = "AnnexError";

  constructor(readonly fault: Fault) {
    super(fault.code);
  }
}

/** Why a PDF gives no result: if a page could not be read, that is the reason, because the result may be on it. */
export function faultOfNothing(findings: readonly Finding[], otherwise: Fault): Fault {
  const damaged = findings.find((finding) => finding.code === "page-unreadable");
  if (damaged === undefined) return otherwise;
  return { code: "damaged", reason: damaged.reason, ...(damaged.page === undefined ? {} : { page: damaged.page }) };
}
