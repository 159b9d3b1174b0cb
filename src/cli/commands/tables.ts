import { type Command, InvalidArgumentError } from "commander";
import { TABLES_FORMATS } from "../../report/tables/formats.js";
import type { PageRange } from "../../tables.js";
import type { Exit } from "../commandLine/command.js";
import type { Example } from "../commandLine/examples.js";
import { type ReadingOptions, addReadingOptions, formatOption, outputOption } from "../commandLine/options.js";
import { writeOutput } from "../files/disk.js";
import { accessOf } from "../reading/access.js";
import { tablesReader } from "../reading/extraction.js";
import { readOnePdf } from "../reading/onePdf.js";
import { errorsIn, sayErrors } from "../terminal/errors.js";
import { exitCodeOf } from "../terminal/failure.js";
import { openTerminal } from "../terminal/terminal.js";

interface TablesOptions extends ReadingOptions {
  readonly output: string;
  readonly format: keyof typeof TABLES_FORMATS;
  readonly pages?: readonly PageRange[];
  readonly join?: boolean;
  readonly spreadsheetSafe?: boolean;
  readonly quiet?: boolean;
}

/** Lines that `--help` shows. */
export const examples: readonly Example[] = [
  { line: "annex tables report.pdf", does: "every table as JSON, with its place" },
  { line: "annex tables report.pdf --join --format csv -o report.csv", does: "tables that continue across pages as one" },
  { line: "annex tables report.pdf --pages 2-3 --format html -o tables.html", does: "search only two pages" },
];

/** `annex tables`: finds every table of a PDF. */
export function define(command: Command, exit: Exit): void {
  command
    .argument("<pdf>", "a PDF file, or - for stdin")
    .addOption(outputOption())
    .addOption(formatOption(Object.keys(TABLES_FORMATS), "json"))
    .option("--spreadsheet-safe", "with --format csv: protect values that a spreadsheet would take for formulas")
    .option("--pages <ranges>", "search only these pages, such as 2-5 or 1,3,7-9", pageRanges)
    .option("--join", "join tables that continue across pages")
    .option("--no-join", "keep the parts on each page separate (the default)");
  addReadingOptions(command)
    .option("--quiet", "print only errors on stderr")
    .action(async (path: string, options: TablesOptions) => exit(await run(path, options)));
}

async function run(path: string, options: TablesOptions): Promise<number> {
  const terminal = openTerminal(options);
  const access = await accessOf(options);
  const search = { join: options.join === true, ...(options.pages === undefined ? {} : { pages: options.pages }) };
  return readOnePdf(path, options, terminal, {
    reader: (pool) => tablesReader(pool, search, access),
    use: async (document) => {
      if (document.tables.length === 0) terminal.say(`${path}: no tables found`);
      sayErrors(path, document.diagnostics, terminal);
      await writeOutput(options.output, TABLES_FORMATS[options.format](document, { spreadsheetSafe: options.spreadsheetSafe === true }));
      return exitCodeOf({ failed: 0, errors: errorsIn(document) }, false);
    },
  });
}

/** Pages such as 2-5 or 1,3,7-9. */
function pageRanges(text: string): PageRange[] {
  return text.split(",").map((part) => {
    const [, from, to] = /^\s*(\d{1,6})(?:\s*-\s*(\d{1,6}))?\s*$/u.exec(part) ?? [];
    const range = { first: Number(from), last: Number(to ?? from) };
    if (from === undefined || range.first < 1 || range.last < range.first) {
      throw new InvalidArgumentError("Expected page numbers from 1 on, such as 2-5 or 1,3,7-9.");
    }
    return range;
  });
}
