import type { Profile, RecordsProfile } from "../../annex/profile.js";
import type { AnnexDocument } from "../../model/annex.js";
import type { RecordsDocument } from "../../model/records.js";
import { EXTRACT_FORMATS, type ExtractFormat } from "../../report/extract/formats.js";
import { RECORDS_FORMATS } from "../../report/records/formats.js";
import type { ReaderPool } from "../../worker/pool.js";
import type { Access } from "../reading/access.js";
import { type Extractor, annexExtractor, recordsExtractor } from "../reading/extraction.js";
import { Failure } from "../terminal/failure.js";
import { type ResultOptions, type ResultWriter, resultWriter } from "./extractOutput.js";

/** How `annex extract` reads and writes one kind of document. */
export interface MatrixKind<Document> {
  /** The matrix to look for; undefined for the built-in one. */
  readonly profile: Profile | RecordsProfile | undefined;
  readonly extractor: (pool: ReaderPool) => Extractor<Document>;
  readonly writer: ResultWriter<Document>;
}

/** Annexes of meetings. */
export function annexKind(profile: Profile | undefined, access: Access, options: ResultOptions): MatrixKind<AnnexDocument> {
  return {
    profile,
    extractor: (pool) => annexExtractor(pool, profile, access),
    writer: resultWriter<AnnexDocument>(formatIn(EXTRACT_FORMATS, options), options),
  };
}

/** Records of any other matrix. */
export function recordsKind(profile: RecordsProfile, access: Access, options: ResultOptions): MatrixKind<RecordsDocument> {
  return {
    profile,
    extractor: (pool) => recordsExtractor(pool, profile, access),
    writer: resultWriter<RecordsDocument>(formatIn(RECORDS_FORMATS, options), options),
  };
}

function formatIn<Document>(
  formats: Readonly<Record<string, ExtractFormat<Document>>>,
  { format }: ResultOptions,
): ExtractFormat<Document> {
  const known = formats[format];
  if (known !== undefined) return known;
  throw new Failure(
    `--format ${format} is not for records, which the profile describes`,
    `Give one of ${Object.keys(formats).join(", ")}.`,
  );
}
