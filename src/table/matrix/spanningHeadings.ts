import type { Line } from "../../layout/lines.js";
import { linesOf, textOf } from "../../layout/lines.js";
import type { Word } from "../../layout/word.js";
import { phrasesOf } from "../evidence/phrases.js";

/** A heading stands no further above the names of its columns than this, in font sizes, where no rules enclose them. */
const NEAR = 1;

/**
 * What heads several columns at once and stands right above their names, as "Outcomes" does: the last of the lines above a header that has
 * more than one phrase, where no header came before; what stood above the header before, `known`, where it stands there again.
 */
export function headingAbove(lines: readonly Line[], top: number, known: string | undefined): readonly Word[] {
  const last = lines.at(-1);
  if (known === undefined) return last !== undefined && top - last.box.y1 <= NEAR * last.size && headsColumns(last) ? last.words : [];
  const start = known === "" ? -1 : lines.findIndex((_, i) => headingText(lines.slice(i).flatMap((line) => line.words)) === known);
  return start < 0 ? [] : lines.slice(start).flatMap((line) => line.words);
}

/** Of groups of words from the top of a frame down to a header, those that head its columns. */
export function headingGroups(groups: readonly (readonly Word[])[], known: string | undefined): ReadonlySet<readonly Word[]> {
  if (known === undefined) return new Set(groups.filter((words) => linesOf(words).some(headsColumns)));
  const start = known === "" ? -1 : groups.findIndex((_, i) => headingText(groups.slice(i).flat()) === known);
  return new Set(start < 0 ? [] : groups.slice(start));
}

/** What tells a heading from others, on another page too. */
export function headingText(words: readonly Word[]): string {
  return linesOf(words).map(textOf).join(" ");
}

/** Whether a line has headings of several columns: a title is one phrase, and numbers and bullets are of rows. */
function headsColumns(line: Line): boolean {
  return phrasesOf(line).length > 1 && !line.words.some(isOfRow);
}

/** So many lines a heading may have. */
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
