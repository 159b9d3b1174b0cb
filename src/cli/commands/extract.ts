import { type Command, Option } from "commander";
import { resolve } from "node:path";
import type { AnnexDocument } from "../../model/annex.js";
import type { Ledger, RecordsLedger } from "../../model/ledger.js";
import type { RecordsDocument } from "../../model/records.js";
import { EXTRACT_FORMATS } from "../../report/extract/formats.js";
import type { Exit } from "../commandLine/command.js";
import type { Example } from "../commandLine/examples.js";
import {
  PROFILE_HELP,
  type Shard,
  addOcrOption,
  addReadingOptions,
  count,
  formatOption,
  outputOption,
  shard,
} from "../commandLine/options.js";
import { VERSION } from "../commandLine/version.js";
import { STANDARD, listFiles } from "../files/disk.js";
import { sha256 } from "../files/hash.js";
import { readProfile } from "../files/profileFile.js";
import type { ResultOptions } from "../output/extractOutput.js";
import { type MatrixKind, annexKind, recordsKind } from "../output/matrixKinds.js";
import { accessOf } from "../reading/access.js";
import type { ExtractionOptions } from "../reading/extraction.js";
import { readOnePdf } from "../reading/onePdf.js";
import { defaultJobs, limitsOf, openPool } from "../reading/pool.js";
import { errorsIn, sayErrors } from "../terminal/errors.js";
import { Failure, exitCodeOf } from "../terminal/failure.js";
import { STATISTICS_FORMS, type StatisticsForm, statistics } from "../terminal/statistics.js";
import { type Terminal, openTerminal } from "../terminal/terminal.js";

interface ExtractOptions extends ExtractionOptions, ResultOptions {
  readonly output: string;
  readonly outDir?: string;
  readonly strict?: boolean;
  readonly stats?: StatisticsForm;
  readonly jobs?: number;
  readonly resume?: boolean;
  readonly shard?: Shard;
  readonly quiet?: boolean;
  readonly debug?: boolean;
}

/** Lines that `--help` shows. */
export const examples: readonly Example[] = [
  { line: "annex extract annex.pdf -o annex.json", does: "write the annex as JSON to a file" },
  { line: "annex extract editions/ --out-dir data --resume", does: "each PDF in a folder, skipping those already done" },
  { line: "annex extract annex.pdf --format csv --out-dir tables", does: "meetings and items as a data package" },
  { line: "annex extract annex.pdf --format markdown --quiet", does: "the tables, for reading" },
  { line: "annex extract scan.pdf --ocr -o annex.json", does: "a scanned edition" },
];

/** `annex extract`: reads PDFs and writes what they say. */
export function define(command: Command, exit: Exit): void {
  command
    .argument("<pdf...>", "PDF files, folders of them, or - for stdin")
    .addOption(outputOption())
    .option("--out-dir <dir>", "write a file for each PDF into a folder")
    .addOption(formatOption(Object.keys(EXTRACT_FORMATS), "json"))
    .option("--spreadsheet-safe", "with --format csv: protect values that a spreadsheet would take for formulas")
    .option("--profile <file>", PROFILE_HELP)
    .option("--strict", "exit 2 if a result has errors among its diagnostics")
    .addOption(new Option("--stats [form]", "count on stderr where the glyphs went; --stats=json as JSON").choices(STATISTICS_FORMS))
    .option("--jobs <n>", "with --out-dir: how many PDFs to read at a time (default: one per processor)", count)
    .option("--resume", "with --out-dir: skip PDFs done by an earlier run, unless they changed")
    .option("--shard <k/n>", "with --out-dir: read the k-th of n parts of the PDFs", shard);
  addReadingOptions(addOcrOption(command))
    .option("--quiet", "print only errors on stderr")
    .action(async (paths: string[], options: ExtractOptions) => {
      const terminal = openTerminal(options);
      const pdfs = (await Promise.all(paths.map((path) => listFiles(path, /\.pdf$/iu)))).flat();
      if (pdfs.length === 0) throw new Failure(`${paths.join(", ")}: no PDFs there`, "Give PDFs, or a folder that has files named *.pdf.");
      exit(await extract(pdfs, options, terminal));
    });
}

