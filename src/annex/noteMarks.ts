import { normalise } from "../text/words/normalise.js";

/** Raised digits that something stands before: "9¹". */
const RAISED_NUMBER = /(?<=\S)[\u00B9\u00B2\u00B3\u2070\u2074-\u2079]+/gu;

/** Signs that refer to notes, at the end of a word or by themselves. */
const SIGN = /(?<=^|[\s\p{L}\p{N}”’"'».)])[*†‡]{1,3}(?=[\s,;:.]|$)/gu;

/** A printed text as the contract wants it, and the marks of notes that stood in it. */
export interface Unmarked {
  readonly text: string;
  readonly marks: readonly string[];
}

/** Takes the marks of notes out of a number, a label or what else a meeting's cells say: read as its letters, they make another number of "9¹". */
export function withoutNoteMarks(printed: string): Unmarked {
  const marks = [...(printed.match(RAISED_NUMBER) ?? []), ...(printed.match(SIGN) ?? [])];
  return { text: normalise(marks.length === 0 ? printed : printed.replace(RAISED_NUMBER, "").replace(SIGN, "")), marks: marks.map(normalise) };
}
