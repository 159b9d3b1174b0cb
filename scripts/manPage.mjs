/**
 * `npm run man`: makes man/annex.1 from the command line itself, just like its help. In the macros of man(7), with no date: the same
 * program gives the same page.
 */
import { wholeProgram } from "../dist/cli/program.js";

const { program, examples } = await wholeProgram();
const help = program.createHelp();
const commands = help.visibleCommands(program).filter((command) => command.name() !== "help");

/** A text as it is: its backslashes, hyphens and quotes mean nothing to roff, and no line is taken for a request. */
function plain(text) {
  return text
    .replaceAll("\\", "\\e")
    .replaceAll("-", "\\-")
    .replaceAll("'", "\\(aq")
    .replaceAll("^", "\\(ha")
    .replaceAll("~", "\\(ti")
    .replace(/^\./gmu, "\\&.")
    .replace(/[^\n -~]/gu, (character) => `\\[u${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}]`);
}

const bold = (text) => `\\fB${plain(text)}\\fR`;

/** Names of options in bold, placeholders for values in italics. */
function term(text) {
  return text
    .split(/([<[][^>\]]+[>\]])/u)
    .map((part) =>
      /^[<[]/u.test(part)
        ? `\\fI${plain(part)}\\fR`
        : part.replace(/-[-\w]+|[^-]+/gu, (word) => (word.startsWith("-") ? bold(word) : plain(word))),
    )
    .join("");
}

const paragraph = (head, body) => [".TP", head, plain(body)];

/** What a command takes, as in its help. */
function details(command) {
  return [
    ...help
      .visibleArguments(command)
      .flatMap((argument) => paragraph(`\\fI${plain(help.argumentTerm(argument))}\\fR`, help.argumentDescription(argument))),
    ...help.visibleOptions(command).flatMap((option) => paragraph(term(help.optionTerm(option)), help.optionDescription(option))),
    ...help
      .visibleCommands(command)
      .flatMap((below) => [".TP", bold(help.commandUsage(below)), plain(help.commandDescription(below)), ".RS", ...details(below), ".RE"]),
  ];
}

function section(command) {
  const lines = examples.get(command.name()) ?? [];
  return [
    `.SS ${bold(`annex ${command.name()}`)}`,
    `${bold("annex")} ${term(`${command.name()} ${command.usage()}`)}`,
    ".PP",
    plain(sentence(help.commandDescription(command))),
    ...details(command),
    ".PP",
    "Examples:",
    ...lines.flatMap(({ line, does }) => [".TP", bold(line), plain(does)]),
  ];
}

const sentence = (text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

const page = [
  '.\\" Made by "npm run man" from the command line itself.',
  `.TH ANNEX 1 "" "annex-matrix ${plain(program.version())}" "User Commands"`,
  ".SH NAME",
  `annex \\- ${plain(program.description().replace(/^T/u, "t").replace(/\.$/u, ""))}`,
  ".SH SYNOPSIS",
  ...commands.flatMap((command) => [".br", `${bold("annex")} ${term(`${command.name()} ${command.usage()}`)}`]).slice(1),
  ".SH DESCRIPTION",
  plain(program.description()),
  ".SH OPTIONS",
  ...help.visibleOptions(program).flatMap((option) => paragraph(term(help.optionTerm(option)), help.optionDescription(option))),
  ".SH COMMANDS",
  ...commands.flatMap(section),
  ".SH EXIT STATUS",
  ...paragraph(bold("0"), "success"),
  ...paragraph(bold("1"), "findings or differences"),
  ...paragraph(bold("2"), "failure: wrong usage, an unreadable file, not an annex"),
  ".SH EXAMPLES",
  ...(examples.get("") ?? []).flatMap(({ line, does }) => [".TP", bold(line), plain(does)]),
];

process.stdout.write(`${page.join("\n")}\n`);