async function extract(pdfs: readonly string[], options: ExtractOptions, terminal: Terminal): Promise<number> {
  const access = await accessOf(options);
  const profile = options.profile === undefined ? undefined : await readProfile(options.profile);
  return profile?.kind === "records"
    ? extractAs(recordsKind(profile, access, options), pdfs, options, terminal)
    : extractAs(annexKind(profile, access, options), pdfs, options, terminal);
}

async function extractAs<Document extends AnnexDocument | RecordsDocument>(
  kind: MatrixKind<Document>,
  pdfs: readonly string[],
  options: ExtractOptions,
  terminal: Terminal,
): Promise<number> {
  const { output, outDir } = options;
  const { extractor, writer } = kind;
  if (outDir !== undefined && output !== STANDARD) throw new Failure("--output and --out-dir exclude each other", "Give one of them.");
  // A single result that is a folder does not need another one around it.
  const isOne = pdfs.length === 1 && writer.writesFolders;
  if (outDir !== undefined && !isOne) return extractAll(kind, pdfs, { ...options, outDir }, terminal);
  const write = (document: Document): Promise<void> =>
    outDir === undefined ? writer.write(output, document) : writer.writeFolder(outDir, document);
  return extractOne(onlyOne(pdfs, options), { extractor, write }, options, terminal);
}

/** The PDF that there is one output for. */
function onlyOne(pdfs: readonly string[], { jobs, resume, shard: part }: ExtractOptions): string {
  const [path] = pdfs;
  if (path === undefined || pdfs.length > 1)
    throw new Failure(`${pdfs.length} PDFs for one output, expected one`, "Give --out-dir DIR to write a file for each.");
  for (const [name, value] of Object.entries({ jobs, resume, shard: part })) {
    if (value !== undefined) throw new Failure(`--${name} is for many PDFs`, "Give --out-dir DIR with it.");
  }
  return path;
}

/** How one document is read, and put where the user wants it. */
interface OneDocument<Document> extends Pick<MatrixKind<Document>, "extractor"> {
  readonly write: (document: Document) => Promise<void>;
}

async function extractOne<Document extends AnnexDocument | RecordsDocument>(
  path: string,
  { extractor, write }: OneDocument<Document>,
  options: ExtractOptions,
  terminal: Terminal,
): Promise<number> {
  return readOnePdf(path, options, terminal, {
    reader: extractor,
    use: async ({ document, ledger }) => {
      await write(document);
      sayErrors(path, document.diagnostics, terminal);
      sayStatistics([ledger], options, terminal);
      return exitCodeOf({ failed: 0, errors: errorsIn(document) }, options.strict === true);
    },
  });
}

async function extractAll<Document extends AnnexDocument | RecordsDocument>(
  { extractor, writer, profile }: MatrixKind<Document>,
  pdfs: readonly string[],
  options: ExtractOptions & { readonly outDir: string },
  terminal: Terminal,
): Promise<number> {
  const { runBatch } = await import("../batch/batch.js");
  const { outDir, format, shard: part, debug = false, resume = false } = options;
  const once = [...new Map(pdfs.map((path) => [resolve(path), path])).values()];
  const jobs = Math.min(options.jobs ?? defaultJobs(), once.length);
  const pool = openPool(options, { size: jobs, threads: 1 });
  try {
    const batch = {
      outDir,
      ending: writer.writesFolders ? undefined : writer.ending,
      write: writer.writesFolders ? writer.writeFolder : writer.write,
      remove: writer.writesFolders ? writer.removeFolder : writer.remove,
      settings: sha256(
        JSON.stringify([VERSION, format, options.spreadsheetSafe === true, profile ?? null, ...(options.ocr === true ? ["ocr"] : [])]),
      ),
      jobs,
      limits: limitsOf(options),
      resume,
      shard: part,
      debug,
    };
    const { ok, errors, failed, ledgers } = await runBatch(once, batch, extractor(pool), terminal);
    terminal.say(`${ok + errors + failed} PDFs: ${ok} read, ${errors} read with errors, ${failed} failed`);
    sayStatistics(ledgers, options, terminal);
    return exitCodeOf({ failed, errors }, options.strict === true);
  } finally {
    terminal.progress("");
    await pool.close();
  }
}

function sayStatistics(ledgers: readonly (Ledger | RecordsLedger)[], { stats }: ExtractOptions, terminal: Terminal): void {
  if (stats !== undefined) for (const line of statistics(ledgers, stats)) terminal.print(line);
}
