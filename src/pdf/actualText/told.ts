import { decodeTextString, plainText } from "./textString.js";

/** What a marked sequence or a structure element says that its content shows (ISO 32000-1, 14.9.4); each is an object of its own. */
export interface Told {
  readonly text: string;
}

/** What a text string tells. */
export function toldBy(bytes: string): Told {
  return { text: plainText(decodeTextString(bytes)) };
}
