import type { Command } from "commander";
import { fileURLToPath } from "node:url";
import { STANDARD, readText, writeOutput } from "../disk.js";
import type { Example } from "../examples.js";
import { EXIT } from "../failure.js";
import type { Exit } from "../program.js";

/** Lines that `--help` shows. */
export const examples: readonly Example[] = [
  { line: "annex schema -o annex.schema.json", does: "for an editor, or for a validator of any language" },
  { line: "annex schema | node -p 'JSON.parse(fs.readFileSync(0)).title'", does: "what the schema is of" },
];

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
