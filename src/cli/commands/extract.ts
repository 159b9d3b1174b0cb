import { basename } from "node:path";
import type { Profile } from "../../annex/profile.js";
import type { AnnexDocument } from "../../model/annex.js";
import type { Ledger } from "../../model/ledger.js";
import type { Extraction } from "../../pipeline.js";
import type { WorkerPool } from "../../worker/pool.js";
import { runBatch } from "../batch.js";
import { STANDARD, isFolder, listPdfs, readInput, writeOutput } from "../disk.js";
import { EXIT, Failure } from "../failure.js";
import type { Shard } from "../program.js";
import { type ReadingOptions, defaultJobs, passwordOf, resultOf, startPool } from "../reading.js";
import { type Terminal, openTerminal } from "../terminal.js";

/** The options of `annex extract`. */
export interface ExtractOptions extends ReadingOptions {
  readonly output: string;
  readonly outDir?: string;
  readonly profile?: string;
  readonly strict?: boolean;
  readonly stats?: boolean;
  readonly jobs?: number;
  readonly resume?: boolean;
  readonly shard?: Shard;
}

/** `annex extract`: reads PDFs and writes what they say. */
export async function runExtract(paths: readonly string[], options: ExtractOptions): Promise<number> {
  const terminal = openTerminal(options);
  const files = (await Promise.all(paths.map(listPdfs))).flat();
  if (options.outDir === undefined) return extractOne(files, options, terminal);
  if (options.output !== STANDARD) throw new Failure("--output and --out-dir exclude each other");
  if (files.length === 0) throw new Failure(`${paths.join(", ")}: no PDFs there`);
  const jobs = Math.min(options.jobs ?? defaultJobs(), files.length);
  const pool = startPool(options, jobs);
  try {
    const { outDir, resume, shard, strict } = options;
    const extract = await extractor(pool, options);
    const folders = await Promise.all(paths.map(isFolder));
    const manifest = folders.includes(true) || resume === true || shard !== undefined || options.jobs !== undefined;
    return await runBatch(
      files,
      { outDir, jobs, extension: "json", manifest, resume: resume === true, shard, strict: strict === true },
      async (path, bytes) => {
        const { document } = await extract(path, bytes);
        return { document, content: toJson(document) };
      },
      terminal,
    );
  } finally {
    await pool.close();
  }
}

async function extractOne(files: readonly string[], options: ExtractOptions, terminal: Terminal): Promise<number> {
  const [path] = files;
  if (path === undefined) throw new Failure("no PDFs there");
  if (files.length > 1) throw new Failure(`${files.length} PDFs, expected one`, "Give --out-dir DIR to write one file for each.");
  const pool = startPool(options);
  try {
    const reading = readInput(path);
    const extract = await extractor(pool, options);
    const { document, ledger } = await extract(path, await reading, (read, pages) => {
      terminal.progress(`${path}: page ${read} of ${pages}`);
    });
    terminal.progress("");
    const code = exitCode(document, options.strict === true);
    await writeOutput(options.output, toJson(document));
    if (options.stats === true) for (const line of statistics(ledger)) terminal.say(line);
    return code;
  } finally {
    terminal.progress("");
    await pool.close();
  }
}

type Extractor = (
  path: string,
  bytes: Uint8Array,
  onPage?: (read: number, pages: number) => void,
) => Promise<Extraction>;

/** Reads one PDF in a worker; the model that its result is held against loads here meanwhile. */
async function extractor(pool: WorkerPool, options: ExtractOptions): Promise<Extractor> {
  const password = await passwordOf(options);
  const profile = await profileOf(options);
  return async (path, bytes, onPage) => {
    const file = path === STANDARD ? "stdin" : basename(path);
    const input = { file, ...(password === undefined ? {} : { password }), ...(profile === undefined ? {} : { profile }) };
    const running = pool.run({ task: "extract", bytes, input }, onPage);
    const { annexDocumentSchema } = await import("../../model/annex.js");
    const extraction = resultOf(path, await running);
    const checked = annexDocumentSchema.safeParse(extraction.document);
    if (!checked.success) throw new Failure(`${path}: the result does not fit its own schema`, "This is a bug; please report it with the PDF.");
    return extraction;
  };
}

async function profileOf(options: ExtractOptions): Promise<Profile | undefined> {
  if (options.profile === undefined) return undefined;
  const { readProfile } = await import("../profileFile.js");
  return readProfile(options.profile);
}

function toJson(document: AnnexDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** Errors among the diagnostics mean that the result cannot be trusted whole. */
function exitCode(document: AnnexDocument, strict: boolean): number {
  if (!document.diagnostics.some((diagnostic) => diagnostic.severity === "error")) return EXIT.fine;
  return strict ? EXIT.trouble : EXIT.findings;
}

function statistics(ledger: Ledger): string[] {
  const homes = Object.entries(ledger);
  const width = Math.max(...homes.map(([name]) => name.length));
  return homes.map(([name, count]) => `${name.padEnd(width)}  ${String(count).padStart(8)}`);
}
