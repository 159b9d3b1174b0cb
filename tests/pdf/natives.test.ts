import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fixture } from "../support/annex.js";

test("a program that reads a PDF has its own methods and classes afterwards, not pdf.js' stand-ins", async () => {
  const look = (): unknown[] => [Array.prototype.push, JSON.parse, JSON.stringify, Reflect.get(globalThis, "DOMMatrix"), Reflect.get(globalThis, "Path2D")];
  const before = look();
  const { extractAnnex } = await import("../../src/index.js");
  expect(look()).toEqual(before);
  await extractAnnex(readFileSync(fixture("annex-2019.pdf")));
  expect(look()).toEqual(before);
});
