import { decodeTextString, plainText } from "./textString.js";

/**
 * The replacement text of a marked sequence or a structure element: what its content shows, according to it (ActualText; ISO 32000-1,
 * 14.9.4). Each is a separate object.
 */
export interface ReplacementText {
  readonly text: string;
}

/** The replacement text in a text string. */
export function replacementText(bytes: string): ReplacementText {
  return { text: plainText(decodeTextString(bytes)) };
}
