import type { Command } from "commander";
import { fileURLToPath } from "node:url";
import type { Exit } from "../commandLine/command.js";
import type { Example } from "../commandLine/examples.js";
import { outputOption } from "../commandLine/options.js";
import { writeOutput } from "../files/disk.js";
import { readText } from "../files/input.js";
import { readProfile } from "../files/profileFile.js";
import { EXIT } from "../terminal/failure.js";

/** Lines that `--help` shows. */
export const examples: readonly Example[] = [
  { line: "annex schema -o annex.schema.json", does: "for an editor, or a validator in any language" },
  { line: "annex schema | node -p 'JSON.parse(fs.readFileSync(0)).title'", does: "what the schema describes" },
  { line: "annex schema --profile report.profile.json", does: "for the records of a profile" },
];

/** `annex schema`: prints a published JSON Schema, or the one that follows from a profile. */
export function define(command: Command, exit: Exit): void {
  command
    .addOption(outputOption())
    .option("--profile <file>", "the schema of this profile's records, not that of the annex")
    .action(async ({ output, profile }: { readonly output: string; readonly profile?: string }) => {
      await writeOutput(output, profile === undefined ? await annexSchema() : await schemaBy(profile));
      exit(EXIT.fine);
    });
}

function annexSchema(): Promise<string> {
  return readText(fileURLToPath(new URL("../../../schema/annex-1.schema.json", import.meta.url)));
}

async function schemaBy(path: string): Promise<string> {
  const profile = await readProfile(path);
  // All annexes of meetings have one schema.
  if (profile.kind !== "records") return annexSchema();
  const { recordsJsonSchemaFor } = await import("../../model/records.js");
  return `${JSON.stringify(recordsJsonSchemaFor(profile.name, profile.columns), null, 2)}\n`;
}
