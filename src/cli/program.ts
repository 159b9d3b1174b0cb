import { Command } from "commander";
import type { CommandModule, Exit, Program } from "./commandLine/command.js";
import { type Example, examplesText } from "./commandLine/examples.js";
import { usageHint, usageLines } from "./commandLine/usage.js";
import { VERSION } from "./commandLine/version.js";

interface Entry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<CommandModule>;
}

const COMMANDS: readonly Entry[] = [
  {
    name: "extract",
    summary: "read annex PDFs and print their decisions as validated JSON",
    load: () => import("./commands/extract.js"),
  },
  { name: "diff", summary: "compare two editions, word by word", load: () => import("./commands/diff.js") },
  { name: "check", summary: "look for errors in an edition, by rules", load: () => import("./commands/check.js") },
  {
    name: "inspect",
    summary: "show the pages beside the data that was read from them, as one HTML file",
    load: () => import("./commands/inspect.js"),
  },
  { name: "tables", summary: "find every table in any PDF", load: () => import("./commands/tables.js") },
  {
    name: "profile",
    summary: "write a profile, which describes another matrix, from a table in a PDF",
    load: () => import("./commands/profile.js"),
  },
  { name: "validate", summary: "check JSON files against the schema", load: () => import("./commands/validate.js") },
  { name: "schema", summary: "print the JSON Schema of the output", load: () => import("./commands/schema.js") },
  { name: "completion", summary: "print the completion script for a shell", load: () => import("./commands/completion.js") },
];

const EXAMPLES: readonly Example[] = [
  { line: "annex extract annex.pdf", does: "print the annex as JSON" },
  { line: "annex extract annex.pdf -o annex.json", does: "write it to a file" },
  { line: "annex extract editions/ --out-dir data", does: "write a file for every PDF in a folder" },
  { line: "annex diff old.pdf new.pdf", does: "show what a new edition changed" },
  { line: "annex check annex.pdf --baseline old.json", does: "look for errors, and for what was lost or rewritten" },
  { line: "annex inspect annex.pdf -o annex.html", does: "see what was read, and where" },
  { line: "annex validate annex.json", does: "check a JSON file against the schema" },
];

const EXIT_CODES = "Exit codes: 0 success, 1 findings or differences, 2 failure";

/**
 * The arguments, or the command alone if they name one that does not exist: when asked for its help, Commander would print that of the
 * program.
 */
export function withKnownCommand(args: readonly string[]): readonly string[] {
  const named = commandIn(args);
  const isKnown = named === undefined || named.startsWith("-") || [...COMMANDS, { name: "help" }].some(({ name }) => name === named);
  return isKnown ? args : [named];
}

function commandIn(args: readonly string[]): string | undefined {
  return args[0] === "help" ? args[1] : args[0];
}

/** Builds the command line for some arguments. Only the command that they name is loaded: help needs none. */
export async function buildProgram(args: readonly string[], exit: Exit): Promise<Command> {
  const named = commandIn(args);
  return (await assemble(args, (name) => name === named, exit)).program;
}

/** Builds the program with all its commands, to be described. */
export function wholeProgram(): Promise<Program> {
  return assemble(
    [],
    () => true,
    () => undefined,
  );
}

async function assemble(args: readonly string[], isWanted: (name: string) => boolean, exit: Exit): Promise<Program> {
  const hint = usageHint(
    args,
    COMMANDS.map(({ name }) => name),
  );
  const program = new Command("annex")
    .description("Reads the annex PDFs of an intergovernmental body into JSON, compares their editions and checks them.")
    .version(VERSION)
    .helpCommand(true)
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(usageLines(text, hint)) })
    .addHelpText("after", `\n${examplesText(EXAMPLES)}\n\n${EXIT_CODES} (wrong usage, unreadable file, not an annex).`);
  const shown = new Map([["", EXAMPLES]]);
  for (const { name, summary, load } of COMMANDS) {
    const command = program.command(name).description(summary);
    if (!isWanted(name)) continue;
    const { define, examples } = await load();
    define(command, exit, wholeProgram);
    command.option("--debug", "show stack traces").addHelpText("after", `\n${examplesText(examples)}\n\n${EXIT_CODES}.`);
    shown.set(name, examples);
  }
  return { program, examples: shown };
}
