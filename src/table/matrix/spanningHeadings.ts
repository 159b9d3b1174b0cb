import { type Line, linesOf, textOfLines } from "../../layout/lines.js";
import type { Word } from "../../layout/word.js";
import { phrasesOf } from "../evidence/phrases.js";

/** A heading is no further above the names of its columns than this, in font sizes, if no rules enclose them. */
const NEAR = 1;

/**
 * Headings of several columns right above their names, such as "Outcomes": the last of the lines above a header that has more than one
 * phrase, if there was no header before; otherwise what was above the previous header, `known`, if it is there again.
 */
export function headingAbove(lines: readonly Line[], top: number, known: string | undefined): readonly Word[] {
  const last = lines.at(-1);
  if (known === undefined) return last !== undefined && top - last.box.y1 <= NEAR * last.size && headsColumns(last) ? last.words : [];
  const start = known === "" ? -1 : lines.findIndex((_, i) => textOfLines(linesOf(lines.slice(i).flatMap((line) => line.words))) === known);
  return start < 0 ? [] : lines.slice(start).flatMap((line) => line.words);
}

/** The groups of words that head columns, among those from the top of a frame down to a header. */
export function headingGroups(groups: readonly (readonly Word[])[], known: string | undefined): ReadonlySet<readonly Word[]> {
  if (known === undefined) return new Set(groups.filter((words) => linesOf(words).some(headsColumns)));
  const start = known === "" ? -1 : groups.findIndex((_, i) => textOfLines(linesOf(groups.slice(i).flat())) === known);
  return new Set(start < 0 ? [] : groups.slice(start));
}

/** Whether a line has headings of several columns: a title is one phrase, and numbers and bullets belong to rows. */
function headsColumns(line: Line): boolean {
  return phrasesOf(line).length > 1 && !line.words.some(isOfRow);
}

/** The most lines of a heading. */
const MOST_LINES = 2;

/** Whether words above a header are a row of the table and no heading: in most of its columns there is more than a name would be. */
export function isRowAbove(words: readonly Word[], columns: readonly (readonly Word[])[]): boolean {
  const filled = columns.filter((column) => column.length > 0).length;
  return 2 * filled > columns.length && (words.some(isOfRow) || linesOf(words).length > MOST_LINES);
}

/** Whether a word is a number or a bullet. */
function isOfRow({ text }: Word): boolean {
  return /^[^\p{L}&/–-]+$/u.test(text);
}
