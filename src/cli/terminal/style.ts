import { Chalk } from "chalk";
import { PLAIN, type Style } from "../../report/style.js";

/** The style of a report on stdout: with colours if that is a terminal which shows them, unless the user decides otherwise. */
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

/** The width of a report on stdout, in columns: that of the terminal, or COLUMNS, as for other tools that write for people. */
export function outputWidth(): number {
  if (process.stdout.isTTY) return process.stdout.columns;
  const { COLUMNS: columns = "" } = process.env;
  return /^[1-9]\d{0,3}$/u.test(columns) ? Number(columns) : FILE_WIDTH;
}

/** The width of a report in a file, in columns. */
export const FILE_WIDTH = 80;

/** As NO_COLOR (https://no-color.org) and FORCE_COLOR specify; chalk itself ignores the former. */
function wantsColour(): boolean {
  const { NO_COLOR: no, FORCE_COLOR: force, TERM: term } = process.env;
  if (no !== undefined && no !== "") return false;
  if (force !== undefined && force !== "") return force !== "0";
  return process.stdout.isTTY && term !== "dumb";
}
