import type { Profile } from "../../annex/profile.js";
import type { AnnexDocument } from "../../model/annex.js";
import { isRecordsDocument } from "../../model/records.js";
import { validateDocument } from "../../model/validate.js";
import type { SeenEdition } from "../../report/diff/editionPages.js";
import type { ReaderPool } from "../../worker/pool.js";
import { STANDARD } from "../files/disk.js";
import { readInput } from "../files/input.js";
import { parseJson } from "../files/json.js";
import { readMeetingsProfile } from "../files/profileFile.js";
import { Failure } from "../terminal/failure.js";
import type { Terminal } from "../terminal/terminal.js";
import { describeShapeFault } from "../terminal/words.js";
import { type Access, accessOf } from "./access.js";
import { concurrently } from "./concurrently.js";
import { type ExtractionOptions, type PdfReader, annexExtractor, annexInspector } from "./extraction.js";
import { defaultJobs, limitsOf, openPool } from "./pool.js";

/**
 * Reads documents, each from a PDF or from extracted JSON; the first bytes of a file show which.
 *
 * @returns A document or a failure for each path, in order: one bad file does not hide the others.
 */
export function readDocuments(
  paths: readonly string[],
  options: DocumentOptions,
  terminal: Terminal,
): Promise<(AnnexDocument | Failure)[]> {
  return readEach(paths, options, terminal, {
    ofJson: (document) => document,
    ofPdf: (pool, profile, access) => async (path, bytes, onPage) =>
      (await annexExtractor(pool, profile, access)(path, bytes, onPage)).document,
  });
}

/** Reads documents in the same way, with the pages of those that are PDFs. */
export function readEditions(paths: readonly string[], options: DocumentOptions, terminal: Terminal): Promise<(SeenEdition | Failure)[]> {
  return readEach<SeenEdition>(paths, options, terminal, { ofJson: (document) => ({ document, pages: [] }), ofPdf: annexInspector });
}

interface DocumentOptions extends ExtractionOptions {
  /** The name of the command, for its messages. */
  readonly command: string;
}

/** How a document is made from JSON, and how a PDF is read. */
interface Reading<T> {
  readonly ofJson: (document: AnnexDocument) => T;
  readonly ofPdf: (pool: ReaderPool, profile: Profile | undefined, access: Access) => PdfReader<T>;
}

async function readEach<T>(
  paths: readonly string[],
  options: DocumentOptions,
  terminal: Terminal,
  reading: Reading<T>,
): Promise<(T | Failure)[]> {
  if (paths.filter((path) => path === STANDARD).length > 1)
    throw new Failure("stdin can be read once only", "Give a file for one of them.");
  const access = await accessOf(options);
  const profile = options.profile === undefined ? undefined : await readMeetingsProfile(options.profile, options.command);
  const jobs = Math.min(defaultJobs(), paths.length);
  const pdfs = Math.max(1, paths.filter(mayBePdf).length);
  let pool: ReaderPool | undefined;
  const read = async (path: string): Promise<T> => {
    const bytes = await readInput(path, limitsOf(options));
    if (looksLikeJson(bytes)) return reading.ofJson(documentIn(path, bytes, options.command));
    // Threads are started at the first PDF: JSON needs none.
    pool ??= openPool(options, { size: Math.min(jobs, pdfs), threads: pdfs === 1 ? 2 : 1 });
    return reading.ofPdf(pool, profile, access)(path, bytes, (page, pages) => {
      terminal.progress(`${path}: page ${page} of ${pages}`);
    });
  };
  const documents: (T | Failure)[] = [];
  try {
    await concurrently(paths, jobs, async (path, index) => {
      documents[index] = await orFailure(read(path));
    });
    return documents;
  } finally {
    terminal.progress("");
    await pool?.close();
  }
}

/** The result, or the failure that came instead; other errors are bugs. */
async function orFailure<T>(result: Promise<T>): Promise<T | Failure> {
  try {
    return await result;
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

function documentIn(path: string, bytes: Uint8Array, command: string): AnnexDocument {
  const json = parseJson(path, bytes);
  if (isRecordsDocument(json))
    throw new Failure(
      `${path}: has records, and ${command} reads annexes of meetings only`,
      `annex validate ${path} holds records against their schema.`,
    );
  const checked = validateDocument(json);
  if ("document" in checked) return checked.document;
  const [first = ""] = checked.faults.map(describeShapeFault);
  throw new Failure(`${path}: not an extracted annex: ${first}`, `annex validate ${path} shows all that is wrong.`);
}

/** Whether the first byte that is neither white space nor part of a byte order mark opens an object. */
function looksLikeJson(bytes: Uint8Array): boolean {
  return /^\uFEFF?\s*\{/u.test(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(0, 1024)));
}

function mayBePdf(path: string): boolean {
  return !/\.json$/iu.test(path);
}
