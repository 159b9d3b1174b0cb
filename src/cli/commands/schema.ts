import { writeOutput, readText } from "../disk.js";
import { EXIT } from "../failure.js";
import { fileURLToPath } from "node:url";

/** `annex schema`: prints the committed JSON Schema. */
export async function runSchema(options: { readonly output: string }): Promise<number> {
  const path = fileURLToPath(new URL("../../../schema/annex-1.schema.json", import.meta.url));
  await writeOutput(options.output, await readText(path));
  return EXIT.fine;
}
