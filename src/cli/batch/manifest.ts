import { basename, join } from "node:path";
import { z } from "zod";
import type { Shard } from "../commandLine/options.js";
import { appendLine, exists, removeFile, removeLeftovers, writeWhole } from "../files/disk.js";
import { readText } from "../files/input.js";

const entrySchema = z.strictObject({
  /** The PDF, as given by the user. */
  file: z.string(),
  /** Hash of the PDF's bytes; absent if it could not be read. */
  sha256: z.string().optional(),
  /** Hash of what the result depends on besides the PDF. */
  settings: z.string(),
  /** `errors`: there is a result, with errors among its diagnostics. */
  outcome: z.enum(["ok", "errors", "failed"]),
  /** The file with the result, in the same folder. */
  output: z.string().optional(),
  /** Why there is no result: as a code if the PDF is the cause, and in words. */
  fault: z.string().optional(),
  reason: z.string().optional(),
  counts: z
    .strictObject({ meetings: z.int().optional(), records: z.int().optional(), items: z.int(), errors: z.int(), warnings: z.int() })
    .optional(),
  seconds: z.number(),
});

/** A line of the manifest: the outcome of one PDF. */
export type ManifestEntry = z.infer<typeof entrySchema>;

/**
 * The record of a batch: `manifest.ndjson`, one line per PDF in the order of the list. A line is written as soon as all lines before it
 * have been. Each shard has its own manifest.
 *
 * A run that resumes an earlier one first moves the earlier manifest aside, so that nothing is lost if this run is stopped too.
 */
export class Manifest {
  readonly #path: string;
  readonly #aside: string;
  readonly #known: ReadonlyMap<string, ManifestEntry>;
  readonly #entries: (ManifestEntry | undefined)[] = [];
  #written = 0;

  private constructor(path: string, aside: string, known: ReadonlyMap<string, ManifestEntry>) {
    this.#path = path;
    this.#aside = aside;
    this.#known = known;
  }

  /** Starts a new manifest in a folder, or resumes from that of an earlier run. */
  static async open(folder: string, shard: Shard | undefined, resume: boolean): Promise<Manifest> {
    const name = shard === undefined ? "manifest" : `manifest-${shard.part}-of-${shard.of}`;
    const path = join(folder, `${name}.ndjson`);
    const aside = join(folder, `${name}.before.ndjson`);
    await removeLeftovers(folder, [basename(path), basename(aside)]);
    const known = resume ? [...(await readEntries(aside)), ...(await readEntries(path))] : [];
    if (known.length > 0) await writeWhole(aside, known.map(toLine).join(""));
    else removeFile(aside);
    await writeWhole(path, "");
    return new Manifest(path, aside, new Map(known.map((entry) => [entry.file, entry])));
  }

  /** The entry of an earlier run for a PDF. */
  known(file: string): ManifestEntry | undefined {
    return this.#known.get(file);
  }

  /** Records the entry of the PDF at an index of the list, counted from 0. */
  record(index: number, entry: ManifestEntry): void {
    this.#entries[index] = entry;
    for (let next = this.#entries[this.#written]; next !== undefined; next = this.#entries[this.#written]) {
      appendLine(this.#path, JSON.stringify(next));
      this.#written += 1;
    }
  }

  /** Finishes the manifest: everything is written, and the one that was moved aside is no longer needed. */
  finish(): void {
    removeFile(this.#aside);
  }
}

function toLine(entry: ManifestEntry): string {
  return `${JSON.stringify(entry)}\n`;
}

/** The lines of a manifest, if there is one; a line that was cut off when a run was stopped is skipped. */
async function readEntries(path: string): Promise<ManifestEntry[]> {
  if (!exists(path)) return [];
  return (await readText(path)).split("\n").flatMap((line) => {
    const parsed = entrySchema.safeParse(parseJson(line));
    return parsed.success ? [parsed.data] : [];
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
