import { textsOf } from "../../layout/packedWords.js";
import type { KeptStrip } from "../../table/matrix/strip.js";
import { normalise } from "../words/normalise.js";

/** The text of all lines for the vocabulary, generated on demand and not kept. */
export function* plainLines(strips: readonly KeptStrip[]): Generator<string> {
  for (const { cells } of strips) for (const { lines } of cells) for (const text of textsOf(lines)) yield normalise(text);
}
