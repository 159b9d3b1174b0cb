/** The door to the terminal: everything that a command says goes through here. */
import { Chalk, type ChalkInstance } from "chalk";

/** Where a command reads and writes. */
export interface Terminal {
  /** Colours for stderr; colourless unless it is a terminal that wants them. */
  readonly chalk: ChalkInstance;
  /** Colours for stdout. */
  readonly outChalk: ChalkInstance;
  readonly columns: number;
  /** Whether only errors are to be said. */
  readonly quiet: boolean;
  /** Prints a line on stderr, with control characters made visible. */
  readonly say: (line: string) => void;
  /** Prints a line on stderr that already is safe: colours in it stay. */
  readonly sayStyled: (line: string) => void;
  /** Shows a passing line on stderr, if that is a terminal; an empty one clears it. */
  readonly progress: (line: string) => void;
}

/** Options that every command has. */
export interface TerminalOptions {
  readonly quiet?: boolean;
}

/** The terminal of this process. */
export function openTerminal({ quiet = false }: TerminalOptions): Terminal {
  const animated = process.stderr.isTTY && !quiet;
  let shown = false;
  const clear = (): void => {
    if (shown) process.stderr.write("\r\u001B[K");
    shown = false;
  };
  const sayStyled = (line: string): void => {
    clear();
    process.stderr.write(`${line}\n`);
  };
  return {
    chalk: new Chalk({ level: colourLevel(process.stderr.isTTY) }),
    outChalk: new Chalk({ level: colourLevel(process.stdout.isTTY) }),
    columns: process.stdout.columns > 0 ? process.stdout.columns : 80,
    quiet,
    sayStyled,
    say: (line) => sayStyled(printable(line)),
    progress: (line) => {
      clear();
      if (!animated || line === "") return;
      process.stderr.write(printable(line));
      shown = true;
    },
  };
}

/** NO_COLOR (any value) and FORCE_COLOR as their conventions say; chalk itself does not honour the first. */
function colourLevel(isTerminal: boolean): 0 | 1 {
  const { NO_COLOR: no, FORCE_COLOR: force, TERM: term } = process.env;
  if (no !== undefined && no !== "") return 0;
  if (force !== undefined) return force === "0" ? 0 : 1;
  return isTerminal && term !== "dumb" ? 1 : 0;
}

/** Text with its control characters shown instead of obeyed: names of files and texts of PDFs may hold escape sequences. */
export function printable(text: string): string {
  // eslint-disable-next-line no-control-regex -- controls are what this is about
  return text.replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/gu, (character) => {
    return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
  });
}
