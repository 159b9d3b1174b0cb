/** What a command line takes, as data: for completion. */
import type { Argument, Command, Option } from "commander";

/** What can stand for an argument, or behind an option. */
export type Value = { readonly kind: "file" | "folder" | "text" } | { readonly kind: "choice"; readonly choices: readonly string[] };

/** An option of a command. */
export interface OptionOutline {
  /** As they are typed: -o, --output. */
  readonly flags: readonly string[];
  readonly description: string;
  /** Undefined for one that takes none. */
  readonly value: Value | undefined;
  /** Whether the value may be left out; then it goes with "=" only. */
  readonly isOptional: boolean;
  readonly isRepeatable: boolean;
}

/** An argument of a command. */
export interface ArgumentOutline {
  readonly name: string;
  readonly value: Value;
  /** Whether more like it may follow. */
  readonly isVariadic: boolean;
}

/** A command with those below it. */
export interface CommandOutline {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly OptionOutline[];
  readonly arguments: readonly ArgumentOutline[];
  readonly commands: readonly CommandOutline[];
}

/** A command and the names that lead to it from the program, which is led to by none. */
export interface PlacedCommand {
  readonly path: readonly string[];
  readonly command: CommandOutline;
}

/** The outline of a command, with all that its help shows. */
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

/** A command and all below it. */
export function everyCommand(command: CommandOutline, path: readonly string[] = []): PlacedCommand[] {
  return [{ path, command }, ...command.commands.flatMap((below) => everyCommand(below, [...path, below.name]))];
}

function optionOutline(option: Option): OptionOutline {
  return {
    flags: [option.short, option.long].filter((flag) => flag !== undefined),
    description: option.description,
    value: option.required || option.optional ? optionValue(option) : undefined,
    isOptional: option.optional,
    // One that collects its values starts with none.
    isRepeatable: option.variadic || Array.isArray(option.defaultValue),
  };
}

function optionValue({ flags, argChoices }: Option): Value {
  if (argChoices !== undefined) return { kind: "choice", choices: argChoices };
  const [, placeholder] = /[<[](.+)[>\]]/u.exec(flags) ?? [];
  if (placeholder === "file") return { kind: "file" };
  return { kind: placeholder === "dir" ? "folder" : "text" };
}

/** Arguments are files, but for those that are one of some words, as are commands that are asked about. */
function argumentOutline(argument: Argument, choices: readonly string[] | undefined = argument.argChoices): ArgumentOutline {
  return {
    name: argument.name(),
    value: choices === undefined ? { kind: "file" } : { kind: "choice", choices },
    isVariadic: argument.variadic,
  };
}
