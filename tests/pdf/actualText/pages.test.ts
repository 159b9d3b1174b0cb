import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import PDFDocument from "pdfkit";
import { describe, expect, test } from "vitest";
import { layOut } from "../../../src/layout/pageLayout.js";
import { openPdf } from "../../../src/pdf/open.js";
import { firstPageOf } from "../../support/drawnPage.js";
import { rawPdf } from "../../support/rawPdf.js";
import { FONTS, type UnmappedPdf, unmappedPdf } from "../../support/unmappedPdf.js";

/** The texts of the glyphs of a page's content, which begins with a text object in font F2; "?" where nothing tells them. */
async function shown(content: string, rest: UnmappedPdf = {}): Promise<string> {
  const { glyphs } = await firstPageOf(unmappedPdf(`BT /F2 10 Tf 50 500 Td ${content} ET`, rest));
  return glyphs.map(({ text }) => text.replaceAll("\uFFFD", "?")).join("");
}

const span = (text: string, content: string): string => `/Span << /ActualText ${text} >> BDC ${content} EMC`;
const form = (data: string, entries = ""): { entries: string; data: string } => ({
  entries: `/Type /XObject /Subtype /Form /BBox [0 0 842 595] ${entries}`,
  data,
});
/** A structure whose parent tree has these elements, objects from number 11 on, for the marked content of key 0. */
const structure = (elements: string, ...more: string[]): Pick<UnmappedPdf, "catalog" | "page" | "more"> => ({
  catalog: "/StructTreeRoot 10 0 R",
  page: "/StructParents 0",
  more: [`<< /Type /StructTreeRoot /K [11 0 R] /ParentTree << /Nums [0 [${elements}]] >> >>`, ...more],
});
const element = (entries: string): string => `<< /Type /StructElem /S /Span /Pg 3 0 R ${entries} >>`;

test("codes of two bytes without a map are no characters", async () => {
  expect(await shown("<00410042> Tj")).toBe("??");
});

