import { decodeTextString, plainText } from "./textString.js";

/** What the content of a marked sequence or a structure element shows, according to it (ISO 32000-1, 14.9.4); each is a separate object. */
export interface Told {
  readonly text: string;
}

/** The ActualText of a text string. */
export function toldBy(bytes: string): Told {
  return { text: plainText(decodeTextString(bytes)) };
}
