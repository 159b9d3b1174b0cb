import type { AnnexDocument } from "./model/annex.js";
import type { Ledger } from "./model/ledger.js";
import type { Profile } from "./annex/profile.js";

/** What `extractAnnex` may be told besides the bytes. */
export interface ExtractOptions {
  /** The name that the result gives as its source; no folder. */
  readonly file?: string;
  /** The password of an encrypted PDF. */
  readonly password?: string;
  /** The matrix to look for; the ASEM culture ministers' annex where none is given. */
  readonly profile?: Profile;
  /** Told after each page: how many are read, of how many. */
  readonly onPage?: (read: number, pages: number) => void;
}

/** A document and the account of its glyphs. */
export interface Extraction {
  readonly document: AnnexDocument;
  readonly ledger: Ledger;
}

/**
 * Reads the annex out of a PDF's bytes.
 *
 * @throws AnnexError where the bytes give no document; its `fault` says why.
 */
export function extractAnnex(bytes: Uint8Array, options: ExtractOptions = {}): Promise<Extraction> {
  return Promise.reject(new Error(`not built yet: ${bytes.length} ${options.file ?? ""}`));
}
