import { printable } from "../terminal/terminal.js";

/**
 * The lines for wrong usage: what is wrong, and what to do. Commander says the former in one line, and sometimes what was meant in a second
 * one. It may quote the name of a file, which can contain any characters.
 *
 * @param hint Shown if Commander has no second line.
 */
export function usageLines(text: string, hint: string): string {
  const [, problem = "", meant] = /^(?:error: )?([^]*?)(?:\n(\(Did you mean [^\n]*\)))?\n?$/u.exec(text) ?? [];
  return [`annex: ${problem}`, meant ?? hint].map((line) => `${printable(line)}\n`).join("");
}

/** What to do after wrong usage; if the arguments begin with a PDF, the command is missing. */
export function usageHint([first = ""]: readonly string[], commands: readonly string[]): string {
  if (commands.includes(first)) return `annex ${first} --help shows its arguments, options and examples.`;
  return /\.pdf$/iu.test(first) ? `Name a command first: annex extract ${first}` : "annex --help lists the commands.";
}
