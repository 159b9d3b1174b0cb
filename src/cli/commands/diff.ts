import type { Command } from "commander";
import { diffDocuments } from "../../diff/diff.js";
import type { SeenEdition } from "../../report/diff/editionPages.js";
import { DIFF_FORMATS, type DiffFormat, reportDiff } from "../../report/diff/formats.js";
import type { Exit } from "../commandLine/command.js";
import type { Example } from "../commandLine/examples.js";
import { writeOutput } from "../files/disk.js";
import { type ReportOptions, addReportOptions, reportTerminal } from "../output/reportOutput.js";
import { readDocuments, readEditions } from "../reading/documents.js";
import { missingPages, sayErrors } from "../terminal/errors.js";
import { EXIT, Failure } from "../terminal/failure.js";
import { type Terminal, openTerminal, sayFailures } from "../terminal/terminal.js";

interface DiffOptions extends ReportOptions<DiffFormat> {
  readonly ids?: boolean;
}

/** Lines that `--help` shows. */
export const examples: readonly Example[] = [
  { line: "annex diff old.pdf new.pdf", does: "show what changed, word by word" },
  { line: "annex diff old.json new.pdf --format html -o diff.html", does: "a page with both side by side, with the pages of PDFs" },
  { line: "annex diff old.json new.json --format json --ids", does: "the changes as data, with the new id of each old item" },
];

/** `annex diff`: shows what is different between two editions. */
export function define(command: Command, exit: Exit): void {
  command
    .argument("<old>", "the older edition: a PDF, or extracted JSON; - for stdin")
    .argument("<new>", "the newer edition, likewise")
    .option("--ids", "list the new id of each old item");
  addReportOptions(command, DIFF_FORMATS).action(async (older: string, newer: string, options: DiffOptions) =>
    exit(await run(older, newer, options)),
  );
}

async function run(older: string, newer: string, options: DiffOptions): Promise<number> {
  const terminal = openTerminal(options);
  const [from, to] = await readBoth([older, newer], options, terminal);
  if (from === undefined || to === undefined || from instanceof Failure || to instanceof Failure) {
    sayFailures(
      [from, to].filter((result) => result instanceof Failure),
      terminal,
    );
    return EXIT.trouble;
  }
  // If something is missing from an edition, it cannot be compared: finding no differences would not mean that there are none.
  const missing = { from: missingPages(from.document.diagnostics), to: missingPages(to.document.diagnostics) };
  sayErrors(older, missing.from, terminal);
  sayErrors(newer, missing.to, terminal);
  const diff = diffDocuments(from.document, to.document);
  const editions = from.pages.length + to.pages.length === 0 ? undefined : { from, to };
  await writeOutput(
    options.output,
    reportDiff(diff, options.format, { withIds: options.ids === true, terminal: reportTerminal(options), editions }),
  );
  return diff.changes.length + missing.from.length + missing.to.length === 0 ? EXIT.fine : EXIT.findings;
}

/** Only the HTML page uses the pages. */
async function readBoth(paths: readonly string[], options: DiffOptions, terminal: Terminal): Promise<(SeenEdition | Failure)[]> {
  const reading = { ...options, command: "annex diff" };
  if (options.format === "html") return readEditions(paths, reading, terminal);
  const documents = await readDocuments(paths, reading, terminal);
  return documents.map((document) => (document instanceof Failure ? document : { document, pages: [] }));
}
