import type { AnnexDocument, Meeting } from "../../model/annex.js";
import { announcementsIn, type Announcement } from "../announcements.js";
import { meantCountryCode } from "../countries.js";
import type { PlacedFault } from "../model.js";
import type { Rule } from "../rule.js";
import { type PlacedItem, placeOfItem, placedItems } from "../walk.js";

/** The rules on what one meeting says about another. */
export const ANNOUNCED_RULES: readonly Rule[] = [
  {
    code: "announced-year",
    severity: "warning",
    title: "A meeting announced for a year in which it was not held",
    check: ({ document }) =>
      announced(document).flatMap(({ said, real, source }): PlacedFault[] => {
        const year = real.start === null ? undefined : Number(real.start.slice(0, 4));
        if (said.year === undefined || year === undefined || said.year === year) return [];
        const fault = { code: "announced-year", number: said.number, announced: said.year, real: year } as const;
        return [{ fault, place: placeOfItem(source.item, source.meeting) }];
      }),
  },
  {
    code: "announced-country",
    severity: "warning",
    title: "A meeting announced for a country in which it was not held",
    check: ({ document }) =>
      announced(document).flatMap(({ said, real, source }): PlacedFault[] => {
        if (said.country === undefined || real.country === null) return [];
        const [expected, actual] = [meantCountryCode(real.country), meantCountryCode(said.country)];
        if (expected === undefined || expected === actual) return [];
        const fault = { code: "announced-country", number: said.number, announced: said.country, real: real.country } as const;
        return [{ fault, place: placeOfItem(source.item, source.meeting) }];
      }),
  },
];

/** What the items say about meetings that the document has. */
function announced(document: AnnexDocument): { said: Announcement; real: Meeting; source: PlacedItem }[] {
  const names = seriesNames(document);
  return placedItems(document).flatMap((source) =>
    announcementsIn(source.item.text, names).flatMap((said) => {
      const real = document.meetings.find((meeting) => meeting.number === said.number);
      return real === undefined ? [] : [{ said, real, source }];
    }),
  );
}

/** The labels without their numbers and signs: ASEM CMM. */
function seriesNames(document: AnnexDocument): string[] {
  const names = document.meetings.map(({ label }) => label.replace(/[^\p{L}]+/gu, " ").trim());
  return [...new Set(names)].filter((name) => name !== "");
}
