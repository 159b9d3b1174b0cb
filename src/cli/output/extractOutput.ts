import { join } from "node:path";
import type { ExtractFormat } from "../../report/extract/formats.js";
import { STANDARD, makeFolder, removeLeftovers, removeOutput, writeOutput, writeWhole } from "../files/disk.js";
import { Failure } from "../terminal/failure.js";
import { withOptional } from "../terminal/optionalPackages.js";

/** How a result is written. */
export interface ResultOptions {
  readonly format: string;
  readonly spreadsheetSafe?: boolean;
}

/** Writes results in one format. */
export interface ResultWriter<Document> {
  /** The ending of its files. */
  readonly ending: string;
  /** Whether a result is a folder of files, if the output may be a folder. */
  readonly writesFolders: boolean;
  /** Writes a result to a file, or to stdout for "-". */
  readonly write: (path: string, document: Document) => Promise<void>;
  /** Writes a result of several files into a folder; the last file shows that the others are complete. */
  readonly writeFolder: (path: string, document: Document) => Promise<void>;
  /** Removes a result that was written to a file; resolves to whether there was one. */
  readonly remove: (path: string) => Promise<boolean>;
  /** Removes the files of a result from a folder; other files stay in it. */
  readonly removeFolder: (path: string) => Promise<boolean>;
}

/** The writer of one format. */
export function resultWriter<Document>(
  { ending, report, folder }: ExtractFormat<Document>,
  options: ResultOptions,
): ResultWriter<Document> {
  const { format } = options;
  const csv = { spreadsheetSafe: options.spreadsheetSafe === true };
  return {
    ending,
    writesFolders: folder !== undefined,
    write: async (path, document) => {
      const content = await withOptional(["write-excel-file", "fflate"], `--format ${format}`, async () => report(document, csv));
      if (typeof content !== "string" && path === STANDARD && process.stdout.isTTY) {
        throw new Failure(`--format ${format} is not text, and a terminal cannot show it`, "Give a file with -o FILE.");
      }
      await writeOutput(path, content);
    },
    writeFolder: async (path, document) => {
      const files = (await folder?.files(document, csv)) ?? [];
      await makeFolder(path);
      await removeLeftovers(
        path,
        files.map(({ name }) => name),
      );
      for (const { name, content } of files) await writeWhole(join(path, name), content);
    },
    remove: (path) => Promise.resolve(removeOutput(path)),
    removeFolder: async (path) => {
      const names = (await folder?.names()) ?? [];
      return names.filter((name) => removeOutput(join(path, name))).length > 0;
    },
  };
}
