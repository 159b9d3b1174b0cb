import type { ItemColumn } from "../model/annex.js";
import type { ItemPlace, MeetingContent, MeetingPlace } from "./model.js";
import type { Entry, Row } from "./outline.js";

/** Where an item is and what it says. */
export function itemPlace(entry: Entry): ItemPlace {
  return { id: entry.item.id, path: entry.path, text: entry.item.text, pages: [...entry.item.pages] };
}

/** An item with everything under it for which `belongs` holds: what was added or removed with it. */
export function itemTree(entry: Entry, belongs: (child: Entry) => boolean): ItemPlace {
  const children = entry.children.filter(belongs);
  const place = itemPlace(entry);
  return children.length === 0 ? place : { ...place, children: children.map((child) => itemTree(child, belongs)) };
}

/** Where a meeting is and what it is called. */
export function meetingPlace({ meeting, path }: Row): MeetingPlace {
  return { path, number: meeting.number, label: meeting.label, theme: meeting.theme, pages: [...meeting.pages] };
}

/** A meeting with its fields and all its items. */
export function meetingContent(row: Row): MeetingContent {
  const { city, country, dateText, start, end } = row.meeting;
  const itemsOf = (column: ItemColumn): ItemPlace[] => {
    const entries = row.cells.find((cell) => cell.column === column)?.entries ?? [];
    return entries.filter((entry) => entry.parent === undefined).map((entry) => itemTree(entry, () => true));
  };
  return {
    ...meetingPlace(row),
    city,
    country,
    dateText,
    start,
    end,
    workshops: itemsOf("workshops"),
    actionPlan: itemsOf("actionPlan"),
    recommendations: itemsOf("recommendations"),
    followUp: itemsOf("followUp"),
  };
}
