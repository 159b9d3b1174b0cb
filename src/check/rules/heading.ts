import type { PlacedFault } from "../model.js";
import type { Rule } from "../rule.js";
import { placeOfHeading } from "../walk.js";

/** The rules that compare the title block with the meetings. */
export const HEADING_RULES: readonly Rule[] = [
  {
    code: "period-mismatch",
    severity: "warning",
    title: "Years in the title other than those of the first and last meeting",
    check: ({ document }) => {
      const actual = document.document.period;
      const dates = document.meetings.map(({ start }) => start);
      if (actual === null || dates.length === 0) return [];
      // A meeting without a date may have been in any year of the title.
      const undated = dates.includes(null) ? [actual.from, actual.to] : [];
      const years = [...dates.flatMap((date) => (date === null ? [] : [Number(date.slice(0, 4))])), ...undated];
      const expected = { from: Math.min(...years), to: Math.max(...years) };
      if (actual.from === expected.from && actual.to === expected.to) return [];
      return [{ fault: { code: "period-mismatch", actual, expected }, place: placeOfHeading(document.document.title) }];
    },
  },
  {
    code: "last-updated-early",
    severity: "warning",
    title: "A date of the last update before the last meeting",
    check: ({ document }): PlacedFault[] => {
      const actual = document.document.lastUpdated;
      const ends = document.meetings.flatMap(({ start, end }) => end ?? start ?? []).sort();
      const last = ends.at(-1);
      if (actual === null || last === undefined || actual >= last) return [];
      return [{ fault: { code: "last-updated-early", actual, meeting: last }, place: placeOfHeading(actual) }];
    },
  },
];
