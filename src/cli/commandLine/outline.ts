/** What a command line accepts, as data for completion. */
import type { Argument, Command, Option } from "commander";

/** The values of an argument or of an option. */
export type Value = { readonly kind: "file" | "folder" | "text" } | { readonly kind: "choice"; readonly choices: readonly string[] };

/** An option of a command. */
export interface OptionOutline {
  /** As typed: -o, --output. */
  readonly flags: readonly string[];
  readonly description: string;
  /** Undefined if it takes none. */
  readonly value: Value | undefined;
  /** Whether the value may be left out; if given, it must follow "=". */
  readonly isOptional: boolean;
  readonly isRepeatable: boolean;
}

/** An argument of a command. */
export interface ArgumentOutline {
  readonly name: string;
  readonly value: Value;
  /** Whether it may be repeated. */
  readonly isVariadic: boolean;
}

/** A command and its subcommands. */
export interface CommandOutline {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly OptionOutline[];
  readonly arguments: readonly ArgumentOutline[];
  readonly commands: readonly CommandOutline[];
}

/** A command, and the names that lead to it from the program, whose own path is empty. */
export interface PlacedCommand {
  readonly path: readonly string[];
  readonly command: CommandOutline;
}

/** The outline of a command, with everything that its help shows. */
export function outlineOf(command: Command, siblings: readonly string[] = []): CommandOutline {
  const help = command.createHelp();
  const below = help.visibleCommands(command);
  const names = below.map((one) => one.name());
  return {
    name: command.name(),
    summary: command.description(),
    options: help.visibleOptions(command).map(optionOutline),
    arguments: command.registeredArguments.map((argument) => argumentOutline(argument, command.name() === "help" ? siblings : undefined)),
    commands: below.map((one) => outlineOf(one, names)),
  };
}

/** A command and all its subcommands, at any depth. */
export function everyCommand(command: CommandOutline, path: readonly string[] = []): PlacedCommand[] {
  return [{ path, command }, ...command.commands.flatMap((below) => everyCommand(below, [...path, below.name]))];
}

function optionOutline(option: Option): OptionOutline {
  return {
    flags: [option.short, option.long].filter((flag) => flag !== undefined),
    description: option.description,
    value: option.required || option.optional ? optionValue(option) : undefined,
    isOptional: option.optional,
    // An option that collects its values starts with an empty array.
    isRepeatable: option.variadic || Array.isArray(option.defaultValue),
  };
}

function optionValue({ flags, argChoices }: Option): Value {
  if (argChoices !== undefined) return { kind: "choice", choices: argChoices };
  const [, placeholder] = /[<[](.+)[>\]]/u.exec(flags) ?? [];
  if (placeholder === "file") return { kind: "file" };
  return { kind: placeholder === "dir" ? "folder" : "text" };
}

/** Arguments are files, unless they are one of several words, such as the command that `help` is asked about. */
function argumentOutline(argument: Argument, choices: readonly string[] | undefined = argument.argChoices): ArgumentOutline {
  return {
    name: argument.name(),
    value: choices === undefined ? { kind: "file" } : { kind: "choice", choices },
    isVariadic: argument.variadic,
  };
}
