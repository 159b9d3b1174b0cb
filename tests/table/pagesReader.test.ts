import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { asemProfile } from "../../src/annex/builtinProfile.js";
import { layOut } from "../../src/layout/pageLayout.js";
import { describeDamage } from "../../src/model/damage.js";
import { openPdf } from "../../src/pdf/open.js";
import { PagesReader } from "../../src/table/pages/pagesReader.js";
import { looksLikeMarker } from "../../src/text/words/markers.js";
import { fixture } from "../support/annex.js";

/** How many objects and arrays a value holds; arrays of numbers count as one. */
function objectsIn(value: unknown, seen = new Set<unknown>()): number {
  if (typeof value !== "object" || value === null || seen.has(value)) return 0;
  seen.add(value);
  if (ArrayBuffer.isView(value)) return 1;
  const parts: unknown[] = value instanceof Map ? [...value.entries()] : value instanceof Set ? [...value] : Object.values(value);
  return parts.reduce((sum: number, part) => sum + objectsIn(part, seen), 1);
}

test.each(["annex-2019.pdf", "annex-2019-unruled.pdf"])("pages that wait for the others hold no object for each of their words or glyphs: %s", async (name) => {
  const pdf = await openPdf(new Uint8Array(readFileSync(fixture(name))));
  const reader = new PagesReader({ columns: asemProfile.columns, isMarker: looksLikeMarker });
  let words = 0;
  for await (const page of pdf.read()) {
    if ("reason" in page) throw new Error(describeDamage(page.reason));
    const layout = layOut(page);
    words += layout.words.length;
    reader.add(layout);
  }
  await pdf.close();
  const pages = reader.pages();
  expect(objectsIn(pages)).toBeLessThan(words / 3);
});
