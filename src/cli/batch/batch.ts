import { join } from "node:path";
import type { AnnexDocument, Item } from "../../model/annex.js";
import { topItems } from "../../model/items.js";
import type { Ledger, RecordsLedger } from "../../model/ledger.js";
import { withNested } from "../../model/nested.js";
import type { RecordsDocument } from "../../model/records.js";
import type { Limits } from "../../worker/pool.js";
import type { Shard } from "../commandLine/options.js";
import { exists, makeFolder, removeLeftovers } from "../files/disk.js";
import { sha256 } from "../files/hash.js";
import { readInput } from "../files/input.js";
import { type NamedOutput, nameOutputs } from "../files/outputNames.js";
import { concurrently } from "../reading/concurrently.js";
import type { Extracted, Extractor } from "../reading/extraction.js";
import { errorsIn } from "../terminal/errors.js";
import { Failure } from "../terminal/failure.js";
import { ReadingFailure } from "../terminal/readingFailure.js";
import type { Terminal } from "../terminal/terminal.js";
import { Manifest, type ManifestEntry } from "./manifest.js";

/** How a batch is run. */
export interface BatchOptions<Document> {
  readonly outDir: string;
  /** The ending of the files that are written; undefined if each result is a folder. */
  readonly ending: string | undefined;
  /** Writes a result to a file or into a folder. */
  readonly write: (target: string, document: Document) => Promise<void>;
  /** Removes a result that an earlier run wrote there; resolves to whether there was one. */
  readonly remove: (target: string) => Promise<boolean>;
  /** A hash of what the results depend on besides the PDFs. */
  readonly settings: string;
  /** How many PDFs are read at a time. */
  readonly jobs: number;
  /** The limits of one PDF. */
  readonly limits: Limits;
  readonly resume: boolean;
  readonly shard: Shard | undefined;
  readonly debug: boolean;
}

/** The outcome of a batch. */
export interface BatchSummary {
  readonly ok: number;
  readonly errors: number;
  readonly failed: number;
  /** Of the PDFs that were read in this run, not those that an earlier run had read. */
  readonly ledgers: readonly (Ledger | RecordsLedger)[];
}

/** Reads many PDFs, several at a time. Each result is a file of its own; a PDF without a result does not stop the others. */
export async function runBatch<Document extends AnnexDocument | RecordsDocument>(
  paths: readonly string[],
  options: BatchOptions<Document>,
  extract: Extractor<Document>,
  terminal: Terminal,
): Promise<BatchSummary> {
  await makeFolder(options.outDir);
  const all = nameOutputs(paths, options.ending);
  const { shard } = options;
  // Every n-th PDF: the same part of the same list on every machine, and parts as even as possible.
  const tasks = shard === undefined ? all : all.filter((_, index) => index % shard.of === shard.part - 1);
  // Only of this part's files: other parts may be running in the same folder.
  await removeLeftovers(
    options.outDir,
    tasks.map(({ output }) => output),
  );
  const batch = { ...options, extract, terminal };
  const manifest = await Manifest.open(options.outDir, shard, options.resume);
  const started = performance.now();
  const counts = { ok: 0, errors: 0, failed: 0 };
  const ledgers: (Ledger | RecordsLedger)[] = [];
  let done = 0;
  const runTask = async (task: NamedOutput, index: number): Promise<void> => {
    const { entry, ledger } = await outcomeOf(task, manifest.known(task.path), batch);
    if (ledger !== undefined) ledgers.push(ledger);
    manifest.record(index, entry);
    counts[entry.outcome] += 1;
    done += 1;
    terminal.progress(done < tasks.length ? progressLine(done, tasks.length, performance.now() - started) : "");
  };
  // One more than the PDFs that are read at a time: while a result is written, the next PDF is being read.
  await concurrently(tasks, options.jobs + 1, runTask);
  manifest.finish();
  return { ...counts, ledgers };
}

/** A batch that is running. */
interface Batch<Document> extends BatchOptions<Document> {
  readonly extract: Extractor<Document>;
  readonly terminal: Terminal;
}

