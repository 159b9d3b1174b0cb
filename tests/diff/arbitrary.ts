import fc from "fast-check";
import { complete, type PlainDocument, type PlainItem, type PlainMeeting } from "../support/gold.js";

const WORDS = ["heritage", "youth", "creative", "cities", "policy", "the", "of", "museum", "artists", "mobility", "dialogue", "training"];

const textArbitrary = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 7 }).map((words) => words.join(" "));

const { item: itemArbitrary } = fc.letrec<{ item: PlainItem; children: PlainItem[] }>((tie) => ({
  item: fc.record({ marker: fc.constantFrom("bullet", "none"), text: textArbitrary, children: tie("children") }),
  children: fc.oneof({ depthSize: "small" }, fc.constant<PlainItem[]>([]), fc.array(tie("item"), { maxLength: 2 })),
}));

const cellArbitrary = fc.array(itemArbitrary, { maxLength: 5 });

const meetingArbitrary: fc.Arbitrary<PlainMeeting> = fc.record({
  number: fc.option(fc.integer({ min: 1, max: 4 })),
  label: fc.constantFrom("ASEM CMM 1", "ASEM CMM 2", "ASEM CMM"),
  theme: fc.constantFrom("Heritage", "Youth", ""),
  city: fc.constantFrom("Paris", "Sofia", null),
  country: fc.constantFrom("France", null),
  dateText: fc.constant(null),
  start: fc.constantFrom("2010-01-01", "2012-01-01", null),
  end: fc.constant(null),
  workshops: cellArbitrary,
  actionPlan: cellArbitrary,
  recommendations: fc.constant([]),
  followUp: fc.constant([]),
});

const plainArbitrary: fc.Arbitrary<PlainDocument> = fc.record({
  document: fc.record({
    annex: fc.constant("Annex 1"),
    title: fc.constantFrom("The Matrix", "Matrix"),
    period: fc.constantFrom({ from: 2003, to: 2016 }, { from: 2003, to: 2018 }, null),
    lastUpdated: fc.constant(null),
    updatedBy: fc.constant(null),
  }),
  meetings: fc.array(meetingArbitrary, { maxLength: 3 }),
});

/** Any small document, with doubled texts, numbers that are missing or doubled, and nested items. */
export const documentArbitrary = plainArbitrary.map((plain) => complete(plain));

/** An edit of a list: the element at `at` is dropped, doubled, put elsewhere or given another text. */
const editArbitrary = fc.record({
  kind: fc.constantFrom("drop", "double", "move", "reword", "lift"),
  at: fc.nat(9),
  to: fc.nat(9),
  text: textArbitrary,
});

/** A document and an edited copy of it. */
export const editionsArbitrary = fc.tuple(plainArbitrary, fc.array(editArbitrary, { maxLength: 4 })).map(([plain, edits]) => {
  const edited = structuredClone(plain);
  for (const { kind, at, to, text } of edits) {
    const cells = edited.meetings.flatMap((meeting) => [meeting.workshops, meeting.actionPlan]);
    const cell = cells[at % Math.max(1, cells.length)];
    const other = cells[to % Math.max(1, cells.length)];
    const [item] = kind === "drop" || kind === "move" ? (cell?.splice(to % Math.max(1, cell.length), 1) ?? []) : (cell ?? []);
    if (item === undefined || other === undefined) continue;
    if (kind === "double") cell?.push(structuredClone(item));
    if (kind === "move") other.splice(at % (other.length + 1), 0, item);
    if (kind === "reword") item.text = `${item.text} ${text}`;
    if (kind === "lift") cell?.push(...(item.children?.splice(0, 1) ?? []));
  }
  return [complete(plain), complete(edited)] as const;
});
