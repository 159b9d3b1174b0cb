import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { loadFont } from "../../src/pdf/drawing/fonts.js";
import { layOut } from "../../src/layout/pageLayout.js";
import { openPdf } from "../../src/pdf/open.js";
import type { PdfPage } from "../../src/pdf/page.js";
import { dropFonts } from "../../src/pdf/pdfjs/pdfjs.js";
import { fixture } from "../support/annex.js";
import { firstPageOf } from "../support/drawnPage.js";
import { onePage } from "../support/rawPdf.js";

async function pagesOf(name: string): Promise<PdfPage[]> {
  const pdf = await openPdf(Uint8Array.from(await readFile(fixture(name))));
  const pages: PdfPage[] = [];
  for await (const page of pdf.read()) if (!("reason" in page)) pages.push(page);
  await pdf.close();
  return pages;
}

/** A page that shows the codes of a font with one glyph for each of these characters, all half an em wide but those of no width. */
async function shownBy(characters: readonly string[], codes: string, noWidth: readonly string[] = []): Promise<string> {
  const map = characters.map((character, i) => `<${(65 + i).toString(16)}> <${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}>`).join("\n");
  const widths = characters.map((character) => (noWidth.includes(character) ? 0 : 500)).join(" ");
  const font = `<< /Type /Font /Subtype /TrueType /BaseFont /AAAAAA+Own /FirstChar 65 /LastChar ${64 + characters.length} /Widths [${widths}] /FontDescriptor 7 0 R /ToUnicode 8 0 R >>`;
  const descriptor = "<< /Type /FontDescriptor /FontName /AAAAAA+Own /Flags 4 /FontBBox [0 -200 1000 900] /Ascent 900 /Descent -200 /ItalicAngle 0 /CapHeight 700 /StemV 80 >>";
  const cmap = `begincmap 1 begincodespacerange <00> <ff> endcodespacerange ${characters.length} beginbfchar ${map} endbfchar endcmap`;
  const page = await firstPageOf(
    onePage(`BT /F2 10 Tf 50 300 Td (${codes}) Tj ET`, { resources: "/Font << /F2 6 0 R >>", more: [font, descriptor, { data: cmap }] }),
  );
  return page.glyphs.map(({ text }) => text).join("");
}

test("a font's one glyph for both hyphens is a hyphen where it is mapped to the soft one", async () => {
  expect(await shownBy(["a", "b", "\u00AD"], "ACB")).toBe("a-b");
  expect(await shownBy(["a", "b", "\u00AD", "\u2010"], "ACBD")).toBe("a-b‐");
});

test("a soft hyphen stays one where it takes no room, or where the font has a hyphen besides", async () => {
  expect(await shownBy(["a", "b", "\u00AD"], "ACB", ["\u00AD"])).toBe("a\u00ADb");
  expect(await shownBy(["a", "b", "\u00AD", "-"], "ACB")).toBe("a\u00ADb");
});

test("a code of two bytes that is mapped to no text at all is no character: some producers map ligatures so", async () => {
  const font = "<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H /DescendantFonts [7 0 R] /ToUnicode 9 0 R >>";
  const glyphs = "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 8 0 R /DW 600 >>";
  const descriptor = "<< /Type /FontDescriptor /FontName /Own /Flags 4 /FontBBox [0 -200 1000 900] /Ascent 900 /Descent -200 /ItalicAngle 0 /CapHeight 700 /StemV 80 >>";
  const cmap = "begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange 2 beginbfchar <0041> <006f> <00e7> <> endbfchar endcmap";
  const page = await firstPageOf(
    onePage("BT /F2 10 Tf 50 300 Td <004100e7> Tj ET", { resources: "/Font << /F2 6 0 R >>", more: [font, glyphs, descriptor, { data: cmap }] }),
  );
  expect(page.glyphs.map(({ text }) => text)).toEqual(["o", "\uFFFD"]);
});

/** Fonts of one byte a code that say what their glyphs are called, and not what they show. */
const NAMELESS = {
  "of drawn glyphs": `<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 65 /LastChar 67 /Widths [500 500 500]
    /Encoding << /Differences [65 /letter /other /g36] >> /CharProcs << /letter 7 0 R /other 7 0 R /g36 7 0 R >> >>`,
  "with its own names": "<< /Type /Font /Subtype /Type1 /BaseFont /Own /FirstChar 65 /LastChar 67 /Widths [500 500 500] /Encoding << /Differences [65 /letter /other /g36] >> >>",
};

test.each(Object.entries(NAMELESS))("of a font %s, letters are those of their codes, and known to be guessed", async (_, font) => {
  const page = await firstPageOf(
    onePage("BT /F2 10 Tf 50 300 Td (AB-C) Tj /F1 10 Tf (AB) Tj ET", { resources: "/Font << /F1 5 0 R /F2 6 0 R >>", more: [font, { data: "500 0 d0 0 0 400 700 re f" }] }),
  );
  expect(page.glyphs.map(({ text, guessed }) => [text, guessed === true])).toEqual([["A", true], ["B", true], ["-", false], ["C", true], ["A", false], ["B", false]]);
  expect(layOut(page).counts.unmapped).toBe(3);
});

