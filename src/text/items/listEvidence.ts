import { CERTAIN, wouldFit } from "../flow/room.js";
import { isLoose } from "../flow/spacing.js";
import { endsClause, endsSentence, startsLow } from "../words/sentences.js";
import type { LineBreak } from "./lineBreak.js";
import { isInUnspacedList } from "./placeEvidence.js";
import { hasNoText, isMarkerAlone } from "./rawItem.js";
import { mayFollowSentence } from "./wordEvidence.js";

/** The item has no more than its marker: a marker at a page's end has its text on the next page. */
export function waitsForText({ before, open: { item } }: Pick<LineBreak, "before" | "open">): boolean {
  if (hasNoText(item)) return true;
  return before.marker?.kind === "dash" && isMarkerAlone(before, before.marker) && item.paragraphs.at(-1)?.at(-1) === before;
}

/** Items of a list without markers end with semicolons, as clauses of a sentence do: nothing else tells them apart where they are not spaced, or by little. */
export function followsSemicolon(at: LineBreak): boolean {
  return at.open.item.kind === "none" && endsClause(at.before) && (!at.style.spaced || isLoose(at.line, at.style) || mayFollowSentence(at));
}

/** The items of a list without markers all end without a stop: one that goes on would be the first of two lines. */
export function followsItemsWithoutStop({ before, line, open: { item }, list }: LineBreak): boolean {
  if (item.kind !== "none" || startsLow(line) || before.stretched) return false;
  const others = list.filter((other) => other.kind === "none" && other !== item);
  return others.length > 0 && others.every((other) => !other.paragraphs.flat().slice(-1).some(endsSentence));
}

/**
 * The line before had room for the first word, in a list without markers that has no white space, or has little there: too little room to be sure,
 * or in a column whose lines are not filled. Before a small letter it must be ample.
 */
export function endsInList(at: LineBreak): boolean {
  const isInList = isInUnspacedList(at) || (at.open.item.kind === "none" && at.isNested && isLoose(at.line, at.style));
  return isInList && wouldFit(at.line, at.before, startsLow(at.line) ? CERTAIN : 1);
}

/**
 * As `mayFollowSentence`, of an item without a marker or below other paragraphs, most of which have one sentence; but for one that white space sets
 * apart, as it would set apart the next.
 */
export function mayFollowParagraph(at: LineBreak): boolean {
  const first = at.open.item.paragraphs[0]?.[0];
  const isSetApart = !at.style.tight && first !== undefined && isLoose(first, at.style);
  return mayFollowSentence(at) && followsParagraphs(at) && !isSetApart;
}

/** There are paragraphs without markers above, so that another is likelier than a sentence that starts with a page by chance. */
export function followsParagraphs({ open: { item } }: Pick<LineBreak, "open">): boolean {
  return item.kind === "none" || item.paragraphs.length > 1;
}
