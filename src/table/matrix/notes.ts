import type { Box } from "../../geometry/box.js";
import { type Line, linesOf } from "../../layout/lines.js";
import type { Word } from "../../layout/word.js";
import type { Interval } from "../evidence/gutters.js";

/** Words of a sentence are no further apart than this, in font sizes. */
const WORD_SPACE = 0.4;

/** A sentence under the names of this many columns belongs to none of them. */
const COLUMNS_CROSSED = 3;

/** Lines of one note start within this many points of each other. */
const SAME_PLACE = 1;

/**
 * The words of notes at the lower end of a page, below a table that no rules show: the last lines, if their sentences run under the names of
 * several columns. `anchors` are the names' places.
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
  return above !== undefined && runsAcross(above, anchors) && Math.abs(above.box.x0 - line.box.x0) <= SAME_PLACE && runsOf(line).length === 1;
}

function runsAcross(line: Line, anchors: readonly Interval[]): boolean {
  return runsOf(line).some((run) => anchors.filter((name) => name.x0 < run.x1 && run.x0 < name.x1).length >= COLUMNS_CROSSED);
}

/** The extents of a line's words that are no further apart than those of a sentence. */
function runsOf({ words }: Line): Interval[] {
  const runs: { x0: number; x1: number }[] = [];
  let before: { readonly box: Box; readonly size: number } | undefined;
  for (const word of words) {
    const run = runs.at(-1);
    if (run !== undefined && before !== undefined && word.box.x0 - before.box.x1 <= WORD_SPACE * Math.max(word.size, before.size)) run.x1 = word.box.x1;
    else runs.push({ x0: word.box.x0, x1: word.box.x1 });
    before = word;
  }
  return runs;
}
