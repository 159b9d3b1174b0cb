import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { listedText } from "../../../src/pdf/actualText/operators.js";
import { PdfObjects } from "../../../src/pdf/objects/pdfObjects.js";
import { shownText } from "../../../src/pdf/actualText/shownText.js";
import { Structure } from "../../../src/pdf/actualText/structure.js";
import { SETTINGS, getDocument } from "../../../src/pdf/pdfjs/pdfjs.js";
import { fixture } from "../../support/annex.js";

/** ActualText is applied to the glyphs of the operators that pdf.js lists: the same ones have to be found in the same order, whoever wrote the PDF. */
test.each(["annex-2019.pdf", "annex-2019-chromium.pdf", "annex-2019-unruled.pdf", "annex-2016.pdf", "../tests/fixtures/cairo-clusters.pdf"])("%s shows the text that pdf.js lists", async (name) => {
  const task = getDocument({ ...SETTINGS, data: Uint8Array.from(await readFile(fixture(name))), verbosity: 0 });
  const document = await task.promise;
  const objects = new PdfObjects(await document.extractPages([{ document: null }]));
  const structure = new Structure(objects.catalog, objects.resolve);
  expect(objects.pages).toHaveLength(document.numPages);
  for (const [i, page] of objects.pages.entries()) {
    const proxy = await document.getPage(i + 1);
    const listed = listedText(await proxy.getOperatorList());
    expect(listed.glyphs.length).toBeGreaterThan(0);
    expect(shownText(page, objects, structure).trace).toEqual(listed.trace);
  }
  await task.destroy();
});
