import { Failure } from "../terminal/failure.js";
import { readTextBytes } from "./input.js";

/**
 * Reads a JSON file, or stdin for "-".
 *
 * @param seconds The time limit, if the user can set it.
 */
export async function readJson(path: string, seconds?: number): Promise<unknown> {
  return parseJson(path, await readTextBytes(path, seconds));
}

/** The deepest nesting of arrays and objects. No result nests half as deep; functions that walk a value may recurse for each level. */
const DEEPEST = 500;

/** The value that the bytes of a file represent. */
export function parseJson(path: string, bytes: Uint8Array): unknown {
  if (depthOf(bytes) > DEEPEST) throw new Failure(`${path}: nested more than ${DEEPEST} deep`, "No result of this program is.");
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    throw new Failure(`${path}: not JSON: ${error instanceof Error ? error.message : String(error)}`, undefined, { cause: error });
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING: readonly number[] = [0x5b, 0x7b];
const CLOSING: readonly number[] = [0x5d, 0x7d];

/** How deep the arrays and objects of JSON nest, found without parsing it, since parsing takes memory for each level. */
function depthOf(bytes: Uint8Array): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (inString) {
      if (byte === BACKSLASH) i++;
      else if (byte === QUOTE) inString = false;
    } else if (byte === QUOTE) inString = true;
    else if (OPENING.includes(byte)) deepest = Math.max(deepest, ++depth);
    else if (CLOSING.includes(byte)) depth--;
  }
  return deepest;
}
