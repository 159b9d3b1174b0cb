import { Chalk } from "chalk";
import { PLAIN, type Style } from "../../report/style.js";

/** The marks of a report on stdout: colours where that is a terminal which shows them, unless the user says otherwise. */
export function outputStyle(colour: boolean | undefined): Style {
  if (!(colour ?? wantsColour())) return PLAIN;
  const chalk = new Chalk({ level: 1 });
  return {
    hasColour: true,
    strong: chalk.bold,
    faint: chalk.dim,
    added: chalk.green,
    removed: chalk.red,
    error: chalk.red,
    warning: chalk.yellow,
    info: chalk.cyan,
  };
}

/** How many columns a report on stdout may take: those of the terminal, or what COLUMNS says, as for other tools that write for people. */
export function outputWidth(): number {
  if (process.stdout.isTTY) return process.stdout.columns;
  const { COLUMNS: columns = "" } = process.env;
  return /^[1-9]\d{0,3}$/u.test(columns) ? Number(columns) : FILE_WIDTH;
}

/** The columns of a report in a file. */
export const FILE_WIDTH = 80;

/** As https://no-color.org and FORCE_COLOR say; chalk itself does not honour the first. */
function wantsColour(): boolean {
  const { NO_COLOR: no, FORCE_COLOR: force, TERM: term } = process.env;
  if (no !== undefined && no !== "") return false;
  if (force !== undefined && force !== "") return force !== "0";
  return process.stdout.isTTY && term !== "dumb";
}
