import type { AnnexDocument } from "../model/annex.js";
import { validateDocument } from "../model/validate.js";
import type { ReaderPool } from "../worker/pool.js";
import { STANDARD, readInput } from "./disk.js";
import { type ExtractionOptions, extractorIn, settingsOf } from "./extraction.js";
import { Failure } from "./failure.js";
import { parseJson } from "./json.js";
import { inLanes } from "./lanes.js";
import { defaultJobs, openPool } from "./reading.js";
import type { Terminal } from "./terminal.js";
import { describeShapeFault } from "./words.js";

/**
 * Reads documents, each out of a PDF or out of JSON that was extracted before; which of them it is, its first bytes tell.
 * Resolves to a document or to what went wrong for each path, in their order: one file's trouble does not hide another's.
 */
export async function readDocuments(
  paths: readonly string[],
  options: ExtractionOptions,
  terminal: Terminal,
): Promise<(AnnexDocument | Failure)[]> {
  if (paths.filter((path) => path === STANDARD).length > 1) throw new Failure("stdin can be read once only", "Give a file for one of them.");
  const settings = await settingsOf(options);
  const jobs = Math.min(defaultJobs(), paths.length);
  let pool: ReaderPool | undefined;
  const documents: (AnnexDocument | Failure)[] = [];
  try {
    await inLanes(paths, jobs, async (path, index) => {
      try {
        const bytes = await readInput(path, options.maxMemory);
        if (looksLikeJson(bytes)) {
          documents[index] = documentIn(path, bytes);
          return;
        }
        // Threads start for the first PDF: where there is none, none are needed.
        pool ??= openPool(options, { size: Math.min(jobs, Math.max(1, paths.filter(mayBePdf).length)) });
        const { document } = await extractorIn(pool, settings)(path, bytes, (read, pages) => {
          terminal.progress(`${path}: page ${read} of ${pages}`);
        });
        documents[index] = document;
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        documents[index] = error;
      }
    });
    return documents;
  } finally {
    terminal.progress("");
    await pool?.close();
  }
}

function documentIn(path: string, bytes: Uint8Array): AnnexDocument {
  const checked = validateDocument(parseJson(path, bytes));
  if ("document" in checked) return checked.document;
  const [first = ""] = checked.faults.map(describeShapeFault);
  throw new Failure(`${path}: not an extracted annex: ${first}`, `annex validate ${path} shows all that is wrong.`);
}

/** Whether the first byte that is no white space and no byte order mark opens an object. */
function looksLikeJson(bytes: Uint8Array): boolean {
  return /^\uFEFF?\s*\{/u.test(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(0, 1024)));
}

function mayBePdf(path: string): boolean {
  return !/\.json$/iu.test(path);
}
