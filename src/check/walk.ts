import { ITEM_COLUMNS, type AnnexDocument, type Item, type ItemColumn, type Meeting } from "../model/annex.js";
import { withNested } from "../model/nested.js";
import type { FaultPlace } from "./model.js";

/** An item and where it is. */
export interface PlacedItem {
  readonly item: Item;
  readonly meeting: Meeting;
  readonly column: ItemColumn;
}

/** All items of a meeting, children after their parent, in the order of the table's columns. */
export function itemsOf(meeting: Meeting): PlacedItem[] {
  return ITEM_COLUMNS.flatMap((column) => withNested(meeting[column]).map((item) => ({ item, meeting, column })));
}

/** All items of the document. */
export function placedItems(document: AnnexDocument): PlacedItem[] {
  return document.meetings.flatMap(itemsOf);
}

/** The lists of the document: the items at the top of each cell, and the children of each item. */
export function allLists(document: AnnexDocument): { items: readonly Item[]; meeting: Meeting }[] {
  return document.meetings.flatMap((meeting) => {
    const cells = ITEM_COLUMNS.map((column) => meeting[column]);
    const children = itemsOf(meeting).map(({ item }) => item.children ?? []);
    return [...cells, ...children].filter((items) => items.length > 0).map((items) => ({ items, meeting }));
  });
}

/** Where the item begins. */
export function placeOfItem(item: Item, meeting: Meeting): FaultPlace {
  return placeAt(item, meeting, item.spans[0]);
}

/** Where the item's own text ends, perhaps on a later page. */
export function endOfItem(item: Item, meeting: Meeting): FaultPlace {
  return placeAt(item, meeting, item.spans.at(-1));
}

function placeAt(item: Item, meeting: Meeting, span: Item["spans"][number] | undefined): FaultPlace {
  return { ...(span === undefined ? {} : { page: span.page, bbox: span.bbox }), ...numberOf(meeting), item: item.id, quote: item.text };
}

/** Where the meeting begins; `quote` is what the finding is about. */
export function placeOfMeeting(meeting: Meeting, quote?: string | null): FaultPlace {
  const [page] = meeting.pages;
  return { ...(page === undefined ? {} : { page }), ...numberOf(meeting), ...(quote == null || quote === "" ? {} : { quote }) };
}

/** The title block is on the first page. */
export function placeOfHeading(quote?: string | null): FaultPlace {
  return { page: 1, ...(quote == null || quote === "" ? {} : { quote }) };
}

function numberOf(meeting: Meeting): { meeting?: number } {
  return meeting.number === null ? {} : { meeting: meeting.number };
}