describe("glyphs whose font says nothing have the text that is told of them", () => {
  test.each([
    ["a literal string", span("(fi)", "<0041> Tj"), "fi"],
    ["escapes", span(String.raw`(\(\146\))`, "<004100420043> Tj"), "(f)"],
    ["UTF-16, as hexadecimal digits", span("<FEFF00660069>", "<0041> Tj"), "fi"],
    ["UTF-16, little end first", span("<FFFE66006900>", "<0041> Tj"), "fi"],
    ["UTF-8", span("<EFBBBFC3A9>", "<0041> Tj"), "é"],
    ["PDFDocEncoding", span(String.raw`(\200)`, "<0041> Tj"), "•"],
    ["one letter for each glyph", span("(abc)", "<004100420043> Tj"), "abc"],
    ["several operators", span("(abcd)", "12 TL <0041> Tj [<0042> -20 <0043>] TJ <0044> '"), "abcd"],
    ["several lines", span("(one two)", "<004100420043> Tj 0 -12 Td <004100420043> Tj"), "onetwo"],
    ["only part of a text", `<0041> Tj ${span("(fi)", "<0041> Tj")} /F1 10 Tf (sh) Tj`, "?fish"],
    ["letters that the font knows around", span("(office)", "/F1 10 Tf (o) Tj /F2 10 Tf <0041> Tj /F1 10 Tf (ce) Tj"), "office"],
    ["sequences in one another: the inner one", span("(outer)", `/F1 10 Tf (o) Tj ${span("(fi)", "/F2 10 Tf <0041> Tj")} /F1 10 Tf (x) Tj`), "ofix"],
    ["sequences in one another, both needed", span("(affix)", `<0041> Tj ${span("(fi)", "6 0 Td <0042> Tj")} 6 0 Td <0043> Tj`), "affix"],
    ["a sequence that does not end", "/Span << /ActualText (fi) >> BDC <0041> Tj", "fi"],
    ["a sequence that ends twice", `${span("(fi)", "<0041> Tj")} EMC ${span("(fl)", "<0042> Tj")}`, "fifl"],
    ["sequences of other kinds around", `/P BMC /Q << /MCID 4 >> BDC ${span("(fi)", "<0041> Tj")} EMC <0042> Tj EMC`, "fi?"],
    ["an inline image before", `ET BI /W 4 /H 1 /BPC 8 /CS /G ID (EI EI\nBT ${span("(fi)", "<0041> Tj")}`, "fi"],
    ["symbols of private use", span("<FEFFF0B7>", "<0041> Tj"), "•"],
    ["a language", span("<FEFF001B0065006E001B00660069>", "<0041> Tj"), "fi"],
  ])("%s", async (_, content, text) => {
    expect(await shown(content)).toBe(text);
  });

  test("a property list of the page's resources", async () => {
    expect(await shown("/Span /MC0 BDC <0041> Tj EMC", { resources: "/Properties << /MC0 10 0 R >>", more: ["<< /ActualText (fi) >>"] })).toBe("fi");
  });

  test("content in several streams", async () => {
    const bytes = unmappedPdf({ data: "BT /F2 10 Tf 50 500 Td /Span << /ActualText (fi) >> BDC" }, {
      page: "/Contents [4 0 R 10 0 R]",
      more: [{ data: "<0041> Tj EMC ET", deflate: true }],
    });
    const { glyphs } = await firstPageOf(bytes);
    expect(glyphs.map(({ text }) => text)).toEqual(["fi"]);
  });

  test("forms, whose resources may be the page's", async () => {
    const inner = `/F2 10 Tf BT 50 400 Td ${span("(in)", "<00410042> Tj")} ET`;
    expect(
      await shown(`ET ${span("(out)", "/A Do")} /B Do BT ${span("(fi)", "<0041> Tj")}`, {
        resources: "/XObject << /A 10 0 R /B 11 0 R /C 12 0 R >>",
        more: [
          form("BT /F2 10 Tf 50 450 Td <004100420043> Tj ET", `/Resources << ${FONTS} >>`),
          form(`${inner} /C Do`),
          form("BT /F2 10 Tf 50 300 Td <0041> Tj ET", "/OC << /Type /OCMD >>"),
        ],
      }),
    ).toBe("outin?fi");
  });

  test("the elements of the structure, the nearest that says something", async () => {
    const content = "/P << /MCID 0 >> BDC <0041> Tj EMC /P << /MCID 1 >> BDC 6 0 Td <0041> Tj EMC /P << /MCID 2 >> BDC <0042> Tj EMC";
    const elements = structure(
      "12 0 R 13 0 R 14 0 R",
      element("/P 10 0 R /K [12 0 R 15 0 R 14 0 R]"),
      element("/P 11 0 R /K 0 /ActualText (fi)"),
      element("/P 15 0 R /K [<< /Type /MCR /Pg 3 0 R /MCID 1 >>]"),
      element("/P 11 0 R /K 2 /Alt (a picture)"),
      element("/P 11 0 R /K [13 0 R] /ActualText (fl)"),
    );
    expect(await shown(content, elements)).toBe("fifl?");
  });

  test("an element with several pieces of content, also in forms", async () => {
    const { more = [], ...rest } = structure("11 0 R 11 0 R", element("/P 10 0 R /K [0 1 << /Type /MCR /Pg 3 0 R /Stm 12 0 R /MCID 0 >>] /ActualText (abc)"));
    const content = "/P << /MCID 0 >> BDC <0041> Tj EMC /P << /MCID 1 >> BDC <0042> Tj EMC ET /A Do BT";
    const piece = form("/P << /MCID 0 >> BDC BT /F2 10 Tf 62 500 Td <0043> Tj ET EMC");
    expect(await shown(content, { ...rest, resources: "/XObject << /A 12 0 R >>", more: [...more, piece] })).toBe("abc");
  });

  test("a simple font whose code is taken for a character otherwise", async () => {
    expect(await shown("/F3 10 Tf (A) Tj")).toBe("A");
    expect(await shown(`/F3 10 Tf ${span("(fi)", "(A) Tj")}`)).toBe("fi");
  });

  test("annotations keep theirs, and do not disturb the page's", async () => {
    const annotation = "<< /Type /Annot /Subtype /Stamp /Rect [50 50 150 80] /F 4 /AP << /N 11 0 R >> >>";
    const appearance = form(`BT /F2 10 Tf 5 5 Td ${span("(no)", "<00410042> Tj")} ET`, `/Resources << ${FONTS} >>`);
    expect(await shown(span("(fi)", "<0041> Tj"), { page: "/Annots [10 0 R]", more: [annotation, appearance] })).toBe("fi??");
  });

  test("a ligature as cairo 1.16 writes it: its font maps it to private use", async () => {
    const { glyphs } = await firstPageOf(Uint8Array.from(await readFile(new URL("../../fixtures/cairo-clusters.pdf", import.meta.url))));
    expect(glyphs.map(({ text }) => text).join("|")).toBe("c|o|n|fi|r|m|x|fl|y");
  });

  test("an encrypted PDF", async () => {
    const bytes = await encrypted("word");
    const pdf = await openPdf(bytes, "word");
    for await (const page of pdf.read()) expect("reason" in page ? page.reason : page.glyphs.map(({ text }) => text)).toEqual(["p", "l", "a", "i", "n", "Fou", "ri", "er"]);
    await pdf.close();
  });
});

