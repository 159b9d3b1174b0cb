import { expect, test } from "vitest";
import { parseJson } from "../../src/cli/files/json.js";

const parse = (text: string): unknown => parseJson("a.json", new TextEncoder().encode(text));

test("JSON is read up to a depth that no result has", () => {
  const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);
  expect(parse(nested(500))).toHaveLength(1);
  expect(() => parse(nested(501))).toThrow("a.json: nested more than 500 deep");
  expect(() => parse(`${'{"a":'.repeat(501)}1${"}".repeat(501)}`)).toThrow("nested more than 500 deep");
});

test("what is side by side is not deep, and neither are brackets in texts", () => {
  expect(parse(`[${"[],{},".repeat(600)}1]`)).toHaveLength(1201);
  expect(parse(`["${"[{".repeat(600)}"]`)).toHaveLength(1);
  expect(parse(`["\\"${"[{".repeat(600)}\\\\"]`)).toHaveLength(1);
});

test("what is no JSON is said with the file's name", () => {
  expect(() => parse("{")).toThrow(/^a\.json: not JSON: /u);
});
