import type { Failure } from "./failure.js";

/** Where a command writes messages to the user: stderr. Data goes to stdout, through `disk.ts`. */
export interface Terminal {
  /** Prints a line that the user asked for, even with `--quiet`. */
  readonly print: (line: string) => void;
  /** Prints a line, unless `--quiet` is given. */
  readonly say: (line: string) => void;
  /** Prints what went wrong and what to do about it, in at most two lines. */
  readonly sayFailure: (failure: Failure) => void;
  /** Prints what went wrong with one of several files, in one line. */
  readonly sayProblem: (failure: Failure) => void;
  /** Prints a text of several lines, such as a stack trace. */
  readonly sayLines: (text: string) => void;
  /** Shows a line that the next one replaces, if stderr is a terminal; an empty line clears it. */
  readonly progress: (line: string) => void;
}

/** Prints what went wrong with files: for a single one also what to do about it, for several one line each. */
export function sayFailures(failures: readonly Failure[], terminal: Terminal): void {
  const say = failures.length === 1 ? terminal.sayFailure : terminal.sayProblem;
  for (const failure of failures) say(failure);
}

/** The terminal of this process. */
export function openTerminal({ quiet = false }: { readonly quiet?: boolean | undefined }): Terminal {
  const { stderr } = process;
  const animated = stderr.isTTY && !quiet;
  let shown = false;
  const clear = (): void => {
    if (shown) stderr.write("\r\u001B[K");
    shown = false;
  };
  const print = (line: string): void => {
    clear();
    stderr.write(`${printable(line)}\n`);
  };
  const sayProblem = ({ message }: Failure): void => print(`annex: ${message}`);
  return {
    print,
    say: (line) => {
      if (!quiet) print(line);
    },
    sayFailure: (failure) => {
      sayProblem(failure);
      if (failure.hint !== undefined) print(failure.hint);
    },
    sayProblem,
    sayLines: (text) => text.split("\n").forEach(print),
    progress: (line) => {
      if (!animated) return;
      clear();
      // A line that wraps could not be cleared.
      stderr.write(printable(line).slice(0, stderr.columns - 1));
      shown = line !== "";
    },
  };
}

// If stderr has no reader any more, there is nowhere to report it. Errors of stdout are handled where data is written.
process.stderr.on("error", () => undefined);
process.stdout.on("error", () => undefined);

/**
 * A line with its control characters made visible instead of obeyed: file names and texts of PDFs may contain escape sequences, line ends,
 * or marks that change the direction of text.
 */
export function printable(line: string): string {
  return line.replace(/[\u0000-\u0008\u000A-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu, (character) => {
    return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
  });
}
