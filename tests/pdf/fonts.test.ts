import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { openPdf } from "../../src/pdf/open.js";
import type { PdfPage } from "../../src/pdf/page.js";
import { dropFonts } from "../../src/pdf/pdfjs.js";
import { fixture } from "../support/annex.js";

async function pagesOf(name: string): Promise<PdfPage[]> {
  const pdf = await openPdf(Uint8Array.from(await readFile(fixture(name))));
  const pages: PdfPage[] = [];
  for await (const page of pdf.read()) if (!("reason" in page)) pages.push(page);
  await pdf.close();
  return pages;
}

test("pages are the same where fonts are dropped", async () => {
  const names = ["annex-2019.pdf", "annex-2019-chromium.pdf", "annex-2016.pdf"];
  const before = await Promise.all(names.map(pagesOf));
  dropFonts();
  const after = await Promise.all(names.map(pagesOf));
  expect(after.map((pages) => pages.length)).toEqual([19, expect.any(Number), expect.any(Number)]);
  expect(after).toEqual(before);
});
