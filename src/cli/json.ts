import { LONGEST_TEXT_MEBIBYTES, readInput } from "./disk.js";
import { Failure } from "./failure.js";

/** Reads a file of JSON, or stdin for "-". */
export async function readJson(path: string): Promise<unknown> {
  return parseJson(path, await readInput(path, LONGEST_TEXT_MEBIBYTES));
}

/** The value that the bytes of a file say. */
export function parseJson(path: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    throw new Failure(`${path}: not JSON: ${error instanceof Error ? error.message : String(error)}`, undefined, { cause: error });
  }
}
