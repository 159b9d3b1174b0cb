import { type AnnexDocument, ITEM_COLUMNS, type Item, type ItemColumn, type Marker, type Meeting, type Span } from "../../model/annex.js";
import { topItems } from "../../model/items.js";

/** A meeting as one row of a table, without its items. */
export interface MeetingRow {
  /** Unique in the document; the ids of its items begin with it. */
  readonly id: string;
  readonly number: number | null;
  readonly label: string;
  readonly theme: string;
  readonly city: string | null;
  readonly country: string | null;
  readonly dateText: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly pages: readonly number[];
}

/** An item as one row of a table; an item comes before its children. */
export interface ItemRow {
  readonly id: string;
  /** The id of its meeting. */
  readonly meetingId: string;
  /** The number of its meeting. */
  readonly meeting: number | null;
  readonly column: ItemColumn;
  /** Its place in the cell: 3 for the third item, 3/1 for the first child of that. */
  readonly path: string;
  /** The id of the item that it is nested in. */
  readonly parent: string | null;
  readonly marker: Marker;
  /** The printed number; with marker number only. */
  readonly number: number | null;
  readonly text: string;
  readonly pages: readonly number[];
  readonly spans: readonly Span[];
}

/** The meetings in the order of the document. */
export function meetingRows({ meetings }: AnnexDocument): MeetingRow[] {
  return meetings.map((meeting, index) => {
    const { number, label, theme, city, country, dateText, start, end, pages } = meeting;
    return { id: idOf(meeting, index), number, label, theme, city, country, dateText, start, end, pages };
  });
}

/** All items, meeting by meeting and column by column. */
export function itemRows({ meetings }: AnnexDocument): ItemRow[] {
  return meetings.flatMap((meeting, index) => {
    const meetingId = idOf(meeting, index);
    return ITEM_COLUMNS.flatMap((column) => rowsBelow(meeting[column], { meetingId, meeting: meeting.number, column }, "", null));
  });
}

function rowsBelow(
  items: readonly Item[],
  cell: Pick<ItemRow, "meetingId" | "meeting" | "column">,
  pathBefore: string,
  parent: string | null,
): ItemRow[] {
  return items.flatMap(({ id, marker, number = null, text, pages, spans, children = [] }, index) => {
    const path = `${pathBefore}${index + 1}`;
    return [{ id, ...cell, path, parent, marker, number, text, pages, spans }, ...rowsBelow(children, cell, `${path}/`, id)];
  });
}

/** The prefix of the ids of a meeting's items; if it has none, its place in the table, which identifies no other meeting. */
function idOf(meeting: Meeting, index: number): string {
  const first = topItems(meeting)[0];
  return first?.id.split("/", 1)[0] ?? `row${index + 1}`;
}
