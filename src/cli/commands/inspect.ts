import type { Command } from "commander";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkDocument } from "../../check/check.js";
import type { CheckFinding } from "../../check/model.js";
import type { Inspection } from "../../inspect.js";
import { inspectionToHtml } from "../../report/inspect/html.js";
import type { Exit } from "../commandLine/command.js";
import type { Example } from "../commandLine/examples.js";
import {
  type OcrOptions,
  PROFILE_HELP,
  type ReadingOptions,
  addOcrOption,
  addReadingOptions,
  outputOption,
} from "../commandLine/options.js";
import { STANDARD, makeFolder, writeOutput, writeWhole } from "../files/disk.js";
import { readText } from "../files/input.js";
import { readMeetingsProfile } from "../files/profileFile.js";
import { accessOf } from "../reading/access.js";
import { annexInspector } from "../reading/extraction.js";
import { readOnePdf } from "../reading/onePdf.js";
import { errorsIn, sayErrors } from "../terminal/errors.js";
import { exitCodeOf } from "../terminal/failure.js";
import { withOptional } from "../terminal/optionalPackages.js";
import { openTerminal } from "../terminal/terminal.js";

interface InspectOptions extends ReadingOptions, OcrOptions {
  readonly output: string;
  readonly png?: string;
  readonly profile?: string;
  readonly quiet?: boolean;
}

/** Lines that `--help` shows. */
export const examples: readonly Example[] = [
  { line: "annex inspect annex.pdf -o annex.html", does: "a page to open in a browser" },
  { line: "annex inspect annex.pdf --png pages", does: "a picture of each page, for an email or a ticket" },
  { line: "annex inspect annex.pdf --profile matrix.json -o annex.html", does: "see what your own profile makes of it" },
];

/** `annex inspect`: shows what was seen on the pages of a PDF beside what was read there. */
export function define(command: Command, exit: Exit): void {
  command
    .argument("<pdf>", "a PDF file, or - for stdin")
    .addOption(outputOption("write the HTML to a file"))
    .option("--png <dir>", "write a picture of each page to a folder; HTML then only with -o")
    .option("--profile <file>", PROFILE_HELP);
  addReadingOptions(addOcrOption(command))
    .option("--quiet", "print only errors on stderr")
    .action(async (path: string, options: InspectOptions) => exit(await run(path, options)));
}

async function run(path: string, options: InspectOptions): Promise<number> {
  const terminal = openTerminal(options);
  const access = await accessOf(options);
  const profile = options.profile === undefined ? undefined : await readMeetingsProfile(options.profile, "annex inspect");
  return readOnePdf(path, options, terminal, {
    reader: (pool) => annexInspector(pool, profile, access),
    use: async (inspection) => {
      const { findings } = checkDocument(inspection.document);
      sayErrors(path, inspection.document.diagnostics, terminal);
      if (options.png !== undefined) await writePictures(options.png, inspection, findings);
      if (options.png === undefined || options.output !== STANDARD) await writePage(options.output, inspection, findings);
      return exitCodeOf({ failed: 0, errors: errorsIn(inspection.document) }, false);
    },
  });
}

async function writePage(path: string, inspection: Inspection, findings: readonly CheckFinding[]): Promise<void> {
  const script = await readText(fileURLToPath(new URL("../../report/inspect/browser/inspect.js", import.meta.url)));
  await writeOutput(path, inspectionToHtml(inspection, findings, script));
}

/** Names sort in page order: page-01.png of 19. */
async function writePictures(folder: string, inspection: Inspection, findings: readonly CheckFinding[]): Promise<void> {
  const digits = String(inspection.document.source.pages).length;
  const { inspectionToPng } = await withOptional(["@napi-rs/canvas"], "--png", () => import("../../report/inspect/png.js"));
  await makeFolder(folder);
  for (const { page, png } of inspectionToPng(inspection, findings)) {
    await writeWhole(join(folder, `page-${String(page).padStart(digits, "0")}.png`), png);
  }
}
