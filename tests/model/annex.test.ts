import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { annexJsonSchema } from "../../src/model/annex.js";
import { publishedSchema } from "../../src/model/contract.js";
import { validateDocument } from "../../src/model/validate.js";
import { gold } from "../support/gold.js";

const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats.default(ajv);
const fitsSchema = ajv.compile(annexJsonSchema());
const fitsPublished = publishedSchema("annex-1");

test("the published schema of an annex is the model's", async () => {
  await expect(`${JSON.stringify(annexJsonSchema(), undefined, 2)}\n`).toMatchFileSnapshot("../../schema/annex-1.schema.json");
});

test("a document of the right shape is valid, and comes back as it is", () => {
  const document = gold(2019);
  expect(validateDocument(document)).toEqual({ document });
  expect(fitsSchema(document)).toBe(true);
  expect(fitsPublished(document)).toBe(true);
});

test("documents of the first version are valid still, and recognised items of this one", () => {
  const document = gold(2019);
  expect(validateDocument({ ...document, schemaVersion: "1.0.0" })).not.toHaveProperty("faults");
  expect(fitsPublished({ ...document, schemaVersion: "1.0.0" })).toBe(true);
  const [meeting] = document.meetings;
  const recognised = { ...meeting, workshops: meeting?.workshops.map((item) => ({ ...item, ocr: { confidence: 87 } })) };
  expect(fitsPublished({ ...document, meetings: [recognised] })).toBe(true);
  expect(fitsPublished({ ...document, meetings: [{ ...meeting, workshops: recognised.workshops?.map((item) => ({ ...item, ocr: { confidence: 101 } })) }] })).toBe(false);
});

/** Ways to spoil a document: a place in it, what is put there, and what must be said of it. */
const SPOILT: readonly { readonly pointer: string; readonly value?: unknown; readonly faults: readonly string[] }[] = [
  { pointer: "schemaVersion", value: "2.0.0", faults: ['$.schemaVersion: Unexpected "2.0.0", expected "1.0.0" or "1.1.0"'] },
  { pointer: "meetings", value: {}, faults: ["$.meetings: Unexpected object, expected array"] },
  { pointer: "meetings/0/theme", faults: ["$.meetings[0].theme: Missing, expected string"] },
  { pointer: "meetings/7/number", value: "8", faults: ['$.meetings[7].number: Unexpected "8", expected number'] },
  { pointer: "meetings/0/number", value: 1.5, faults: ["$.meetings[0].number: Unexpected 1.5, expected int"] },
  { pointer: "meetings/0/start", value: "2018-02-30", faults: ['$.meetings[0].start: Unexpected "2018-02-30": Invalid ISO date'] },
  { pointer: "meetings/0/pages", value: [], faults: ["$.meetings[0].pages: Unexpected 0 items, expected at least 1"] },
  {
    pointer: "meetings/0/recommendations/0/marker",
    value: "star",
    faults: ['$.meetings[0].recommendations[0].marker: Unexpected "star", expected "bullet" or "number" or "dash" or "letter" or "none"'],
  },
  { pointer: "meetings/0/recommendations/0/colour", value: "red", faults: ["$.meetings[0].recommendations[0].colour: Unexpected key"] },
  { pointer: "source/sha256", value: "ABC", faults: ['$.source.sha256: Unexpected "ABC": Invalid string: must match pattern /^[0-9a-f]{64}$/'] },
  {
    pointer: "diagnostics",
    value: [{ code: "nonsense" }, { code: "glyph-unmapped", severity: "error", message: "" }],
    faults: [
      '$.diagnostics[0].code: Unexpected "nonsense", expected a known code',
      "$.diagnostics[1].count: Missing, expected number",
    ],
  },
];

describe("a document of the wrong shape", () => {
  test.each(SPOILT)("is refused with the path of each fault: $pointer", ({ pointer, value, faults }) => {
    const document: unknown = spoil(gold(2019), pointer.split("/"), value);
    const checked = validateDocument(document);
    expect("faults" in checked ? checked.faults.map(({ path, message }) => `${path}: ${message}`) : []).toEqual(faults);
    expect(fitsSchema(document)).toBe(false);
    expect(fitsPublished(document)).toBe(false);
  });

  test("has all its faults named, not the first alone", () => {
    const checked = validateDocument({ ...gold(2019), source: null, document: { title: 3 } });
    expect("faults" in checked ? checked.faults.map(({ path }) => path) : []).toEqual([
      "$.document.annex",
      "$.document.title",
      "$.document.period",
      "$.document.lastUpdated",
      "$.document.updatedBy",
      "$.source",
    ]);
  });
});

/** Sets the value at a place, or takes it out. */
function spoil(document: object, steps: readonly string[], value: unknown): object {
  const last = steps.at(-1) ?? "";
  const parent = steps.slice(0, -1).reduce<object>((held, step) => Reflect.get(held, step) as object, document);
  if (value === undefined) Reflect.deleteProperty(parent, last);
  else Reflect.set(parent, last, value);
  return document;
}
