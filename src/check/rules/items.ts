import { comparable } from "../../diff/text.js";
import type { Item, Marker } from "../../model/annex.js";
import { ITEM_COLUMNS } from "../../model/annex.js";
import { wronglyDated } from "../dates.js";
import type { PlacedFault } from "../model.js";
import type { Rule } from "../rule.js";
import { sentenceEnd } from "../sentences.js";
import { allLists, endOfItem, itemsOf, placeOfItem, placeOfMeeting, placedItems } from "../walk.js";

/** The replacement character, private use areas and noncharacters: what a font or a copy turned into an unreadable character. */
const UNREADABLE = /[\uFFFD\uFFFE\uFFFF\p{Co}]|(?!\s)\p{Cc}/u;

/** The rules on the items and their lists. */
export const ITEM_RULES: readonly Rule[] = [
  {
    code: "character-unreadable",
    severity: "error",
    title: "An unreadable character in an item",
    check: ({ document }) =>
      placedItems(document).flatMap(({ item, meeting }): PlacedFault[] => {
        const character = UNREADABLE.exec(item.text)?.[0];
        return character === undefined ? [] : [{ fault: { code: "character-unreadable", character }, place: placeOfItem(item, meeting) }];
      }),
  },
  {
    code: "item-duplicate",
    severity: "warning",
    title: "The same text twice in one meeting",
    check: ({ document }) =>
      document.meetings.flatMap((meeting) => {
        const firsts = new Map<string, Item>();
        return itemsOf(meeting).flatMap(({ item }): PlacedFault[] => {
          const key = duplicateKey(item.text);
          const first = firsts.get(key);
          if (first !== undefined) return [{ fault: { code: "item-duplicate", first: first.id }, place: placeOfItem(item, meeting) }];
          if (key.includes(" ")) firsts.set(key, item);
          return [];
        });
      }),
  },
  {
    code: "item-cut",
    severity: "warning",
    title: "An item that stops in mid-sentence",
    check: ({ document }) =>
      placedItems(document).flatMap(({ item, meeting }): PlacedFault[] => {
        const missing = item.children === undefined ? sentenceEnd(item.text) : undefined;
        if (missing === undefined) return [];
        const end = comparable(item.text).split(" ").slice(-3).join(" ");
        return [{ fault: { code: "item-cut", end, missing }, place: endOfItem(item, meeting) }];
      }),
  },
  {
    code: "item-date",
    severity: "warning",
    title: "An impossible date in an item",
    check: ({ document }) =>
      placedItems(document).flatMap(({ item, meeting }) =>
        wronglyDated(item.text).map(({ actual, expected }): PlacedFault => ({
          fault: { code: "item-date", actual, expected },
          place: placeOfItem(item, meeting),
        })),
      ),
  },
  {
    code: "list-number",
    severity: "warning",
    title: "A numbered list with a missing or repeated number",
    check: ({ document }) =>
      allLists(document).flatMap(({ items, meeting }) =>
        numberFaults(items).map(([item, fault]) => ({ fault, place: placeOfItem(item, meeting) })),
      ),
  },
  {
    code: "markers-mixed",
    severity: "info",
    title: "Markers of two kinds in one list",
    check: ({ document }) =>
      allLists(document).flatMap(({ items, meeting }): PlacedFault[] => {
        const expected = mostFrequentMarker(items);
        const [odd, ...others] = items.filter(({ marker }) => marker !== expected);
        if (odd === undefined) return [];
        const fault = { code: "markers-mixed", actual: odd.marker, expected, count: 1 + others.length } as const;
        return [{ fault, place: placeOfItem(odd, meeting) }];
      }),
  },
  {
    code: "cell-empty",
    severity: "warning",
    title: "A meeting with nothing in a column",
    check: ({ document }) => {
      const missing = new Set(document.diagnostics.flatMap((said) => (said.code === "header-missing" ? [said.column] : [])));
      return document.meetings.flatMap((meeting) =>
        ITEM_COLUMNS.filter((column) => meeting[column].length === 0 && !missing.has(column)).map((column): PlacedFault => ({
          fault: { code: "cell-empty", column },
          place: placeOfMeeting(meeting, meeting.label),
        })),
      );
    },
  },
];

/** Two texts are the same if they differ only in case, spaces and final punctuation. */
function duplicateKey(text: string): string {
  return comparable(text)
    .toLowerCase()
    .replace(/[\s.,;:]+$/u, "");
}

/** The items whose number does not follow the one before; a new list may begin with 1 anywhere. */
function numberFaults(items: readonly Item[]): [Item, PlacedFault["fault"]][] {
  let previous: number | null = null;
  const faults: [Item, PlacedFault["fault"]][] = [];
  for (const item of items) {
    if (item.number === undefined) continue;
    const expected: number = (previous ?? 0) + 1;
    const isStart = item.number === 1 || (previous === null && item.number === 0);
    if (item.number !== expected && !(isStart && previous !== 1)) {
      faults.push([item, { code: "list-number", actual: item.number, previous, expected }]);
    }
    previous = item.number;
  }
  return faults;
}

/** The marker that most items have; the first in a tie. */
function mostFrequentMarker(items: readonly Item[]): Marker {
  const counts = new Map<Marker, number>();
  for (const { marker } of items) counts.set(marker, (counts.get(marker) ?? 0) + 1);
  return [...counts].reduce<[Marker, number]>((most, next) => (next[1] > most[1] ? next : most), ["none", 0])[0];
}
