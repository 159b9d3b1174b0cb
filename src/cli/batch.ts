import { createHash } from "node:crypto";
import { basename, join } from "node:path";
import type { AnnexDocument, Item } from "../model/annex.js";
import type { ManifestEntry } from "./manifest.js";
import { STANDARD, appendLine, exists, makeFolder, readInput, readText, writeWhole } from "./disk.js";
import { EXIT, Failure } from "./failure.js";
import type { Shard } from "./program.js";
import type { Terminal } from "./terminal.js";

/** How a batch is run. */
export interface BatchOptions {
  readonly outDir: string;
  readonly jobs: number;
  /** Of the files that are written. */
  readonly extension: string;
  /** Whether a manifest is kept. */
  readonly manifest: boolean;
  readonly resume: boolean;
  readonly shard: Shard | undefined;
  readonly strict: boolean;
}

/** Makes the output of one PDF; throws a Failure where there is none. */
export type Convert = (path: string, bytes: Uint8Array) => Promise<{ document: AnnexDocument; content: string | Uint8Array }>;

interface Task {
  readonly path: string;
  readonly output: string;
}

/**
 * Reads many PDFs, several at a time. Each result is its own file; a bad PDF never stops the rest. The manifest has a line for
 * each PDF in the order of the list, written as soon as all before it are done.
 */
export async function runBatch(
  files: readonly string[],
  options: BatchOptions,
  convert: Convert,
  terminal: Terminal,
): Promise<number> {
  await makeFolder(options.outDir);
  const tasks = shardOf(nameOutputs(files, options.extension), options.shard);
  const manifest = options.manifest ? join(options.outDir, manifestName(options.shard)) : undefined;
  const known = manifest !== undefined && options.resume ? await readManifest(manifest) : new Map<string, ManifestEntry>();
  if (manifest !== undefined) writeWhole(manifest, "");
  const started = performance.now();
  const entries: (ManifestEntry | undefined)[] = tasks.map(() => undefined);
  let written = 0;
  let done = 0;
  let next = 0;
  const finish = (index: number, entry: ManifestEntry): void => {
    entries[index] = entry;
    done += 1;
    for (let ready = entries[written]; ready !== undefined; ready = entries[written]) {
      if (manifest !== undefined) appendLine(manifest, JSON.stringify(ready));
      written += 1;
    }
    terminal.progress(progressLine(done, tasks.length, performance.now() - started));
  };
  const lane = async (): Promise<void> => {
    for (let index = next++; index < tasks.length; index = next++) {
      const task = tasks[index];
      if (task === undefined) return;
      finish(index, await runTask(task, options, known.get(task.path), convert, terminal));
    }
  };
  await Promise.all(Array.from({ length: options.jobs }, lane));
  terminal.progress("");
  return summarise(entries.filter((entry) => entry !== undefined), options, terminal);
}

async function runTask(
  task: Task,
  options: BatchOptions,
  known: ManifestEntry | undefined,
  convert: Convert,
  terminal: Terminal,
): Promise<ManifestEntry> {
  const started = performance.now();
  const seconds = (): number => Math.round(performance.now() - started) / 1000;
  let sha256 = "";
  try {
    const bytes = await readInput(task.path);
    sha256 = createHash("sha256").update(bytes).digest("hex");
    const target = join(options.outDir, task.output);
    const unchanged = known?.sha256 === sha256 && (known.outcome === "failed" || (await exists(target)));
    if (known !== undefined && unchanged) return known;
    const { document, content } = await convert(task.path, bytes);
    writeWhole(target, content);
    const counts = countsOf(document);
    return { file: task.path, sha256, outcome: counts.errors > 0 ? "errors" : "ok", output: task.output, counts, seconds: seconds() };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    terminal.say(`annex: ${error.message}${error.hint === undefined ? "" : `. ${error.hint}`}`);
    return { file: task.path, sha256, outcome: "failed", reason: error.message, seconds: seconds() };
  }
}

function summarise(entries: readonly ManifestEntry[], options: BatchOptions, terminal: Terminal): number {
  const count = (outcome: ManifestEntry["outcome"]): number => entries.filter((entry) => entry.outcome === outcome).length;
  const failed = count("failed");
  const errors = count("errors");
  if (!terminal.quiet) terminal.say(`${entries.length} PDFs: ${count("ok")} read, ${errors} with errors, ${failed} failed`);
  if (failed > 0 || (errors > 0 && options.strict)) return EXIT.trouble;
  return errors > 0 ? EXIT.findings : EXIT.fine;
}

/** The name of each output: that of the PDF, numbered where two have the same. */
function nameOutputs(files: readonly string[], extension: string): Task[] {
  const taken = new Set<string>();
  return files.map((path) => {
    const stem = path === STANDARD ? "stdin" : basename(path).replace(/\.pdf$/iu, "");
    let output = `${stem}.${extension}`;
    for (let copy = 2; taken.has(output.toLowerCase()); copy++) output = `${stem}-${copy}.${extension}`;
    taken.add(output.toLowerCase());
    return { path, output };
  });
}

/** Every n-th file from the k-th on: stable as long as the list is, and as even as can be. */
function shardOf(tasks: readonly Task[], shard: Shard | undefined): readonly Task[] {
  return shard === undefined ? tasks : tasks.filter((_, i) => i % shard.of === shard.part - 1);
}

function manifestName(shard: Shard | undefined): string {
  return shard === undefined ? "manifest.ndjson" : `manifest-${shard.part}-of-${shard.of}.ndjson`;
}

/** What an earlier run has done. A last line that was cut off when it was killed is passed over. */
async function readManifest(path: string): Promise<Map<string, ManifestEntry>> {
  if (!(await exists(path))) return new Map();
  const { manifestEntrySchema } = await import("./manifest.js");
  const entries = (await readText(path)).split("\n").flatMap((line) => {
    try {
      const parsed = manifestEntrySchema.safeParse(JSON.parse(line));
      return parsed.success ? [parsed.data] : [];
    } catch {
      return [];
    }
  });
  return new Map(entries.map((entry) => [entry.file, entry]));
}

function countsOf(document: AnnexDocument): NonNullable<ManifestEntry["counts"]> {
  const count = (items: readonly Item[]): number => items.reduce((sum, item) => sum + 1 + count(item.children ?? []), 0);
  const severity = (wanted: string): number => document.diagnostics.filter((entry) => entry.severity === wanted).length;
  return {
    meetings: document.meetings.length,
    items: document.meetings.reduce(
      (sum, { workshops, actionPlan, recommendations, followUp }) =>
        sum + count([...workshops, ...actionPlan, ...recommendations, ...followUp]),
      0,
    ),
    errors: severity("error"),
    warnings: severity("warning"),
  };
}

function progressLine(done: number, total: number, milliseconds: number): string {
  const rate = done / (milliseconds / 1000);
  const left = Math.round((total - done) / rate);
  const filled = Math.round((20 * done) / total);
  const clock = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
  return `[${"#".repeat(filled)}${"-".repeat(20 - filled)}] ${done}/${total}  ${rate.toFixed(1)}/s  ${clock} left`;
}
