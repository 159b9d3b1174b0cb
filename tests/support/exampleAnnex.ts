import type { AnnexDocument } from "../../src/model/annex.js";
import { describeFinding } from "../../src/model/describe.js";
import type { Finding } from "../../src/model/diagnostic.js";
import { complete, type PlainItem, type PlainMeeting } from "./gold.js";

/** The part of a document that an example shows; an item may be its text alone. */
export interface Example {
  document?: Partial<AnnexDocument["document"]>;
  meetings?: PartialMeeting[];
  diagnostics?: Finding[];
  baseline?: Example;
}

type PartialMeeting = Partial<Omit<PlainMeeting, Column>> & Partial<Record<Column, (PlainItem | string)[]>>;
type Column = "workshops" | "actionPlan" | "recommendations" | "followUp";

const DATES: Readonly<Record<number, Pick<PlainMeeting, "dateText" | "start" | "end" | "city" | "country">>> = {
  1: { dateText: "2-4 December 2003", start: "2003-12-02", end: "2003-12-04", city: "Beijing", country: "China" },
  2: { dateText: "7-8 June 2005", start: "2005-06-07", end: "2005-06-08", city: "Paris", country: "France" },
};

/** An annex of two meetings with nothing wrong, except what the example says. */
export function documentOf(example: Example): AnnexDocument {
  const meetings = (example.meetings ?? [{ number: 2 }, { number: 1 }]).map(meetingOf);
  const document = {
    annex: "Annex 1",
    title: "THE MATRIX (2003-2005)",
    period: { from: 2003, to: 2005 },
    lastUpdated: "2011-01-01",
    updatedBy: "the host of ASEMCMM2",
    ...example.document,
  };
  return complete({ document, meetings }, "annex.pdf", (example.diagnostics ?? []).map(describeFinding));
}

function meetingOf(partial: PartialMeeting): PlainMeeting {
  const number = partial.number ?? 1;
  const cell = (column: Column, text: string): PlainItem[] =>
    (partial[column] ?? [`${text} ${number}`]).map((item) => (typeof item === "string" ? { marker: "bullet", text: item } : item));
  return {
    number,
    label: `ASEM CMM ${number}`,
    theme: "Cultural Diversity",
    city: "Sofia",
    country: "Bulgaria",
    dateText: "as printed",
    start: null,
    end: null,
    ...DATES[number],
    ...partial,
    workshops: cell("workshops", "Themes of the workshop"),
    actionPlan: cell("actionPlan", "Plans of the meeting"),
    recommendations: cell("recommendations", "Advice of the ministers"),
    followUp: cell("followUp", "Events after the meeting"),
  };
}
