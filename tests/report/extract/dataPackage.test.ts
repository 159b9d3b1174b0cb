import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { documentToDataPackage } from "../../../src/report/extract/dataPackage.js";
import { DOCUMENTS, nasty } from "./documents.js";

interface Field {
  name: string;
  type: string;
  constraints?: { required?: boolean; enum?: string[]; pattern?: string; minimum?: number };
}

interface Resource {
  name: string;
  path: string;
  type: string;
  encoding: string;
  dialect: { delimiter: string; lineTerminator: string; quoteChar: string; header: boolean };
  schema: {
    fields: Field[];
    missingValues: string[];
    primaryKey: string[];
    foreignKeys?: { fields: string[]; reference: { resource?: string; fields: string[] } }[];
  };
}

interface Descriptor {
  $schema: string;
  name: string;
  resources: Resource[];
}

type Row = Record<string, string | null>;

/** Values as Table Schema reads them (https://datapackage.org/standard/table-schema/). */
const TYPES: Record<string, (value: string) => boolean> = {
  string: () => true,
  integer: (value) => /^[+-]?\d+$/u.test(value),
  date: (value) => /^\d{4}-\d{2}-\d{2}$/u.test(value) && !Number.isNaN(Date.parse(value)),
  array: (value) => Array.isArray(JSON.parse(value)),
};

function faultOf({ name, type, constraints = {} }: Field, value: string | null): string | undefined {
  if (value === null) return constraints.required === true ? `${name} is required` : undefined;
  const isType = TYPES[type];
  if (isType?.(value) !== true) return `${name}: ${value} is no ${type}`;
  if (constraints.enum?.includes(value) === false) return `${name}: ${value} is not listed`;
  if (constraints.pattern !== undefined && !new RegExp(`^(?:${constraints.pattern})$`, "u").test(value)) return `${name}: ${value} has another form`;
  if (constraints.minimum !== undefined && Number(value) < constraints.minimum) return `${name}: ${value} is too small`;
  return undefined;
}

/** Reads a package by what its descriptor says and nothing else, and tells what is wrong with it. */
function faultsOf(files: ReadonlyMap<string, string>): string[] {
  const descriptor = JSON.parse(files.get("datapackage.json")!) as Descriptor;
  const tables = new Map(descriptor.resources.map((resource) => [resource.name, { resource, rows: rowsOf(resource, files) }]));
  return [...tables.values()].flatMap(({ resource: { name, schema }, rows }) => {
    const keyOf = (row: Row, fields: readonly string[]): string => JSON.stringify(fields.map((field) => row[field]));
    const values = rows.flatMap((row) => schema.fields.flatMap((field) => faultOf(field, row[field.name] ?? null) ?? []));
    const keys = rows.map((row) => keyOf(row, schema.primaryKey));
    const doubled = keys.filter((key, i) => keys.indexOf(key) !== i).map((key) => `${name}: ${key} twice`);
    const broken = (schema.foreignKeys ?? []).flatMap(({ fields, reference }) => {
      const targets = new Set(tables.get(reference.resource ?? name)!.rows.map((row) => keyOf(row, reference.fields)));
      return rows.filter((row) => fields.some((field) => row[field] !== null) && !targets.has(keyOf(row, fields))).map((row) => `${name}: ${keyOf(row, fields)} leads nowhere`);
    });
    return [...values, ...doubled, ...broken];
  });
}

function rowsOf({ path, dialect, schema }: Resource, files: ReadonlyMap<string, string>): Row[] {
  const [header, ...rows] = parse(files.get(path)!, {
    delimiter: dialect.delimiter,
    record_delimiter: dialect.lineTerminator,
    quote: dialect.quoteChar,
  });
  expect(header).toEqual(schema.fields.map(({ name }) => name));
  return rows.map((row) => Object.fromEntries(schema.fields.map(({ name }, i) => [name, schema.missingValues.includes(row[i]!) ? null : row[i]!])));
}

function packageOf(document: Parameters<typeof documentToDataPackage>[0]): Map<string, string> {
  return new Map(documentToDataPackage(document, { spreadsheetSafe: false }).map(({ name, content }) => [name, content]));
}

describe.each(DOCUMENTS)("%s", (_, document) => {
  test("is a package whose tables keep what their descriptor says", () => {
    expect(faultsOf(packageOf(document))).toEqual([]);
  });

  test("is described as version 2 of the standard wants it", () => {
    const descriptor = JSON.parse(packageOf(document).get("datapackage.json")!) as Descriptor;
    expect(descriptor.$schema).toBe("https://datapackage.org/profiles/2.0/datapackage.json");
    expect(descriptor.name).toMatch(/^[a-z0-9._-]+$/u);
    expect(descriptor.resources.map(({ name, type, encoding }) => [name, type, encoding])).toEqual([
      ["meetings", "table", "utf-8"],
      ["items", "table", "utf-8"],
    ]);
    for (const { schema } of descriptor.resources) expect(Array.isArray(schema.primaryKey)).toBe(true);
  });
});

describe("the reader of this test", () => {
  const broken = (file: string, from: string | RegExp, to: string): string[] => {
    const files = packageOf(nasty());
    return faultsOf(files.set(file, files.get(file)!.replace(from, to)));
  };

  test.each([
    ["a date that is none", "meetings.csv", "2018-03-01", "2018-13-01"],
    ["a column that is not of the matrix", "items.csv", ",actionPlan,", ",plan,"],
    ["an item of no meeting", "items.csv", /\ncmm8\/workshops\/2,cmm8/u, "\ncmm8/workshops/2,cmm9"],
    ["a meeting twice", "meetings.csv", /\ncmm7,/u, "\ncmm8,"],
    ["an item without a marker", "items.csv", ",bullet,", ",,"],
  ])("sees %s", (_, file, from, to) => {
    expect(broken(file, from, to)).not.toEqual([]);
  });
});
