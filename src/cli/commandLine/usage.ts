import { printable } from "../terminal/terminal.js";

/**
 * The lines for wrong usage: what is wrong, and what to do. Commander says the first in a line, and sometimes in a second one what was
 * meant. What it quotes may be the name of a file, with any characters in it.
 *
 * @param hint Said where Commander has no second line.
 */
export function usageLines(text: string, hint: string): string {
  const [, problem = "", meant] = /^(?:error: )?([^]*?)(?:\n(\(Did you mean [^\n]*\)))?\n?$/u.exec(text) ?? [];
  return [`annex: ${problem}`, meant ?? hint].map((line) => `${printable(line)}\n`).join("");
}

/** What to do after wrong usage; arguments that begin with a PDF lack the command. */
export function usageHint([first = ""]: readonly string[], commands: readonly string[]): string {
  if (commands.includes(first)) return `annex ${first} --help shows its arguments, options and examples.`;
  return /\.pdf$/iu.test(first) ? `Name a command first: annex extract ${first}` : "annex --help lists the commands.";
}
