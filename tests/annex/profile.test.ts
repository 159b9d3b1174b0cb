import { describe, expect, test } from "vitest";
import { parseProfile } from "../../src/annex/profile.js";

const meeting = { field: "meeting", holds: "meeting", headers: ["Themes"] };
const plan = { field: "actionPlan", holds: "items", headers: ["Action plan"] };
const meetings = { name: "m", label: "ASEM CMM (\\d+)", columns: [meeting, plan] };

const country = { field: "country", holds: "text", headers: ["Country"] };
const since = { field: "since", holds: "date", headers: ["Since"] };
const records = { kind: "records", name: "r", key: "country", columns: [country, since] };

function faultsOf(profile: unknown): string[] {
  const parsed = parseProfile(profile);
  return "faults" in parsed ? parsed.faults.map(({ path, message }) => `${path}: ${message}`) : [];
}

describe("a profile of meetings", () => {
  test.each([
    ["nothing that is wrong", meetings, []],
    ["a label that is no pattern", { ...meetings, label: "(" }, ['$.label: Unexpected "(", expected a regular expression']],
    ["a column that the output has no place for", { ...meetings, columns: [meeting, { ...plan, field: "notes" }] }, ['$.columns[1].field: Unexpected "notes", expected workshops, actionPlan, recommendations, followUp for a column that holds items']],
    ["two columns of meetings", { ...meetings, columns: [meeting, plan, { ...meeting, field: "other", headers: ["Other"] }] }, ['$.columns[2].holds: Unexpected "meeting", expected one column that holds meeting']],
    ["one column only", { ...meetings, columns: [meeting] }, ["$.columns: Unexpected 1 item, expected at least 2"]],
  ])("has %s", (_, profile, faults) => {
    expect(faultsOf(profile)).toEqual(faults);
  });
});

describe("a profile of records", () => {
  test.each([
    ["nothing that is wrong", records, []],
    ["no key", { ...records, key: undefined }, []],
    ["one column without a header", { ...records, columns: [country, since, { ...since, field: "until", headers: [] }] }, []],
    ["one column with a header", { ...records, columns: [country, { ...since, headers: [] }] }, ['$.columns: Unexpected array, expected headers for at least two columns']],
    ["a key that is no column", { ...records, key: "people" }, ['$.key: Unexpected "people", expected the field of a column']],
    ["starts without a key", { ...records, key: undefined, starts: "\\d" }, ['$.starts: Unexpected "\\\\d", expected a key as well']],
    ["starts that are no pattern", { ...records, starts: "(" }, ['$.starts: Unexpected "(", expected a regular expression']],
  ])("has %s", (_, profile, faults) => {
    expect(faultsOf(profile)).toEqual(faults);
  });

  test("has no field twice", () => {
    expect(faultsOf({ ...records, columns: [country, { ...since, field: "country" }] })).toEqual(['$.columns[1].field: Unexpected "country", expected each field once']);
  });
});
