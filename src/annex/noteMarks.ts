import { normalise } from "../text/words/normalise.js";

/** Raised digits after something else: "9¹". */
const RAISED_NUMBER = /(?<=\S)[\u00B9\u00B2\u00B3\u2070\u2074-\u2079]+/gu;

/** Symbols that refer to notes, at the end of a word or alone. */
const SIGN = /(?<=^|[\s\p{L}\p{N}”’"'».)])[*†‡]{1,3}(?=[\s,;:.]|$)/gu;

/** A printed text as the contract requires it, and the note marks that were in it. */
export interface Unmarked {
  readonly text: string;
  readonly marks: readonly string[];
}

/**
 * Removes the note marks from a number, a label or other text of a meeting's cells: read as part of it, they would turn "9¹" into another
 * number.
 */
export function withoutNoteMarks(printed: string): Unmarked {
  const marks = [...(printed.match(RAISED_NUMBER) ?? []), ...(printed.match(SIGN) ?? [])];
  return {
    text: normalise(marks.length === 0 ? printed : printed.replace(RAISED_NUMBER, "").replace(SIGN, "")),
    marks: marks.map(normalise),
  };
}
