import { type CommandOutline, type OptionOutline, type PlacedCommand, type Value, everyCommand } from "../commandLine/outline.js";

/** Completion for fish: a line for each thing that can be typed, with the condition for it. */
export function fishCompletion(program: CommandOutline): string {
  const lines = everyCommand(program).flatMap((placed) => linesOf(placed, `complete -c ${program.name}`));
  return [
    `# Completion of ${program.name} for fish, from: ${program.name} completion fish`,
    `complete -c ${program.name} -f`,
    ...lines,
    "",
  ].join("\n");
}

function linesOf({ path, command }: PlacedCommand, complete: string): string[] {
  const isHere = path.map((name) => `__fish_seen_subcommand_from ${name}`);
  const names = command.commands.map(({ name }) => name);
  // Only if none of them has been typed yet.
  const isOpen = names.length === 0 ? isHere : [...isHere, `not __fish_seen_subcommand_from ${names.join(" ")}`];
  const when = `${complete} -n ${quotedForFish(isOpen.join("; and "))}`;
  return [
    ...command.commands.map(({ name, summary }) => `${when} -a ${name} -d ${quotedForFish(summary)}`),
    ...command.options.map((option) => `${when} ${optionTerms(option)}`),
    ...command.arguments.map(({ value }) => `${when}${valueTerms(value)}`),
  ];
}

function optionTerms({ flags, description, value, isOptional }: OptionOutline): string {
  const names = flags.map((flag) => (flag.startsWith("--") ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`)).join(" ");
  const takes = value === undefined ? "" : `${isOptional ? "" : " -r"}${valueTerms(value)}`;
  return `${names}${takes} -d ${quotedForFish(description)}`;
}

function valueTerms(value: Value): string {
  switch (value.kind) {
    case "choice":
      return ` -f -a ${quotedForFish(value.choices.join(" "))}`;
    case "file":
      return " -F";
    case "folder":
      return ` -f -a '(__fish_complete_directories)'`;
    case "text":
      return " -f";
  }
}

/** In single quotes, fish has two escapes: for the quote and for the backslash. */
function quotedForFish(text: string): string {
  return `'${text.replace(/['\\]/gu, "\\$&")}'`;
}
