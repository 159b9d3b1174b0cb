import type { Command } from "commander";
import type { Example } from "./examples.js";

/** Called with the exit code of the command that ran. */
export type Exit = (code: number) => void;

/** The command line, and the examples that its help shows. */
export interface Program {
  readonly program: Command;
  /** By the names of the commands that are loaded; those of the program itself under "". */
  readonly examples: ReadonlyMap<string, readonly Example[]>;
}

/** Builds the program with all its commands. */
export type WholeProgram = () => Promise<Program>;

/** What the module of a command exports. */
export interface CommandModule {
  /** Adds the command's arguments, options and action. */
  readonly define: (command: Command, exit: Exit, whole: WholeProgram) => void;
  readonly examples: readonly Example[];
}
