import { Argument, type Command } from "commander";
import type { Table } from "../../model/tables.js";
import { countOf } from "../../report/labels.js";
import type { Exit } from "../commandLine/command.js";
import type { Example } from "../commandLine/examples.js";
import { type ReadingOptions, addReadingOptions, count, outputOption } from "../commandLine/options.js";
import { writeOutput } from "../files/disk.js";
import { accessOf } from "../reading/access.js";
import { tablesReader } from "../reading/extraction.js";
import { readOnePdf } from "../reading/onePdf.js";
import { errorsIn, sayErrors } from "../terminal/errors.js";
import { Failure, exitCodeOf } from "../terminal/failure.js";
import { openTerminal } from "../terminal/terminal.js";

interface ProfileOptions extends ReadingOptions {
  readonly output: string;
  readonly table?: number;
  readonly quiet?: boolean;
}

/** Lines that `--help` shows. */
export const examples: readonly Example[] = [
  { line: "annex profile new report.pdf -o report.profile.json", does: "describe the largest table, ready to edit" },
  { line: "annex profile new report.pdf --table 1", does: "the first table that annex tables --join lists" },
  { line: "annex extract report.pdf --profile report.profile.json", does: "its rows as records" },
];

/** `annex profile new`: writes a profile to start from. */
export function define(command: Command, exit: Exit): void {
  command
    .addArgument(new Argument("<action>", "new: write a profile to start from").choices(["new"]))
    .argument("<pdf>", "a PDF file with the table, or - for stdin")
    .addOption(outputOption())
    .option("--table <n>", "the table to describe, counted from 1 (default: the one with the most text)", count);
  addReadingOptions(command)
    .option("--quiet", "print only errors on stderr")
    .action(async (_: string, path: string, options: ProfileOptions) => exit(await run(path, options)));
}

async function run(path: string, options: ProfileOptions): Promise<number> {
  const terminal = openTerminal(options);
  const access = await accessOf(options);
  return readOnePdf(path, options, terminal, {
    reader: (pool) => tablesReader(pool, { join: true }, access),
    use: async ({ source, tables, diagnostics }) => {
      const number = options.table ?? largest(tables);
      const table = tables[number - 1];
      if (table === undefined) {
        const found = tables.length === 0 ? "no tables found" : `no table ${number}, only ${countOf(tables.length, "table")} found`;
        throw new Failure(`${path}: ${found}`, "annex tables --join lists the tables.");
      }
      const { starterProfile } = await import("../../annex/starterProfile.js");
      const profile = starterProfile(table, source.file.replace(/\.pdf$/iu, ""));
      if (profile === undefined)
        throw new Failure(
          `${path}: table ${number} of ${tables.length} has no header that names its columns`,
          "Choose another with --table N.",
        );
      terminal.say(`${path}: table ${number} of ${tables.length}, ${table.columns} columns, from page ${table.page}`);
      sayErrors(path, diagnostics, terminal);
      await writeOutput(options.output, `${JSON.stringify(profile, null, 2)}\n`);
      return exitCodeOf({ failed: 0, errors: errorsIn({ diagnostics }) }, false);
    },
  });
}

/** The number of the table with the most text, counted from 1: the matrix, as opposed to legends and notes. */
function largest(tables: readonly Table[]): number {
  const lengths = tables.map((table) => table.cells.reduce((sum, { text }) => sum + text.length, 0));
  return lengths.indexOf(Math.max(...lengths)) + 1;
}
