import type { Box } from "../../geometry/box.js";
import { type Line, linesOf } from "../../layout/lines.js";
import type { Word } from "../../layout/word.js";
import { phrasesOf } from "../evidence/phrases.js";
import type { RuledFrame } from "../evidence/ruledFrames.js";
import { columnAt, splitBands, splitColumns } from "../evidence/splitWords.js";

/** Distances between lines of one cell are equal within this many points: engines round them. */
const ROUNDING = 0.8;

/** Text that touches the line beside it extends over it by no more than this, in points. */
const ON_LINE = 1;

/** Lines of one cell start at the same x within this many points. */
const SAME_START = 1;

/**
 * The words below a frame that belong to its cells: some engines break a page too late. LibreOffice prints a line below the rule that ends
 * the cell; ReportLab leaves the end of the page open, and prints as many lines below the rules as there is white space between paragraphs.
 * Such a line is below a cell that had no room for it, as far from its last line as the others are from each other, and within its column.
 *
 * @param inside The words inside the frame.
 * @param words All words of the page, those inside included.
 */
export function overflowBelow(frame: RuledFrame, inside: readonly Word[], words: readonly Word[]): Word[] {
  const outside = words.filter(({ baseline }) => baseline > frame.box.y1);
  if (outside.length === 0) return [];
  const own = new Set(inside);
  const below = linesOf(outside.filter((word) => !own.has(word)));
  const inner = frame.columns.slice(1, -1);
  const cells = splitColumns(splitBands(inside, frame.rows).at(-1) ?? [], inner).map(linesOf);
  const overflow: Word[] = [];
  for (const line of frame.closedBottom ? below.slice(0, 1) : below) {
    const columns = splitColumns(line.words, inner);
    const isFirst = overflow.length === 0;
    const isNext = columns.every((part, i) => part.length === 0 || followsLines(part, cells[i] ?? [], frame, isFirst));
    if (!isNext || !phrasesOf(line).every(({ box }) => isInOneColumn(box, frame))) break;
    overflow.push(...line.words);
    columns.forEach((part, i) => cells[i]?.push(...linesOf(part)));
  }
  return overflow;
}

function isInOneColumn({ x0, x1 }: Box, { columns, box }: RuledFrame): boolean {
  const inner = columns.slice(1, -1);
  const [from, to] = [x0 + ON_LINE, x1 - ON_LINE];
  return columnAt(from, inner) === columnAt(to, inner) && from >= box.x0 && to <= box.x1;
}

/**
 * Whether words are the next line of a cell that had no room for it. Where the page leaves the frame open, a paragraph may have had none
 * although a line without white space above it would have fitted. Words that do not start where a line of the cell does may be a footer's:
 * they are the next line only if they are the first.
 */
function followsLines(words: readonly Word[], cell: readonly Line[], { box: { y1 }, closedBottom }: RuledFrame, isFirst: boolean): boolean {
  const pitches = cell.slice(1).map(({ baseline }, i) => baseline - (cell[i]?.baseline ?? baseline));
  const last = cell.at(-1)?.baseline ?? -Infinity;
  const narrowest = Math.min(...pitches);
  const start = words[0]?.box.x0 ?? Infinity;
  const startsAlike = cell.some(({ box }) => Math.abs(box.x0 - start) <= SAME_START);
  const isAtPitch = (distance: number): boolean => pitches.some((pitch) => Math.abs(pitch - distance) <= ROUNDING);
  const distances = words.map(({ baseline }) => baseline - last);
  const hadNoRoom = last + narrowest > y1 || (!closedBottom && startsAlike && distances.every(isAtPitch));
  return (
    hadNoRoom &&
    (isFirst || startsAlike) &&
    distances.every((distance) => distance >= narrowest - ROUNDING && distance <= Math.max(...pitches) + ROUNDING)
  );
}
