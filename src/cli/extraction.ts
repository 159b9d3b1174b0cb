import { createHash } from "node:crypto";
import { basename } from "node:path";
import type { Profile } from "../annex/profile.js";
import type { AnnexDocument } from "../model/annex.js";
import type { Extraction } from "../pipeline.js";
import type { ReaderPool } from "../worker/pool.js";
import type { OnPage } from "../worker/tasks.js";
import { STANDARD } from "./disk.js";
import { Failure } from "./failure.js";
import type { ReadingOptions } from "./options.js";
import { passwordOf, resultOf } from "./reading.js";

/** What an extraction depends on besides the PDF and the limits. */
export interface ExtractionSettings {
  readonly password?: string | undefined;
  readonly profile?: Profile | undefined;
}

/** The options that every command has which reads annexes. */
export interface ExtractionOptions extends ReadingOptions {
  readonly profile?: string;
}

/** What `--profile` is said to be. */
export const PROFILE_HELP = "the matrix to look for, as JSON (default: the ASEM culture ministers' annex)";

/** What an extraction depends on, as the options say. */
export async function settingsOf(options: ExtractionOptions): Promise<ExtractionSettings> {
  return { password: await passwordOf(options), profile: await profileOf(options) };
}

async function profileOf({ profile }: ExtractionOptions): Promise<Profile | undefined> {
  if (profile === undefined) return undefined;
  const { readProfile } = await import("./profileFile.js");
  return readProfile(profile);
}

/** Reads one PDF; throws a Failure that names it where it gives no document. */
export type Extractor = (path: string, bytes: Uint8Array<ArrayBuffer>, onPage?: OnPage) => Promise<Extraction>;

/** Extracts in a pool's threads; what the results are held against loads in this one meanwhile. */
export function extractorIn(pool: ReaderPool, { password, profile }: ExtractionSettings): Extractor {
  return async (path, bytes, onPage) => {
    const input = {
      file: path === STANDARD ? "stdin" : basename(path),
      ...(password === undefined ? {} : { password }),
      ...(profile === undefined ? {} : { profile }),
    };
    const running = pool.run({ task: "extract", bytes, input }, onPage);
    const { fitsContract } = await import("../model/contract.js");
    const extraction = resultOf(path, await running);
    if (!fitsContract(extraction.document)) {
      throw new Failure(`${path}: the result does not fit its own schema`, "This is a bug; please report it with the PDF.");
    }
    return extraction;
  };
}

/** The SHA-256 of some bytes or of a text, in hexadecimal. */
export function sha256(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}

/** How many errors there are among a document's diagnostics. */
export function errorsIn(document: AnnexDocument): number {
  return document.diagnostics.filter(({ severity }) => severity === "error").length;
}
