import { Command } from "commander";
import { type Example, examplesText } from "./examples.js";
import { printable } from "./terminal.js";
import { VERSION } from "./version.js";

/** Told the exit code of the command that ran. */
export type Exit = (code: number) => void;

/** Builds the program with all its commands. */
export type Whole = () => Promise<Program>;

/** What the module of a command exports. */
export interface CommandModule {
  /** Adds its arguments, its options and what it does. */
  readonly define: (command: Command, exit: Exit, whole: Whole) => void;
  readonly examples: readonly Example[];
}

/** The command line, and the examples that its help gives. */
export interface Program {
  readonly program: Command;
  /** By the names of the commands that are loaded; those of the program itself by "". */
  readonly examples: ReadonlyMap<string, readonly Example[]>;
}

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
  { name: "diff", summary: "tell what is different between two editions", load: () => import("./commands/diff.js") },
  { name: "check", summary: "look for what is wrong in an edition", load: () => import("./commands/check.js") },
  {
    name: "inspect",
    summary: "show what was seen on the pages beside what was read, as one HTML file",
    load: () => import("./commands/inspect.js"),
  },
  { name: "tables", summary: "find every table of any PDF", load: () => import("./commands/tables.js") },
  {
    name: "profile",
    summary: "describe another matrix: write a profile to start from, from a table of a PDF",
    load: () => import("./commands/profile.js"),
  },
  { name: "validate", summary: "check JSON files against the schema", load: () => import("./commands/validate.js") },
  { name: "schema", summary: "print the JSON Schema of the output", load: () => import("./commands/schema.js") },
  { name: "completion", summary: "print the completion script for a shell", load: () => import("./commands/completion.js") },
];

const EXAMPLES: readonly Example[] = [
  { line: "annex extract annex.pdf", does: "print the annex as JSON" },
  { line: "annex extract annex.pdf -o annex.json", does: "write it to a file" },
  { line: "annex extract editions/ --out-dir data", does: "every PDF of a folder" },
  { line: "annex diff old.pdf new.pdf", does: "show what a new edition changed" },
  { line: "annex check annex.pdf --baseline old.json", does: "look for faults, and for rewritten history" },
  { line: "annex inspect annex.pdf -o annex.html", does: "look at what was read, and where" },
  { line: "annex validate annex.json", does: "check a JSON file against the schema" },
];

const EXIT_CODES = "Exit codes: 0 fine, 1 findings or differences, 2 trouble";

/** Builds the command line for some arguments. Only the command that they name is loaded: the help needs none. */
export async function buildProgram(args: readonly string[], exit: Exit): Promise<Command> {
  const named = args[0] === "help" ? args[1] : args[0];
  return (await assemble((name) => name === named, exit)).program;
}

/** Builds the program with all its commands, to be described. */
export function wholeProgram(): Promise<Program> {
  return assemble(
    () => true,
    () => undefined,
  );
}

async function assemble(isWanted: (name: string) => boolean, exit: Exit): Promise<Program> {
  const program = new Command("annex")
    .description("Turns the annex PDFs of an intergovernmental body into data that people can rely on.")
    .version(VERSION)
    .helpCommand(true)
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(errorLines(text)) })
    .addHelpText("after", `\n${examplesText(EXAMPLES)}\n\n${EXIT_CODES} (usage, unreadable file, not an annex).`);
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

/** Commander says what is wrong in a line, and sometimes what was meant in a second one. What it quotes may be the name of a file. */
function errorLines(text: string): string {
  const [, problem = "", hint] = /^(?:error: )?([^]*?)(?:\n(\(Did you mean [^\n]*\)))?\n?$/u.exec(text) ?? [];
  return [`annex: ${problem}`, ...(hint === undefined ? [] : [hint])].map((line) => `${printable(line)}\n`).join("");
}
