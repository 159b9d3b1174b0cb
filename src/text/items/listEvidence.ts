import { SAME_X } from "../flow/flowLine.js";
import { CERTAIN, wouldFit } from "../flow/room.js";
import { isLoose } from "../flow/spacing.js";
import { capitalisedStart, endsBetween, endsClause, endsSentence, endsWithSmallWord, startsLow } from "../words/sentences.js";
import type { LineBreak } from "./lineBreak.js";
import { isInUnspacedList } from "./placeEvidence.js";
import { hasNoText, isMarkerAlone } from "./rawItem.js";
import { mayFollowSentence } from "./wordEvidence.js";

/** The item has nothing but its marker: a marker at the end of a page has its text on the next page. */
export function waitsForText({ before, open: { item } }: Pick<LineBreak, "before" | "open">): boolean {
  if (hasNoText(item)) return true;
  return before.marker?.kind === "dash" && isMarkerAlone(before, before.marker) && item.paragraphs.at(-1)?.at(-1) === before;
}

/**
 * Items of a list without markers end with semicolons, as clauses of a sentence do: nothing else distinguishes them if they have no or
 * little space between them.
 */
export function followsSemicolon(at: LineBreak): boolean {
  return at.open.item.kind === "none" && endsClause(at.before) && (!at.style.spaced || isLoose(at.line, at.style) || mayFollowSentence(at));
}

/** The items of a list without markers all end without closing punctuation: one that continues would be the first to have two lines. */
export function followsItemsWithoutStop({ before, line, open: { item }, list }: LineBreak): boolean {
  if (item.kind !== "none" || startsLow(line) || before.stretched) return false;
  const others = list.filter((other) => other.kind === "none" && other !== item);
  return others.length > 0 && others.every((other) => !other.paragraphs.flat().slice(-1).some(endsSentence));
}

/**
 * The first line of a part starts as an item may, in a list whose items have no markers but cells of their own: the end of the page is
 * likelier to be between two of them than before a name or a sentence within one. Where only one item is above, those below tell.
 */
export function mayBeInNextCell({ before, line, open: { item }, list, cell }: LineBreak): boolean {
  if (item.kind !== "none" || startsLow(line) || before.stretched) return false;
  // The line above the first item may be that of its row.
  const starts = list.flatMap(({ paragraphs }) => paragraphs[0]?.[0] ?? []).filter((start) => start !== cell[0]);
  if (starts.length > 0) return starts.every((start) => start.ruledOff);
  const below = cell.slice(cell.indexOf(line) + 1);
  return below.some(({ ruledOff }) => ruledOff) && below.every(({ marker }) => marker === undefined);
}

/**
 * The line before had room for the first word, in a list without markers that has no white space or only a little: either too little room
 * to be sure, or in a column whose lines are not filled. Before a small letter there must be ample room.
 */
export function endsInList(at: LineBreak): boolean {
  const isInList = isInUnspacedList(at) || (at.open.item.kind === "none" && at.isNested && isLoose(at.line, at.style));
  return isInList && wouldFit(at.line, at.before, startsLow(at.line) ? CERTAIN : 1);
}

/** The next line starts with a capital that its word has only where a sentence or an item starts: it is no name. */
function startsOrdinaryWord({ line, isWord }: LineBreak): boolean {
  const word = capitalisedStart(line);
  return word !== undefined && isWord(word.toLowerCase());
}

/**
 * In a list without markers or white space, whose items need no full stop, an ordinary word with a capital follows one without: it starts
 * the next item. Behind another capital or a number it may continue a name ("UNESCO 1970" + "Convention").
 */
export function mayFollowItem(at: LineBreak): boolean {
  return isInUnspacedList(at) && endsWithSmallWord(at.before) && startsOrdinaryWord(at);
}

/**
 * In a list without markers and white space, the line before would be the first that is not an item of its own: either its item is the only
 * one of two lines, or the line is full by chance.
 */
export function isAmongSingleLines(at: LineBreak): boolean {
  return isInUnspacedList(at) && areOthersSingle(at);
}

/** Whether the line before, which is full, would be the only one that is not an item of its own. */
function areOthersSingle({ before, line, list, cell, style }: LineBreak): boolean {
  if (isLoose(line, style) || wouldFit(line, before, 1)) return false;
  if (list.some(({ paragraphs }) => paragraphs.flat().length > 1)) return false;
  const below = cell.slice(cell.indexOf(line) + 1);
  const end = below.findIndex(({ marker, x }) => marker !== undefined || Math.abs(x - line.x) > SAME_X * line.size);
  const others = end < 0 ? below : below.slice(0, end);
  return list.length + others.length > 1 && others.every((other, i) => wouldFit(other, others[i - 1] ?? line, 1));
}

/**
 * A cell without any marker or white space, in a column whose items have none between them: it may be a list, or a text of whole sentences.
 */
function isInUnmarkedCell({ open, isNested, cell, style }: LineBreak): boolean {
  if (open.item.kind !== "none" || isNested || style.spaced) return false;
  return cell.every((line) => line.marker === undefined && !isLoose(line, style));
}

/** In such a cell, an ordinary word with a capital follows a word that ends no sentence, and all other lines are items of their own. */
export function mayBeLineOfUnmarkedCell(at: LineBreak): boolean {
  return mayFollowInUnmarkedCell(at) && startsOrdinaryWord(at) && areOthersSingle(at);
}

/** The same without one of the two: it may be a name, or in a text. */
export function mayFollowInUnmarkedCell(at: LineBreak): boolean {
  if (!endsWithSmallWord(at.before) || startsLow(at.line) || !isInUnmarkedCell(at)) return false;
  return startsOrdinaryWord(at) || areOthersSingle(at);
}

/** The next line starts as an item would, among items of single lines. */
export function mayBeSingleLine(at: LineBreak): boolean {
  return isAmongSingleLines(at) && startsOrdinaryWord(at);
}

/** The next line starts with a small letter, as an item may, too, and no sentence has ended. */
export function mayGoOnAmongSingleLines(at: LineBreak): boolean {
  return startsLow(at.line) && !endsBetween(at.before, at.line) && isAmongSingleLines(at);
}

/**
 * Like `mayFollowSentence`, in an item without a marker or below other paragraphs, most of which have one sentence. White space must not
 * set that item apart, since it would set the next one apart too.
 */
export function mayFollowParagraph(at: LineBreak): boolean {
  const first = at.open.item.paragraphs[0]?.[0];
  const isSetApart = !at.style.tight && first !== undefined && isLoose(first, at.style);
  return mayFollowSentence(at) && followsParagraphs(at) && !isSetApart;
}

/** There are paragraphs without markers above, so another one is likelier than a sentence that happens to start at the top of a page. */
export function followsParagraphs({ open: { item } }: Pick<LineBreak, "open">): boolean {
  return item.kind === "none" || item.paragraphs.length > 1;
}
