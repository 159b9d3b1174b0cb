import { describe, expect, test } from "vitest";
import { nameOutputs } from "../../src/cli/files/outputNames.js";

function names(paths: readonly string[], ending: string | undefined = "json"): string[] {
  return nameOutputs(paths, ending).map(({ output }) => output);
}

describe("the name of a result", () => {
  test("is that of its PDF, with the ending of its format, or none for a folder", () => {
    expect(names(["in/annex.pdf", "other.PDF", "-", "notes.txt"])).toEqual(["annex.json", "other.json", "stdin.json", "notes.txt.json"]);
    expect(nameOutputs(["in/annex.pdf"], undefined)).toEqual([{ path: "in/annex.pdf", output: "annex" }]);
  });

  test("is no name that leads to a folder or its parent", () => {
    expect(nameOutputs([".pdf", "..pdf", "...pdf"], undefined).map(({ output }) => output)).toEqual([".pdf", "..pdf", "...pdf"]);
  });

  test("is another for each PDF, also where file systems take two for the same", () => {
    expect(names(["a/annex.pdf", "b/annex.pdf", "c/ANNEX.pdf", "annex-2.pdf"])).toEqual(["annex.json", "annex-2.json", "ANNEX-3.json", "annex-2-2.json"]);
    expect(names(["é.pdf", "e\u0301.pdf"])).toEqual(["é.json", "e\u0301-2.json"]);
  });

  test("is none of those that batches have for themselves", () => {
    const pdfs = ["manifest.pdf", "Manifest-1-of-2.pdf", "manifest.before.pdf", "manifest-1-of-2.before.pdf", "manifests.pdf"];
    expect(names(pdfs, "ndjson")).toEqual(["manifest-2.ndjson", "Manifest-1-of-2-2.ndjson", "manifest.before-2.ndjson", "manifest-1-of-2.before-2.ndjson", "manifests.ndjson"]);
    expect(names(["manifest.pdf"])).toEqual(["manifest.json"]);
  });

  test("is as long as file systems allow, and still one for each PDF", () => {
    const long = (end: string): string => `${"é".repeat(125)}${end}.pdf`;
    const [fits = "", cut = "", other = ""] = names([long(""), long("a"), long("b")]);
    expect(fits).toBe(`${"é".repeat(125)}.json`);
    expect([cut, other].map((name) => Buffer.byteLength(name))).toEqual([254, 254]);
    expect(cut).toMatch(/^é{120}-[0-9a-f]{8}\.json$/u);
    expect(cut).not.toBe(other);
    const [start = ""] = names([`The matrix of ${"e".repeat(300)}.pdf`]);
    expect(start).toMatch(/^The matrix of e+-[0-9a-f]{8}\.json$/u);
    expect(start).toHaveLength(255);
  });
});
