import {
  type ArgumentOutline,
  type CommandOutline,
  type OptionOutline,
  type PlacedCommand,
  type Value,
  everyCommand,
} from "../commandLine/outline.js";
import { quoted } from "./quote.js";

/** Completion for zsh by its own `_arguments`: a function for each command. Put it in a folder of $fpath, or evaluate it. */
export function zshCompletion(program: CommandOutline): string {
  const functions = everyCommand(program).map((placed) => functionOf(placed, program.name));
  const main = `_${program.name}`;
  return `#compdef ${program.name}
# Completion of ${program.name} for zsh, from: ${program.name} completion zsh

${functions.join("\n\n")}

if [[ $funcstack[1] == ${main} ]]; then
  ${main} "$@"
else
  compdef ${main} ${program.name}
fi
`;
}

function functionOf({ path, command }: PlacedCommand, program: string): string {
  const name = ["", program, ...path].join("_");
  const options = command.options.map(optionSpec);
  if (command.commands.length === 0) {
    return `${name}() {\n  _arguments -s -S : \\\n${specs([...options, ...command.arguments.map(argumentSpec)])}\n}`;
  }
  const described = command.commands.map((below) => `    ${quoted(`${below.name}:${below.summary}`)}`);
  return `${name}() {
  local curcontext=$curcontext state line
  local -a commands=(
${described.join("\n")}
  )
  _arguments -C -S : \\
${specs([...options, "'1: :->command'", "'*:: :->rest'"])} && return
  case $state in
    command) _describe command commands ;;
    rest) (( ! $+functions[${name}_$words[1]] )) || ${name}_$words[1] ;;
  esac
}`;
}

function specs(list: readonly string[]): string {
  return list.map((spec) => `    ${spec}`).join(" \\\n");
}

function optionSpec({ flags, description, value, isOptional, isRepeatable }: OptionOutline): string {
  const said = `[${description.replace(/[[\]\\:]/gu, "\\$&")}]`;
  const takes = value === undefined ? "" : `${isOptional ? "::" : ":"} :${actionOf(value)}`;
  const others = isRepeatable ? "*" : flags.length > 1 ? `(${flags.join(" ")})` : "";
  return flags.map((flag) => quoted(`${others}${flag}${suffixOf(flag, value, isOptional)}${said}${takes}`)).join(" ");
}

/** How the value may be given: --format=json or --format json, -ofile or -o file; an optional one only after "=". */
function suffixOf(flag: string, value: Value | undefined, isOptional: boolean): string {
  if (value === undefined) return "";
  if (!flag.startsWith("--")) return "+";
  return isOptional ? "=-" : "=";
}

function argumentSpec({ name, value, isVariadic }: ArgumentOutline, index: number): string {
  return quoted(`${isVariadic ? "*" : index + 1}:${name}:${actionOf(value)}`);
}

function actionOf(value: Value): string {
  switch (value.kind) {
    case "choice":
      return `(${value.choices.join(" ")})`;
    case "file":
      return "_files";
    case "folder":
      return "_files -/";
    case "text":
      return " ";
  }
}
