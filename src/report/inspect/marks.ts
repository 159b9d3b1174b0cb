import type { CheckFinding } from "../../check/model.js";
import { type AnnexDocument, ITEM_COLUMNS, type Item, type ItemColumn } from "../../model/annex.js";
import type { Bbox } from "../../model/place.js";

/** A place on a page that belongs to an entry of the list beside it; both have its key. */
export type Mark = ItemMark | FindingMark;

/** The place of an item. */
export interface ItemMark {
  readonly kind: "item";
  readonly key: string;
  readonly column: ItemColumn;
  readonly item: Item;
  readonly page: number;
  readonly bbox: Bbox;
}

/** The place of a finding. */
export interface FindingMark {
  readonly kind: "finding";
  readonly key: string;
  readonly finding: CheckFinding;
  /** Counted from 1, as in the list. */
  readonly number: number;
  readonly page: number;
  /** Undefined if the finding is about the page. */
  readonly bbox: Bbox | undefined;
}

/** The distance of a frame from what it marks, in points, so that both can be seen. */
const AROUND = 1.5;

/** The frame around a place. */
export function frameAround([x0, y0, x1, y1]: Bbox): Bbox {
  return [x0 - AROUND, y0 - AROUND, x1 + AROUND, y1 + AROUND];
}

/** Where a finding is marked on its page: at the top if it is about the whole page. */
export function placeOfFinding({ bbox }: FindingMark, pageWidth: number): Bbox {
  return bbox ?? [4, 4, pageWidth - 4, 20];
}

/** The key of an item: its id. */
export function itemKey(item: Item): string {
  return item.id;
}

/** The key of the finding at an index. */
export function findingKey(index: number): string {
  return `finding-${index + 1}`;
}

/** The places of all items, children after their parents, and of all findings that have a page. */
export function marksOf(document: AnnexDocument, findings: readonly CheckFinding[]): Mark[] {
  const items = document.meetings.flatMap((meeting) =>
    ITEM_COLUMNS.flatMap((column) => meeting[column].flatMap((item) => itemMarks(item, column))),
  );
  const faults = findings.flatMap((finding, i): FindingMark[] => {
    const { page, bbox } = finding.place;
    return page === undefined ? [] : [{ kind: "finding", key: findingKey(i), finding, number: i + 1, page, bbox }];
  });
  return [...items, ...faults];
}

function itemMarks(item: Item, column: ItemColumn): Mark[] {
  return [
    ...item.spans.map(({ page, bbox }): ItemMark => ({ kind: "item", key: itemKey(item), column, item, page, bbox })),
    ...(item.children ?? []).flatMap((child) => itemMarks(child, column)),
  ];
}
