import { join } from "node:path";
import type { AnnexDocument } from "../model/annex.js";
import { EXTRACT_FORMATS, type ExtractFormat } from "../report/extract/formats.js";
import { STANDARD, makeFolder, removeLeftovers, writeOutput, writeWhole } from "./disk.js";
import { Failure } from "./failure.js";
import { withOptional } from "./optional.js";

/** How a result is written. */
export interface ResultOptions {
  readonly format: keyof typeof EXTRACT_FORMATS;
  readonly spreadsheetSafe: boolean;
}

/** Whether a result is a folder of files where it may be. */
export function writesFolders({ format }: ResultOptions): boolean {
  return formatOf(format).folder !== undefined;
}

/** Writes a result to a file, or to stdout for "-". */
export async function writeResult(path: string, document: AnnexDocument, options: ResultOptions): Promise<void> {
  const { format } = options;
  const content = await withOptional(["write-excel-file", "fflate"], `--format ${format}`, async () => formatOf(format).report(document, options));
  if (typeof content !== "string" && path === STANDARD && process.stdout.isTTY) {
    throw new Failure(`--format ${format} is no text that a terminal could show`, "Give a file by -o FILE.");
  }
  await writeOutput(path, content);
}

/** Writes a result that is several files into a folder; the last of them tells that the others are there. */
export async function writeFolder(path: string, document: AnnexDocument, options: ResultOptions): Promise<void> {
  const files = (await formatOf(options.format).folder?.(document, options)) ?? [];
  await makeFolder(path);
  await removeLeftovers(path, files.map(({ name }) => name));
  for (const { name, content } of files) writeWhole(join(path, name), content);
}

function formatOf(name: keyof typeof EXTRACT_FORMATS): ExtractFormat {
  return EXTRACT_FORMATS[name];
}
