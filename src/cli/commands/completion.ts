import { Argument, type Command } from "commander";
import type { Exit, WholeProgram } from "../commandLine/command.js";
import type { Example } from "../commandLine/examples.js";
import { outlineOf } from "../commandLine/outline.js";
import { bashCompletion } from "../completion/bash.js";
import { fishCompletion } from "../completion/fish.js";
import { zshCompletion } from "../completion/zsh.js";
import { STANDARD, writeOutput } from "../files/disk.js";
import { EXIT } from "../terminal/failure.js";

const SHELLS = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion } as const;

/** Lines that `--help` shows. */
export const examples: readonly Example[] = [
  { line: `eval "$(annex completion bash)"`, does: "in ~/.bashrc, or for this shell only" },
  { line: "annex completion zsh > ~/.zfunc/_annex", does: "a folder that is in $fpath before compinit runs" },
  { line: "annex completion fish > ~/.config/fish/completions/annex.fish", does: "where fish looks for it" },
];

/** `annex completion`: prints the completion script for a shell. */
export function define(command: Command, exit: Exit, whole: WholeProgram): void {
  command
    .addArgument(new Argument("<shell>", "the shell to complete in").choices(Object.keys(SHELLS)))
    .action(async (shell: keyof typeof SHELLS) => {
      const { program } = await whole();
      await writeOutput(STANDARD, SHELLS[shell](outlineOf(program)));
      exit(EXIT.fine);
    });
}
