import type { Command } from "commander";
import { fileURLToPath } from "node:url";
import { STANDARD, readText, writeOutput } from "../disk.js";
import { EXIT } from "../failure.js";
import type { Exit } from "../program.js";

/** `annex schema`: prints the committed JSON Schema. */
export function define(command: Command, exit: Exit): void {
  command
    .option("-o, --output <file>", "write to a file instead of stdout", STANDARD)
    .action(async ({ output }: { readonly output: string }) => {
      const path = fileURLToPath(new URL("../../../schema/annex-1.schema.json", import.meta.url));
      await writeOutput(output, await readText(path));
      exit(EXIT.fine);
    });
}
