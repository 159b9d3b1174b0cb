import { type Line, linesOf } from "../../layout/lines.js";
import type { Word } from "../../layout/word.js";
import type { Interval } from "../evidence/gutters.js";
import { type Phrase, WORD_SPACE, phrasesBetween, standApart } from "../evidence/phrases.js";

/** A sentence under the names of this many columns belongs to none of them. */
const COLUMNS_CROSSED = 3;

/** Lines of one note start within this many points of each other. */
const SAME_PLACE = 1;

/**
 * The words of notes at the lower end of a page, below a table that no rules show: the last lines, if their sentences extend under the
 * names of several columns. `anchors` are the places of the names.
 */
export function notesBelow(words: readonly Word[], anchors: readonly Interval[]): Word[] {
  const lines = linesOf(words);
  let start = lines.length;
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i];
    if (line === undefined) break;
    if (runsAcross(line, anchors)) start = i;
    else if (!endsNote(line, lines[i - 1], anchors)) break;
  }
  return lines.slice(start).flatMap((line) => line.words);
}

/** Whether a line is the short last one of a note that runs across the columns. */
function endsNote(line: Line, above: Line | undefined, anchors: readonly Interval[]): boolean {
  return (
    above !== undefined &&
    runsAcross(above, anchors) &&
    Math.abs(above.box.x0 - line.box.x0) <= SAME_PLACE &&
    sentencesOn(line).length === 1
  );
}

function runsAcross(line: Line, anchors: readonly Interval[]): boolean {
  return sentencesOn(line).some(({ box }) => anchors.filter((name) => name.x0 < box.x1 && box.x0 < name.x1).length >= COLUMNS_CROSSED);
}

/** The words of a line that are no further apart than those of a sentence. */
function sentencesOn({ words }: Line): Phrase[] {
  return phrasesBetween(words, (before, word) => standApart(before, word, WORD_SPACE));
}
