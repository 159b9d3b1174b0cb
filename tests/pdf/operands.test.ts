import { expect, test } from "vitest";
import { describeDamage } from "../../src/model/damage.js";
import { openPdf } from "../../src/pdf/open.js";
import { onePage } from "../support/rawPdf.js";

test.each([
  ["a name", "1 0 0 1 /A 400 Tm"],
  ["a number too large for any", `${"9".repeat(400)} 0 0 1 40 400 Tm`],
])("an operand that is %s leaves the places of glyphs numbers", async (_, operator) => {
  const pdf = await openPdf(onePage(`BT /F1 9 Tf ${operator} (N) Tj ET`));
  for await (const page of pdf.read()) {
    if ("reason" in page) throw new Error(describeDamage(page.reason));
    expect(page.glyphs).toHaveLength(1);
    for (const { x, y, width, x0, x1, y0, y1 } of page.glyphs) expect([x, y, width, x0, x1, y0, y1].filter((value) => !Number.isFinite(value))).toEqual([]);
  }
  await pdf.close();
});