test("pages are the same where fonts are dropped", async () => {
  const names = ["annex-2019.pdf", "annex-2019-chromium.pdf", "annex-2016.pdf"];
  const before = await Promise.all(names.map(pagesOf));
  dropFonts();
  const after = await Promise.all(names.map(pagesOf));
  expect(after.map((pages) => pages.length)).toEqual([19, expect.any(Number), expect.any(Number)]);
  expect(after).toEqual(before);
});

describe("codes beyond ASCII in a symbolic font without an encoding and a map", () => {
  /** The texts of codes of such a font, which has widths for certain codes. */
  async function textsOf(shown: string, used: readonly number[]): Promise<string[]> {
    const last = Math.max(...used);
    const widths = Array.from({ length: last - 64 }, (_, i) => (used.includes(65 + i) ? 500 : 0)).join(" ");
    const font = `<< /Type /Font /Subtype /TrueType /BaseFont /AAAAAA+Own /FirstChar 65 /LastChar ${last} /Widths [${widths}] /FontDescriptor 7 0 R >>`;
    const descriptor = "<< /Type /FontDescriptor /FontName /AAAAAA+Own /Flags 4 /FontBBox [0 -200 1000 900] /Ascent 900 /Descent -200 /ItalicAngle 0 /CapHeight 700 /StemV 80 >>";
    const page = await firstPageOf(onePage(`BT /F2 10 Tf 50 300 Td <${shown}> Tj ET`, { resources: "/Font << /F2 6 0 R >>", more: [font, descriptor] }));
    return page.glyphs.map(({ text }) => text);
  }

  test("are no characters where they only number glyphs, as Ghostscript has them: a bullet was read as Ä, in silence", async () => {
    expect(await textsOf("418081", [0x41, 0x80, 0x81])).toEqual(["A", "\uFFFD", "\uFFFD"]);
  });

  test("are what they are in Mac OS Roman where they are used as its characters are, with gaps", async () => {
    expect(await textsOf("41A58A", [0x41, 0x8a, 0xa5])).toEqual(["A", "•", "ä"]);
  });
});

/** An array with a value at few indices, that counts how often anything asks whether it has one. */
function holes(values: Readonly<Record<number, unknown>>): { readonly array: readonly unknown[]; readonly asked: () => number } {
  let asked = 0;
  const array = new Proxy(Object.assign<unknown[], object>([], values), {
    has: (target, key) => {
      asked += 1;
      return Reflect.has(target, key);
    },
  });
  return { array, asked: () => asked };
}

test("codes of four bytes leave billions of holes in the arrays of pdf.js, which nothing visits: a thread that did could not be ended", () => {
  const map = holes({ 65: "a", 70_000: "b" });
  const composite = loadFont({ composite: true, toUnicode: { _map: map.array }, widths: {} });
  expect([65, 66, 70_000].map((code) => composite.textOf("x", code, 500))).toEqual(["x", "\uFFFD", "x"]);
  const widths = holes({ 70_000: 500 });
  const all = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code));
  const simple = loadFont({ type: "TrueType", isSymbolicFont: true, toUnicode: { _map: all }, widths: widths.array });
  expect(simple.textOf("ä", 0xe4, 500)).toBe("ä");
  expect(map.asked() + widths.asked()).toBe(0);
});

test("glyphs of a Type 3 font that are only numbered are no signs of ZapfDingbats, though they are mapped to them", async () => {
  const cmap = "begincmap 1 begincodespacerange <00> <ff> endcodespacerange 2 beginbfchar <01> <2713> <02> <0041> endbfchar endcmap";
  const shown = async (name: string): Promise<string> => {
    const font = `<< /Type /Font /Subtype /Type3 /FontBBox [0 0 10 10] /FontMatrix [0.1 0 0 0.1 0 0] /FirstChar 1 /LastChar 2 /Widths [5 5] /Encoding << /Type /Encoding /Differences [1 /${name} /a2] >> /CharProcs << /${name} 7 0 R /a2 7 0 R >> /Resources << >> /ToUnicode 8 0 R >>`;
    const page = await firstPageOf(
      onePage("BT /F2 10 Tf 50 300 Td <0102> Tj ET", { resources: "/Font << /F2 6 0 R >>", more: [font, { data: "5 0 0 0 5 5 d1 0 0 5 5 re f" }, { data: cmap }] }),
    );
    return page.glyphs.map(({ text }) => text).join("");
  };
  expect(await shown("a1")).toBe("\uFFFDA");
  expect(await shown("checkmark")).toBe("✓A");
});
