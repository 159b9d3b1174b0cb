/** Why a PDF gave no result: a code with its typed arguments. Words are made at the edge, in `src/cli/`. */
export type Fault =
  | { readonly code: "not-a-pdf" }
  | { readonly code: "damaged"; readonly reason: string; readonly page?: number }
  | { readonly code: "password-needed" }
  | { readonly code: "password-wrong" }
  | { readonly code: "no-text"; readonly pages: number }
  | { readonly code: "no-table"; readonly missing: readonly string[] }
  | { readonly code: "timed-out"; readonly seconds: number }
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
