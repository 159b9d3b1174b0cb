import { type Line, linesOf } from "../../layout/lines.js";
import type { Word } from "../../layout/word.js";
import { phrasesOf } from "../evidence/phrases.js";
import type { RuledFrame } from "../evidence/ruledFrames.js";
import { columnAt, splitBands, splitColumns } from "../evidence/splitWords.js";

/** Distances between lines of one cell are equal within this many points: engines round them. */
const ROUNDING = 0.8;

/**
 * The words right below a frame that belong to its cells: some engines (LibreOffice) break a page too late, and print a line below the rule
 * that ends it. Such a line is below a cell that had no room for it, as far from its last line as the others are from each other, and
 * within its column.
 */
export function overflowBelow(frame: RuledFrame, inside: readonly Word[], below: readonly Word[]): Word[] {
  const inner = frame.columns.slice(1, -1);
  const cells = splitColumns(splitBands(inside, frame.rows).at(-1) ?? [], inner).map(linesOf);
  const isInOneColumn = ({ x0, x1 }: { x0: number; x1: number }): boolean =>
    columnAt(x0, inner) === columnAt(x1, inner) && x0 >= frame.box.x0 && x1 <= frame.box.x1;
  const next = linesOf(below.filter((word) => word.baseline > frame.box.y1))[0];
  if (next === undefined || !phrasesOf(next).every(({ box }) => isInOneColumn(box))) return [];
  const columns = splitColumns(next.words, inner);
  return columns.every((words, i) => words.length === 0 || followsLines(words, cells[i] ?? [], frame.box.y1)) ? [...next.words] : [];
}

function followsLines(words: readonly Word[], cell: readonly Line[], bottom: number): boolean {
  const pitches = cell.slice(1).map(({ baseline }, i) => baseline - (cell[i]?.baseline ?? baseline));
  const last = cell.at(-1)?.baseline ?? -Infinity;
  const narrowest = Math.min(...pitches);
  const hadNoRoom = last + narrowest > bottom;
  return (
    hadNoRoom &&
    words.every(({ baseline }) => baseline - last >= narrowest - ROUNDING && baseline - last <= Math.max(...pitches) + ROUNDING)
  );
}
