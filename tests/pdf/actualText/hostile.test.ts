import { expect, test } from "vitest";
import { firstPageOf } from "../../support/drawnPage.js";
import { FONTS, type UnmappedPdf, unmappedPdf } from "../../support/unmappedPdf.js";

const GLYPH = "/Span << /ActualText (fi) >> BDC BT /F2 10 Tf 50 500 Td <0041> Tj ET EMC";
const STRUCTURED = "/P << /MCID 0 >> BDC BT /F2 10 Tf 50 500 Td <0041> Tj ET EMC";
const form = (data: string, names: string): { entries: string; data: string; deflate: true } => ({
  entries: `/Type /XObject /Subtype /Form /BBox [0 0 842 595] /Resources << ${FONTS} /XObject << ${names} >> >>`,
  data,
  deflate: true,
});
const structured = (...more: string[]): UnmappedPdf => ({ catalog: "/StructTreeRoot 10 0 R", more: ["<< /Type /StructTreeRoot /K [11 0 R] >>", ...more] });
const chain = (length: number, last: string): string[] =>
  Array.from({ length }, (_, i) => (i < length - 1 ? `<< /S /Span /Pg 3 0 R /ActualText (${i}) /K ${i + 12} 0 R >>` : last));

test.each<[string, string, UnmappedPdf, string]>([
  ["a form that shows itself", `/A Do ${GLYPH}`, { resources: "/XObject << /A 10 0 R >>", more: [form("/A Do", "/A 10 0 R")] }, "fi"],
  [
    "forms that show one another, each twice",
    `/A Do ${GLYPH}`,
    { resources: "/XObject << /A 10 0 R >>", more: Array.from({ length: 12 }, (_, i) => form("/A Do /A Do", i < 11 ? `/A ${i + 11} 0 R` : "")) },
    "fi",
  ],
  [
    "forms a thousand deep",
    `/A Do ${GLYPH}`,
    { resources: "/XObject << /A 10 0 R >>", more: Array.from({ length: 1000 }, (_, i) => form("/A Do", i < 999 ? `/A ${i + 11} 0 R` : "")) },
    "\uFFFD",
  ],
  ["a hundred thousand sequences in one another", `${"/Span << /ActualText (x) >> BDC ".repeat(100_000)} ${GLYPH}`, {}, "\uFFFD"],
  ["a hundred thousand sequences that end but never began", `${"EMC ".repeat(100_000)} ${GLYPH}`, {}, "fi"],
  ["properties that refer to themselves", "/Span /A BDC BT /F2 10 Tf 50 500 Td <0041> Tj ET EMC", { resources: "/Properties << /A 10 0 R >>", more: ["<< /ActualText 10 0 R >>"] }, "\uFFFD"],
  ["a text of a million characters", `/Span << /ActualText (${"x".repeat(1_000_000)}) >> BDC BT /F2 10 Tf 50 500 Td <0041> Tj ET EMC`, {}, "x".repeat(1_000_000)],
  ["elements that are their own kids", STRUCTURED, structured("<< /S /Span /Pg 3 0 R /ActualText (fi) /K [11 0 R 0] >>"), "fi"],
  ["elements a thousand deep", STRUCTURED, structured(...chain(1000, "<< /S /Span /Pg 3 0 R /ActualText (fi) /K 0 >>")), "fi"],
  ["an element of a hundred thousand pieces", STRUCTURED, structured(`<< /S /Span /Pg 3 0 R /ActualText (fi) /K [${"0 ".repeat(100_000)}] >>`), "\uFFFD"],
  ["a structure that is none", STRUCTURED, structured("[11 0 R]"), "\uFFFD"],
])("%s", async (_, content, rest, text) => {
  const { glyphs } = await firstPageOf(unmappedPdf(content, rest));
  expect(glyphs.map((glyph) => glyph.text)).toEqual([text]);
});