/** What became of a PDF: its entry in the manifest, and where its glyphs went if it was read in this run. */
interface PdfOutcome {
  readonly entry: ManifestEntry;
  readonly ledger?: Ledger | RecordsLedger;
}

/** @param known The entry of an earlier run. */
async function outcomeOf<Document extends AnnexDocument | RecordsDocument>(
  { path, output }: NamedOutput,
  known: ManifestEntry | undefined,
  batch: Batch<Document>,
): Promise<PdfOutcome> {
  let started = performance.now();
  const target = join(batch.outDir, output);
  const seconds = (): number => Math.round(performance.now() - started) / 1000;
  let hash: string | undefined;
  let extracted: Extracted<Document>;
  try {
    const bytes = await readInput(path, batch.limits);
    hash = sha256(bytes);
    if (known?.sha256 === hash && isStillTrue(known, batch, output)) return { entry: known };
    extracted = await batch.extract(path, bytes, undefined, () => (started = performance.now()));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    // An earlier result of another PDF would be taken for this one's. If it is the disk that fails, this PDF may still be the same.
    const isOutdated = hash !== undefined && (await batch.remove(target));
    sayProblem(error, isOutdated, batch);
    const fault = error instanceof ReadingFailure ? { fault: error.fault.code } : {};
    const sha = hash === undefined ? {} : { sha256: hash };
    const { settings } = batch;
    return { entry: { file: path, settings, ...sha, outcome: "failed", ...fault, reason: error.message, seconds: seconds() } };
  }
  const { document, ledger } = extracted;
  // A result that cannot be written stops the batch: the next one could not be written either.
  await batch.write(target, document);
  const counts = countsOf(document);
  const outcome = counts.errors > 0 ? "errors" : "ok";
  return { entry: { file: path, settings: batch.settings, sha256: hash, outcome, output, counts, seconds: seconds() }, ledger };
}

/** @param isRemoved Whether an earlier run had left a result, which is gone now. */
function sayProblem(failure: Failure, isRemoved: boolean, { terminal, debug }: Pick<Batch<never>, "terminal" | "debug">): void {
  terminal.sayProblem(isRemoved ? new Failure(`${failure.message}; the result of an earlier run is removed`) : failure);
  if (debug) terminal.sayLines(failure.stack ?? "");
}

/**
 * Whether an earlier run's entry is still valid: its result would be the same, and is still there. PDFs that ran out of time or memory are
 * tried again.
 */
function isStillTrue(known: ManifestEntry, { settings, outDir }: BatchOptions<never>, output: string): boolean {
  if (known.settings !== settings) return false;
  if (known.outcome !== "failed") return known.output === output && exists(join(outDir, output));
  return known.fault !== undefined && known.fault !== "timed-out" && known.fault !== "out-of-memory";
}

function countsOf(document: AnnexDocument | RecordsDocument): NonNullable<ManifestEntry["counts"]> {
  return {
    ...("records" in document ? { records: document.records.length } : { meetings: document.meetings.length }),
    items: withNested(itemsOf(document)).length,
    errors: errorsIn(document),
    warnings: document.diagnostics.filter(({ severity }) => severity === "warning").length,
  };
}

/** The items of all cells, without those nested in other items. */
function itemsOf(document: AnnexDocument | RecordsDocument): Item[] {
  if ("meetings" in document) return document.meetings.flatMap(topItems);
  return document.records.flatMap(({ cells }) => Object.values(cells).flatMap((cell) => ("items" in cell ? cell.items : [])));
}

const BAR_WIDTH = 20;

/** `[#####---------------] 50/200  12.5/s  0:12 left` */
function progressLine(done: number, total: number, milliseconds: number): string {
  const rate = (1000 * done) / Math.max(milliseconds, 1);
  const left = Math.round((total - done) / rate);
  const filled = Math.round((BAR_WIDTH * done) / total);
  const clock = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
  return `[${"#".repeat(filled)}${"-".repeat(BAR_WIDTH - filled)}] ${done}/${total}  ${rate.toFixed(1)}/s  ${clock} left`;
}
