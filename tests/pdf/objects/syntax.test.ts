import { describe, expect, test } from "vitest";
import { Dictionary, Name, type PdfObject, Reference, Unreadable } from "../../../src/pdf/objects/objects.js";
import { Operator, Syntax } from "../../../src/pdf/objects/syntax.js";

/** All that stands in some bytes. */
function read(text: string): (PdfObject | Operator)[] {
  const syntax = new Syntax(Buffer.from(text, "latin1"));
  const all: (PdfObject | Operator)[] = [];
  for (let next = syntax.next(); next !== undefined; next = syntax.next()) all.push(next);
  return all;
}

test.each<[string, PdfObject]>([
  ["(plain)", "plain"],
  ["(a (nested) one)", "a (nested) one"],
  [String.raw`(\(\)\\\n\r\t\b\f\x)`, "()\\\n\r\t\b\fx"],
  [String.raw`(\101\1012\53\0)`, "AA2+\0"],
  ["(split \\\r\nline \\\nends)", "split line ends"],
  ["(ends\r\nof\rlines)", "ends\nof\nlines"],
  ["(never closed", "never closed"],
  ["<FEff 00 4>", "\u00FE\u00FF\0@"],
  ["<>", ""],
  ["-.5", -0.5],
  ["+17", 17],
  ["-", 0],
  ["true", true],
  ["null", null],
  ["[1 (two) /Three [4]]", [1, "two", new Name("Three"), [4]]],
  ["[1 0 R 2]", [new Reference(1), 2]],
  ["/A#20B", new Name("A B")],
  ["/", new Name("")],
])("%s is read as it is written", (text, object) => {
  expect(read(text)).toEqual([object]);
});

test("a dictionary has its entries, whatever stands between them", () => {
  const [dictionary] = read("<</MCID 3/ActualText(a>>b)/P 4 0 R 9 /D<</E/F>>>>");
  if (!(dictionary instanceof Dictionary)) throw new Error("no dictionary");
  expect(dictionary.get("MCID")).toBe(3);
  expect(dictionary.get("ActualText")).toBe("a>>b");
  expect(dictionary.get("P")).toEqual(new Reference(4));
  expect(dictionary.get("D")).toEqual(new Dictionary(new Map([["E", new Name("F")]])));
  expect(dictionary.get("none")).toBeNull();
});

test("operators are told from objects, also where nothing divides them", () => {
  expect(read("q(a)Tj T*[(b)]TJ'\"EMC%BDC\nQ").map((token) => (token instanceof Operator ? token.name : typeof token))).toEqual([
    ..."q string Tj T* object TJ'\"EMC Q".split(" "),
  ]);
});

describe("what has no end", () => {
  test.each([["an array", "[1 2"], ["a dictionary", "<</A 1"], ["arrays in one another", "[".repeat(1_000_000)]])("%s is not read", (_, text) => {
    expect(() => read(text)).toThrow(Unreadable);
  });
});
