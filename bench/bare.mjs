/** The least that any reader of PDFs based on pdf.js must do: load it, and get the operator list of every page. */
import { readFileSync } from "node:fs";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

const [, , path] = process.argv;
const document = await getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 }).promise;
for (let number = 1; number <= document.numPages; number++) {
  const page = await document.getPage(number);
  await page.getOperatorList();
  page.cleanup();
}
await document.loadingTask.destroy();
