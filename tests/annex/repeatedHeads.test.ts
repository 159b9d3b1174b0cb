import { describe, expect, test } from "vitest";
import { withoutRepeatedHeads } from "../../src/annex/repeatedHeads.js";
import { textOf } from "../../src/layout/lines.js";
import { flowOf } from "../../src/text/flow/flowLine.js";
import { type SetLine, partOf } from "../support/cells.js";

/** The lines that are left of a cell's parts, each of so many lines. */
function left(...parts: readonly (readonly string[])[]): string[] {
  const set = parts.map((texts, page) => partOf(texts.map((text, i): SetLine => [0, 20 + 12 * i, text]), "meeting", page + 1));
  return withoutRepeatedHeads(flowOf(set), /ASEM\s*[–-]?\s*CMM\s*(\d+)/iu).map(({ line }) => textOf(line));
}

const HEAD = ["ASEM CMM 8", "“The Role of Culture”", "Sofia, Bulgaria,", "1-2 March 2018"];

describe("the head of a meeting in a later part of its row", () => {
  test("is left out where it is repeated whole, or no more than its label", () => {
    expect(left(HEAD, HEAD)).toEqual(HEAD);
    expect(left(HEAD, ["ASEM CMM 8"], ["ASEM CMM 8"])).toEqual(HEAD);
    expect(left(HEAD, ["ASEM CMM 8 “The Role of", "Culture”", "Sofia, Bulgaria, 1-2 March", "2018"])).toEqual(HEAD);
  });

  test.each(["ASEM CMM 8 (continued)", "ASEM CMM 8 (cont.)", "ASEM CMM 8 cont’d", "ASEM CMM 8 (cont'd)"])("is left out with what says that it goes on: %s", (text) => {
    expect(left(HEAD, [text])).toEqual(HEAD);
  });

  test("is left out where both are cut by ends of pages, wherever these are", () => {
    expect(left(HEAD.slice(0, 2), HEAD.slice(2), HEAD.slice(0, 3), HEAD.slice(3))).toEqual(HEAD);
  });

  test("stays where it goes on, or says anything else", () => {
    expect(left(HEAD.slice(0, 3), HEAD.slice(3))).toEqual(HEAD);
    expect(left(HEAD, ["ASEM CMM 8", "“Another Theme”"])).toEqual([...HEAD, "ASEM CMM 8", "“Another Theme”"]);
    expect(left(HEAD, ["The Role of Culture"])).toEqual([...HEAD, "The Role of Culture"]);
  });
});
