import type { Command } from "commander";
import { validateDocument } from "../../model/validate.js";
import type { Example } from "../examples.js";
import { EXIT, Failure } from "../failure.js";
import { readJson } from "../json.js";
import type { Exit } from "../program.js";
import { type Terminal, openTerminal } from "../terminal.js";
import { describeShapeFault } from "../words.js";

/** Lines that `--help` shows. */
export const examples: readonly Example[] = [
  { line: "annex validate annex.json", does: "tell each fault with its path" },
  { line: "annex validate --quiet data/*.json", does: "say nothing of files that are valid" },
];

/** `annex validate`: holds JSON files against the schema. */
export function define(command: Command, exit: Exit): void {
  command
    .argument("<json...>", "JSON files, or - for stdin")
    .option("--quiet", "say nothing about files that are valid")
    .action(async (paths: string[], options: { readonly quiet?: boolean }) => {
      const terminal = openTerminal(options);
      let worst: number = EXIT.fine;
      for (const path of paths) worst = Math.max(worst, await validateFile(path, terminal));
      exit(worst);
    });
}

async function validateFile(path: string, terminal: Terminal): Promise<number> {
  try {
    const checked = validateDocument(await readJson(path));
    if ("document" in checked) {
      terminal.say(`${path}: valid`);
      return EXIT.fine;
    }
    for (const fault of checked.faults) terminal.print(`${path}: ${describeShapeFault(fault)}`);
    return EXIT.findings;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    terminal.sayFailure(error);
    return EXIT.trouble;
  }
}
