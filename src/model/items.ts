import type { AnnexDocument, Item, Meeting } from "./annex.js";
import { ITEM_COLUMNS } from "./fields.js";
import { withNested } from "./nested.js";

/** The items of a meeting's cells, column by column, without those nested in them. */
export function topItems(meeting: Meeting): Item[] {
  return ITEM_COLUMNS.flatMap((column) => meeting[column]);
}

/** All items of a document, each before its children. */
export function allItems({ meetings }: AnnexDocument): Item[] {
  return withNested(meetings.flatMap(topItems));
}
