import { readText } from "./disk.js";
import { Failure } from "./failure.js";

/** Reads a file of JSON, or stdin for "-". */
export async function readJson(path: string): Promise<unknown> {
  const text = await readText(path);
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch (error) {
    throw new Failure(`${path}: not JSON: ${error instanceof Error ? error.message : String(error)}`, undefined, { cause: error });
  }
}
