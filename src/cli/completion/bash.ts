import { type CommandOutline, type OptionOutline, type PlacedCommand, type Value, everyCommand } from "../commandLine/outline.js";
import { quoted } from "./quote.js";

/**
 * Completion for bash 3.2 and later, self-contained: pressing a key starts no process. In a path, each word is written with a space before
 * it (" extract --format"), as the script builds it while it reads the line.
 */
export function bashCompletion(program: CommandOutline): string {
  const commands = everyCommand(program);
  const options = commands.flatMap((placed) =>
    placed.command.options.map((option) => ({ option, keys: option.flags.map((flag) => keyOf(placed, flag)) })),
  );
  const waiting = options.filter(({ option }) => option.value !== undefined && !option.isOptional);
  const optional = options.filter(({ option }) => option.isOptional);
  return `# Completion of ${program.name} for bash, from: ${program.name} completion bash
_${program.name}() {
  local i word path='' places=0 option='' words='' cur=\${COMP_WORDS[COMP_CWORD]}
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    # bash takes --format=json apart into three words.
    [[ $word != = ]] || continue
    if [[ -n $option ]]; then
      option=''
      continue
    fi
    [[ $word != -- ]] || return 0
    case "$path $word" in
      ${anyOf(commands.slice(1).map((placed) => keyOf(placed)))}) path="$path $word" ;;
      ${anyOf(waiting.flatMap(({ keys }) => keys))}) option=$word ;;
      ${anyOf(optional.flatMap(({ keys }) => keys))}) [[ \${COMP_WORDS[i + 1]} != = ]] || option=$word ;;
      *) [[ $word == -* ]] || places=$((places + 1)) ;;
    esac
  done
  [[ $cur != = ]] || cur=''
  if [[ -n $option ]]; then
    case "$path $option" in
${options.flatMap(({ option: { value }, keys }) => branch(keys, choicesOf(value))).join("\n")}
    esac
  elif [[ $cur == -* ]]; then
    case "$path" in
${commands.flatMap((placed) => branch([keyOf(placed)], placed.command.options.map(longest))).join("\n")}
    esac
  else
    case "$path/$places" in
${commands.flatMap((placed) => argumentBranches(placed)).join("\n")}
    esac
  fi
  # Where no words are known bash completes files, by "-o default".
  [[ -z $words ]] || COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o bashdefault -o default -F _${program.name} ${program.name}
`;
}

function keyOf({ path }: PlacedCommand, flag?: string): string {
  return [...path, ...(flag === undefined ? [] : [flag])].map((word) => ` ${word}`).join("");
}

function anyOf(keys: readonly string[]): string {
  return keys.map(quoted).join(" | ");
}

/** A branch that sets the words to choose from; none if there are no words. */
function branch(keys: readonly string[], words: readonly string[]): string[] {
  return words.length === 0 ? [] : [`      ${anyOf(keys)}) words=${quoted(words.join(" "))} ;;`];
}

function choicesOf(value: Value | undefined): readonly string[] {
  return value?.kind === "choice" ? value.choices : [];
}

/** Subcommands, or the words that an argument can be, by the number of arguments before it. */
function argumentBranches(placed: PlacedCommand): string[] {
  const { commands, arguments: places } = placed.command;
  if (commands.length > 0)
    return branch(
      [`${keyOf(placed)}/0`],
      commands.map(({ name }) => name),
    );
  return places.flatMap(({ value }, index) => branch([`${keyOf(placed)}/${index}`], choicesOf(value)));
}

function longest({ flags }: OptionOutline): string {
  return flags.at(-1) ?? "";
}
