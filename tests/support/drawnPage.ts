import { describeDamage } from "../../src/model/damage.js";
import { openPdf } from "../../src/pdf/open.js";
import type { PdfPage } from "../../src/pdf/page.js";

/** The first page of a PDF. */
export async function firstPageOf(bytes: Uint8Array): Promise<PdfPage> {
  const pdf = await openPdf(bytes);
  try {
    for await (const page of pdf.read()) {
      if ("reason" in page) throw new Error(describeDamage(page.reason));
      return page;
    }
    throw new Error("no page");
  } finally {
    await pdf.close();
  }
}
