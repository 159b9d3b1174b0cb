import type { Change, ItemChange, ItemPlace } from "../../diff/model.js";
import type { AnnexDocument, Item } from "../../model/annex.js";
import type { FaultPlace, PlacedFault } from "../model.js";
import type { CheckInput, Rule } from "../rule.js";
import { placeOfItem, placeOfMeeting, placedItems } from "../walk.js";

/** The rules on what an older edition had: history is not rewritten. They find nothing if no baseline is given. */
export const BASELINE_RULES: readonly Rule[] = [
  {
    code: "baseline-meeting-gone",
    severity: "error",
    title: "A meeting of the older edition that is gone",
    check: (input) =>
      changesOf(input).flatMap((change): PlacedFault[] => {
        if (change.subject !== "meeting" || change.kind !== "removed") return [];
        const { label, number } = change.before;
        return [
          {
            fault: { code: "baseline-meeting-gone", label },
            place: { ...(number === null ? {} : { meeting: number }), quote: change.before.theme },
          },
        ];
      }),
  },
  {
    code: "baseline-field-changed",
    severity: "warning",
    title: "A fact of a meeting that differs from the older edition",
    check: (input) =>
      changesOf(input).flatMap((change): PlacedFault[] => {
        if (change.subject !== "meeting" || !("field" in change)) return [];
        const { field, before, after, meeting: number, path } = change;
        const meeting = input.document.meetings[Number(path.split("/")[2])];
        const fault = { code: "baseline-field-changed", field, before: inWords(before), after: inWords(after) } as const;
        return [{ fault, place: meeting === undefined ? numberPlace(number) : placeOfMeeting(meeting, inWords(after)) }];
      }),
  },
  {
    code: "baseline-item-removed",
    severity: "warning",
    title: "An item of the older edition that is gone",
    check: (input) =>
      itemChanges(input, "removed").map((change): PlacedFault => {
        const meeting = input.document.meetings.find(({ number }) => number === change.meeting);
        const place = meeting === undefined ? numberPlace(change.meeting) : placeOfMeeting(meeting);
        return { fault: { code: "baseline-item-removed" }, place: { ...place, quote: change.before.text } };
      }),
  },
  {
    code: "baseline-item-changed",
    severity: "warning",
    title: "An item whose wording differs from the older edition",
    check: (input) =>
      itemChanges(input, "changed").map(({ before, after }): PlacedFault => ({
        fault: { code: "baseline-item-changed", before: before.text },
        place: placeById(input.document, after),
      })),
  },
  {
    code: "baseline-item-moved",
    severity: "info",
    title: "An item that the older edition has in another cell",
    check: (input) =>
      itemChanges(input, "moved")
        .filter(({ before, after }) => cellOf(before) !== cellOf(after))
        .map(({ before, after }): PlacedFault => ({
          fault: { code: "baseline-item-moved", before: before.id },
          place: placeById(input.document, after),
        })),
  },
];

function changesOf({ sinceBaseline }: CheckInput): readonly Change[] {
  return sinceBaseline?.changes ?? [];
}

function itemChanges<K extends ItemChange["kind"]>(input: CheckInput, kind: K): Extract<ItemChange, { kind: K }>[] {
  return changesOf(input).filter((change): change is Extract<ItemChange, { kind: K }> => change.subject === "item" && change.kind === kind);
}

function placeById(document: AnnexDocument, { id }: ItemPlace): FaultPlace {
  const found = placedItems(document).find(({ item }: { item: Item }) => item.id === id);
  return found === undefined ? { item: id } : placeOfItem(found.item, found.meeting);
}

function numberPlace(number: number | null): FaultPlace {
  return number === null ? {} : { meeting: number };
}

/** The cell of an item, by its id: cmm8/recommendations. */
function cellOf({ id }: ItemPlace): string {
  return id.split("/").slice(0, 2).join("/");
}

function inWords(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
