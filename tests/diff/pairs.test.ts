import { describe, expect, test } from "vitest";
import { diffDocuments } from "../../src/diff/diff.js";
import { documentOf } from "../support/exampleAnnex.js";

type Example = Parameters<typeof documentOf>[0];

/** What became of the items and the meetings, each in one line. */
function changes(older: Example, newer: Example): string[] {
  return diffDocuments(documentOf(older), documentOf(newer)).changes.flatMap((change) => {
    const before = "before" in change && typeof change.before === "object" && change.before !== null ? nameOf(change.before) : "";
    const after = "after" in change && typeof change.after === "object" && change.after !== null ? nameOf(change.after) : "";
    return "field" in change ? [] : [`${change.kind} ${[before, after].filter((name) => name !== "").join(" → ")}`];
  });
}

function nameOf(place: object): string {
  if ("id" in place) return String(place.id);
  return "label" in place ? String(place.label) : "";
}

const items = ["Museums for everybody", "Heritage cities of Asia", "Creative skills of the young"];

describe("meetings of which no two facts agree", () => {
  const facts = (name: string): object => ({ number: null, label: name, theme: `The theme of ${name}`, start: null, end: null, city: null, country: null });

  test("are one where they share their items, and each is one of one other only", () => {
    const older = { meetings: [{ ...facts("First"), workshops: items }, { ...facts("Second"), workshops: items }] };
    expect(changes(older, { meetings: [{ ...facts("New"), workshops: items }] }).filter((line) => !line.includes("/"))).toEqual(["removed Second"]);
    expect(changes({ meetings: [{ ...facts("New"), workshops: items }] }, older).filter((line) => !line.includes("/"))).toEqual(["added Second"]);
  });

  test("are none where they share fewer than half of the items", () => {
    const other = ["Museums for everybody", "A", "B", "C", "D", "E", "F", "G"];
    expect(changes({ meetings: [{ ...facts("Old"), workshops: [...items, "1", "2", "3"] }] }, { meetings: [{ ...facts("New"), workshops: other }] }).filter((line) => !line.includes("/"))).toEqual(["removed Old", "added New"]);
  });
});

describe("items that were reworded", () => {
  test("are those nearest in reading order where several are as much alike", () => {
    const text = "Support the mobility of young artists in Asia";
    const older = { meetings: [{ number: 1, workshops: [text, text] }] };
    const newer = { meetings: [{ number: 1, workshops: ["Digitise every archive", "Support the mobility of all young artists in Asia"] }] };
    expect(changes(older, newer)).toEqual(["removed cmm1/workshops/1", "added cmm1/workshops/1", "changed cmm1/workshops/2 → cmm1/workshops/2"]);
  });
});
