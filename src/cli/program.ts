import { Command, InvalidArgumentError, Option } from "commander";
import { createRequire } from "node:module";
import type { ExtractOptions } from "./commands/extract.js";

const load: (path: string) => { readonly version: string } = createRequire(import.meta.url);

/** Told the exit code of the command that ran. */
export type Exit = (code: number) => void;

/** Builds the command line. Each command's module is loaded when it runs, so that the help needs none of them. */
export function buildProgram(exit: Exit): Command {
  const program = new Command("annex")
    .description("Turns the annex PDFs of an intergovernmental body into data that people can rely on.")
    .version(load("../../package.json").version)
    .exitOverride()
    .showHelpAfterError("(annex --help shows the usage)")
    .addHelpText(
      "after",
      `
Examples:
  annex extract annex.pdf                    print the annex as JSON
  annex extract annex.pdf -o annex.json      write it to a file
  annex extract editions/ --out-dir data     every PDF of a folder
  annex validate annex.json                  hold a JSON file against the schema

Exit codes: 0 fine, 1 findings or differences, 2 trouble (usage, unreadable file, not an annex).`,
    );
  addExtract(program, exit);
  addValidate(program, exit);
  addSchema(program, exit);
  return program;
}

function addExtract(program: Command, exit: Exit): void {
  const command = program
    .command("extract")
    .description("read annex PDFs and print their decisions as validated JSON")
    .argument("<pdf...>", "PDF files, folders of them, or - for stdin")
    .option("-o, --output <file>", "write to a file instead of stdout", "-")
    .option("--out-dir <dir>", "write one file for each PDF into a folder")
    .option("--profile <file>", "the matrix to look for, as JSON (default: the ASEM culture ministers' annex)")
    .option("--strict", "exit 2 where a result has errors among its diagnostics")
    .option("--stats", "say on stderr where every glyph went")
    .option("--jobs <n>", "PDFs read at the same time, with --out-dir (default: the processors)", positiveInteger)
    .option("--resume", "skip PDFs that the manifest of --out-dir has, unchanged")
    .option("--shard <k/n>", "take the k-th of n parts of the PDFs", shard);
  addReading(command).action(async (paths: string[], options: ExtractOptions) => {
    const { runExtract } = await import("./commands/extract.js");
    exit(await runExtract(paths, options));
  });
}

function addValidate(program: Command, exit: Exit): void {
  program
    .command("validate")
    .description("hold JSON files against the schema")
    .argument("<json...>", "JSON files, or - for stdin")
    .option("--quiet", "say nothing about files that are valid")
    .option("--debug", "show stack traces")
    .action(async (paths: string[], options: { quiet?: boolean }) => {
      const { runValidate } = await import("./commands/validate.js");
      exit(await runValidate(paths, options));
    });
}

function addSchema(program: Command, exit: Exit): void {
  program
    .command("schema")
    .description("print the JSON Schema of the output")
    .option("-o, --output <file>", "write to a file instead of stdout", "-")
    .option("--debug", "show stack traces")
    .action(async (options: { output: string }) => {
      const { runSchema } = await import("./commands/schema.js");
      exit(await runSchema(options));
    });
}

/** Adds the options of every command that reads PDFs. */
export function addReading(command: Command): Command {
  return command
    .option("--password-file <file>", "read the password of an encrypted PDF from a file (or set ANNEX_PASSWORD)")
    .addOption(new Option("--timeout <seconds>", "give a PDF up after so long").default(60).argParser(positiveNumber))
    .addOption(new Option("--max-memory <mib>", "give a PDF up when it needs more").default(1024).argParser(positiveInteger))
    .option("--quiet", "say nothing on stderr but errors")
    .option("--debug", "show stack traces");
}

function positiveInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError("Expected a whole number of at least 1.");
  return value;
}

function positiveNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value) || value <= 0) throw new InvalidArgumentError("Expected a number above 0.");
  return value;
}

/** The part K of N, both counted from 1. */
export interface Shard {
  readonly part: number;
  readonly of: number;
}

function shard(text: string): Shard {
  const match = /^(\d{1,6})\/(\d{1,6})$/u.exec(text);
  const part = Number(match?.[1]);
  const of = Number(match?.[2]);
  if (!(part >= 1 && part <= of)) throw new InvalidArgumentError("Expected K/N with K from 1 to N, such as 2/8.");
  return { part, of };
}
