import { isStretched } from "../flow/room.js";
import { isLoose } from "../flow/spacing.js";
import { endsClause, endsSentence, startsLow } from "../words/sentences.js";
import type { LineBreak } from "./lineBreak.js";
import { hasNoText, isMarkerAlone } from "./rawItem.js";
import { mayFollowSentence } from "./wordEvidence.js";

/** The item has no more than its marker: a marker at a page's end has its text on the next page. */
export function waitsForText({ before, open: { item } }: Pick<LineBreak, "before" | "open">): boolean {
  if (hasNoText(item)) return true;
  return before.marker?.kind === "dash" && isMarkerAlone(before, before.marker) && item.paragraphs.at(-1)?.at(-1) === before;
}

/** Items of a list without markers end with semicolons, as clauses of a sentence do: nothing else tells them apart where they are not spaced, or by little. */
export function followsSemicolon(at: Pick<LineBreak, "before" | "line" | "open" | "style">): boolean {
  return at.open.item.kind === "none" && endsClause(at.before) && (!at.style.spaced || isLoose(at.line, at.style) || mayFollowSentence(at));
}

/** The items of a list without markers all end without a stop: one that goes on would be the first of two lines. */
export function followsItemsWithoutStop({ before, line, open: { item }, list }: LineBreak): boolean {
  if (item.kind !== "none" || startsLow(line) || isStretched(before)) return false;
  const others = list.filter((other) => other.kind === "none" && other !== item);
  return others.length > 0 && others.every((other) => !other.paragraphs.flat().slice(-1).some(endsSentence));
}

/** There are paragraphs without markers above, so that another is likelier than a sentence that starts with a page by chance. */
export function followsParagraphs({ open: { item } }: Pick<LineBreak, "open">): boolean {
  return item.kind === "none" || item.paragraphs.length > 1;
}