describe("glyphs keep what they have", () => {
  test.each([
    ["where the text is empty", span("()", "<00410042> Tj"), "??"],
    ["where nothing says which word stands where", span("(one two three)", "<0041> Tj 30 0 Td <0042> Tj"), "??"],
    ["where nothing but their number in no structure is told", "/P << /MCID 0 >> BDC <0041> Tj EMC", "?"],
    ["where only a description of a picture is told", "/Span << /Alt (fi) /E (fi) >> BDC <0041> Tj EMC", "?"],
    ["where fonts tell all of a sequence", span("(other)", "/F1 10 Tf (words) Tj"), "words"],
    ["where a form cannot be followed", `ET /A Do BT ${span("(fi)", "<0041> Tj")}`, "?"],
  ])("%s", async (_, content, text) => {
    const lzw = { ...form("\u0080\u000B\u0060\u0050\u0022\u000C\u000E\u0002"), entries: `${form("").entries} /Filter /LZWDecode` };
    expect(await shown(content, { resources: "/XObject << /A 10 0 R >>", more: [lzw] })).toBe(text);
  });

  test("where pdf.js lists other operators than there are: one before any font is none for it", async () => {
    const { glyphs } = await firstPageOf(unmappedPdf(`BT (x) Tj /F2 10 Tf ${span("(fi)", "<0041> Tj")} ET`));
    expect(glyphs.map(({ text }) => text)).toEqual(["\uFFFD"]);
  });

  test("where an element stands on two pages", async () => {
    const bytes = rawPdf([
      "<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 8 0 R >>",
      "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 /MediaBox [0 0 842 595] /Resources << /Font << /F2 5 0 R >> >> >>",
      "<< /Type /Page /Parent 2 0 R /Contents 7 0 R /StructParents 0 >>",
      "<< /Type /Page /Parent 2 0 R /Contents 7 0 R /StructParents 1 >>",
      "<< /Type /Font /Subtype /Type0 /BaseFont /Silent /Encoding /Identity-H /DescendantFonts [6 0 R] >>",
      "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Silent /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 10 0 R /DW 600 >>",
      { data: "BT /F2 10 Tf 50 500 Td /P << /MCID 0 >> BDC <0041> Tj EMC ET" },
      "<< /Type /StructTreeRoot /K 9 0 R >>",
      "<< /Type /StructElem /S /Span /P 8 0 R /Pg 3 0 R /ActualText (fi) /K [0 << /Type /MCR /Pg 4 0 R /MCID 0 >>] >>",
      "<< /Type /FontDescriptor /FontName /Silent /Flags 4 /FontBBox [0 -200 1000 900] /Ascent 900 /Descent -200 /ItalicAngle 0 /StemV 80 >>",
    ]);
    const pdf = await openPdf(bytes);
    for await (const page of pdf.read()) expect("reason" in page ? page.reason : page.glyphs.map(({ text }) => text)).toEqual(["\uFFFD"]);
    await pdf.close();
  });
});

test("glyphs that are told are counted in their words, whose boxes reach over all of them", async () => {
  const page = await firstPageOf(unmappedPdf(`BT /F2 10 Tf 50 500 Td ${span("(a)", "<00410042> Tj")} /F1 10 Tf ( word) Tj ET`));
  const { words, counts } = layOut(page);
  expect(words.map(({ text, glyphs, box }) => [text, glyphs, box.x0, box.x1])).toEqual([
    ["a", 2, 50, 62],
    ["word", 4, expect.any(Number), expect.any(Number)],
  ]);
  expect(counts).toMatchObject({ glyphs: 6, unmapped: 0 });
});

test("nothing is loaded for text that its fonts tell", () => {
  // The build has the threads read annex-2019.pdf, and keeps what V8 compiled of each script that they loaded.
  const isThere = (name: string): boolean => existsSync(new URL(`../../../dist/compiled/${name}`, import.meta.url));
  expect(["open.cjs.cache", "actualText.cjs", "actualText.cjs.cache"].map(isThere)).toEqual([true, true, false]);
});

/** An encrypted PDF, by pdfkit, with a sequence in a font whose codes it maps to nothing that is a character. */
async function encrypted(userPassword: string): Promise<Uint8Array> {
  const pdf = new PDFDocument({ userPassword, pdfVersion: "1.7" });
  const chunks: Buffer[] = [];
  pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => pdf.on("end", resolve));
  pdf.text("plain", 50, 50);
  pdf.markContent("Span", { actual: "Fourier" });
  pdf.font("Symbol").text("\u00F0\u00F0\u00F0", 50, 100);
  pdf.endMarkedContent();
  pdf.end();
  await ended;
  return Uint8Array.from(Buffer.concat(chunks));
}
