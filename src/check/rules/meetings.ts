import { longestChain } from "../../diff/chain.js";
import type { Meeting } from "../../model/annex.js";
import { countryCode, nearestCountry } from "../countries.js";
import type { PlacedFault } from "../model.js";
import type { Rule } from "../rule.js";
import { placeOfMeeting } from "../walk.js";

type Numbered = Meeting & { readonly number: number };
type Dated = Numbered & { readonly start: string };

/** The rules on the rows of the table: their numbers, dates and places. */
export const MEETING_RULES: readonly Rule[] = [
  {
    code: "meeting-doubled",
    severity: "error",
    title: "Two meetings with one number",
    check: ({ document }) => {
      const seen = new Set<number>();
      return numbered(document.meetings).flatMap((meeting) => {
        if (!seen.has(meeting.number)) {
          seen.add(meeting.number);
          return [];
        }
        return [{ fault: { code: "meeting-doubled", actual: meeting.number }, place: placeOfMeeting(meeting, meeting.label) }];
      });
    },
  },
  {
    code: "meeting-gap",
    severity: "error",
    title: "A missing meeting between two others",
    check: ({ document }) => {
      const rising = numbered(document.meetings).sort((a, b) => a.number - b.number);
      return rising.flatMap((meeting, index): PlacedFault[] => {
        const before = rising[index - 1];
        if (before === undefined || meeting.number - before.number < 2) return [];
        const fault = { code: "meeting-gap", actual: meeting.number, expected: before.number + 1 } as const;
        return [{ fault, place: placeOfMeeting(meeting, meeting.label) }];
      });
    },
  },
  {
    code: "meeting-order",
    severity: "warning",
    title: "A meeting out of the table's order, newest or oldest first",
    check: ({ document }) => {
      const meetings = numbered(document.meetings);
      const numbers = meetings.map((meeting) => meeting.number);
      const [rising, falling] = [outOfOrder(numbers), outOfOrder(numbers.map((number) => -number))];
      const misplaced = rising.size < falling.size ? rising : falling;
      return meetings.flatMap((meeting, index): PlacedFault[] => {
        const isDouble = numbers.indexOf(meeting.number) < index;
        if (!misplaced.has(index) || isDouble) return [];
        const fault = { code: "meeting-order", actual: meeting.number, neighbour: numbers[index - 1] ?? null } as const;
        return [{ fault, place: placeOfMeeting(meeting, meeting.label) }];
      });
    },
  },
  {
    code: "date-reversed",
    severity: "error",
    title: "A meeting that ends before it starts",
    check: ({ document }) =>
      document.meetings.flatMap((meeting): PlacedFault[] => {
        const { start, end } = meeting;
        if (start === null || end === null || start <= end) return [];
        return [{ fault: { code: "date-reversed", start, end }, place: placeOfMeeting(meeting, meeting.dateText) }];
      }),
  },
  {
    code: "date-order",
    severity: "error",
    title: "A meeting with a higher number that was held earlier",
    check: ({ document }) => {
      const rising = numbered(document.meetings)
        .filter(isDated)
        .sort((a, b) => a.number - b.number);
      const misplaced = outOfOrder(rising.map(({ start }) => Date.parse(start)));
      return rising.flatMap((meeting, index): PlacedFault[] => {
        const isDouble = rising[index - 1]?.number === meeting.number;
        if (!misplaced.has(index) || isDouble) return [];
        return [
          {
            fault: { code: "date-order", actual: meeting.start, number: meeting.number },
            place: placeOfMeeting(meeting, meeting.dateText),
          },
        ];
      });
    },
  },
  {
    code: "country-unknown",
    severity: "warning",
    title: "An unknown country",
    check: ({ document }) =>
      document.meetings.flatMap((meeting): PlacedFault[] => {
        const { country } = meeting;
        if (country === null || countryCode(country) !== undefined) return [];
        const fault = { code: "country-unknown", actual: country, expected: nearestCountry(country) ?? null } as const;
        return [{ fault, place: placeOfMeeting(meeting, [meeting.city, country].filter((part) => part !== null).join(", ")) }];
      }),
  },
];

function numbered(meetings: readonly Meeting[]): Numbered[] {
  return meetings.filter((meeting): meeting is Numbered => meeting.number !== null);
}

function isDated(meeting: Numbered): meeting is Dated {
  return meeting.start !== null;
}

/** The places of the values that must go so that the others do not fall: the fewest, and of two that contradict each other the later. */
function outOfOrder(values: readonly number[]): Set<number> {
  const rising = [...values.entries()].sort(([i, a], [k, b]) => a - b || i - k).map(([index]) => index);
  const chain = longestChain(values.map((_, index) => ({ from: index, to: rising.indexOf(index), tieBreak: "" })));
  const inOrder = new Set(chain.map((match) => match.from));
  return new Set([...values.keys()].filter((index) => !inOrder.has(index)));
}
