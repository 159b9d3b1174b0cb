import { deflateSync } from "node:zlib";
import { onePage, rawPdf } from "./rawPdf.js";
import { unmappedPdf } from "./unmappedPdf.js";

/** Calls a function for each number below `count`, and joins the results with line feeds. */
function repeat(count: number, text: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => text(index)).join("\n");
}

/** Numbers from 0 to 1 that look random and are always the same (the generator of Park and Miller). */
function scattered(): () => number {
  let state = 20_190_507;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const PAGES = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
const CATALOG = "<< /Type /Catalog /Pages 2 0 R >>";
const PAGE = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] >>";
const A_TEXT = "BT /F1 9 Tf 40 500 Td (Some text) Tj ET";

/** A text at a place, in points from the bottom left. */
const textAt = (x: number, y: number, text: string, size = 6): string => `BT /F1 ${size} Tf ${x.toFixed(3)} ${y.toFixed(3)} Td (${text}) Tj ET`;

/** The private part of a Type 1 font program, encrypted as all are (Adobe Type 1 Font Format, chapter 7). */
function encrypted(plain: string): Buffer {
  let key = 55_665;
  return Buffer.from(
    Buffer.from(`0000${plain}`, "latin1").map((byte) => {
      const cipher = byte ^ (key >> 8);
      key = ((cipher + key) * 52_845 + 22_719) & 0xffff;
      return cipher;
    }),
  );
}

/** A Type 1 font program of ten glyphs, A to J, the first of which has this code. */
function type1Program(code: number): { readonly entries: string; readonly data: Buffer } {
  const clear = Buffer.from(`%!PS-AdobeFont-1.0: X\n/Encoding 256 array\ndup ${code} /A put\nreadonly def\ncurrentfile eexec\n`);
  // Each glyph: its width, 500, and its end.
  const glyphs = Array.from("ABCDEFGHIJ", (name) => `/${name} 5 RD \x8b\xf8\x88\x0d\x0e ND`).join("\n");
  const secret = encrypted(`dup /Private 8 dict dup begin /lenIV -1 def\n2 index /CharStrings 10 dict dup begin\n${glyphs}\nend\nend\nmark currentfile closefile\n`);
  return { entries: `/Length1 ${clear.byteLength} /Length2 ${secret.byteLength} /Length3 0`, data: Buffer.concat([clear, secret]) };
}

/** PDFs whose structure is a trap: loops, counts that lie, nesting without end, streams that explode. */
export const TRAPS: Readonly<Record<string, () => Uint8Array<ArrayBuffer>>> = {
  "a page count of a thousand million": () => rawPdf([CATALOG, "<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>", PAGE]),
  "a page count below nought": () => rawPdf([CATALOG, "<< /Type /Pages /Kids [3 0 R] /Count -5 >>", PAGE]),
  "a million kids": () => rawPdf([CATALOG, `<< /Type /Pages /Kids [${"3 0 R ".repeat(1_000_000)}] /Count 1000000 >>`, PAGE]),
  "a page tree that is its own kid": () => rawPdf([CATALOG, "<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>", PAGE]),
  "a page tree a hundred thousand deep": () =>
    rawPdf([CATALOG, ...Array.from({ length: 100_000 }, (_, index) => `<< /Type /Pages /Kids [${index + 3} 0 R] /Count 1 >>`), PAGE]),
  "arrays a million deep in the content": () => onePage(`${"[".repeat(1_000_000)} ${A_TEXT}`),
  "arrays a million deep in the catalog": () => rawPdf([`<< /Type /Catalog /Pages 2 0 R /Names ${"[".repeat(1_000_000)} >>`, PAGES, PAGE]),
  "dictionaries fifty thousand deep": () => rawPdf([`<< /Type /Catalog /Pages 2 0 R /Names ${"<< /A ".repeat(50_000)} >>`, PAGES, PAGE]),
  "a structure that is none, told of a glyph without a character": () =>
    unmappedPdf("BT /F2 10 Tf 50 500 Td /P << /MCID 0 >> BDC <0041> Tj EMC ET", {
      catalog: "/StructTreeRoot 10 0 R",
      more: ["<< /Type /StructTreeRoot /K [11 0 R] >>", "[11 0 R]"],
    }),
  "forms that double at each level, beside a glyph without a character": () =>
    unmappedPdf("BT /F2 10 Tf 50 500 Td <0041> Tj ET /A Do", {
      resources: "/XObject << /A 10 0 R >>",
      more: Array.from({ length: 16 }, (_, index) => ({
        entries: `/Type /XObject /Subtype /Form /BBox [0 0 842 595] /Resources << /XObject << /A ${index + 11} 0 R >> >>`,
        data: "/A Do /A Do",
      })),
    }),
  "a form that draws itself": () =>
    onePage("/X Do", {
      resources: "/XObject << /X 6 0 R >>",
      more: [{ entries: "/Type /XObject /Subtype /Form /BBox [0 0 842 595] /Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >>", data: `${A_TEXT} /X Do` }],
    }),
  "forms that draw ten of the next, ten deep": () =>
    onePage("/X Do", {
      resources: "/XObject << /X 6 0 R >>",
      more: Array.from({ length: 10 }, (_, index) => ({
        entries: `/Type /XObject /Subtype /Form /BBox [0 0 842 595] /Resources << /Font << /F1 5 0 R >> ${index < 9 ? `/XObject << /X ${index + 7} 0 R >>` : ""} >>`,
        data: index < 9 ? "/X Do ".repeat(10) : A_TEXT,
      })),
    }),
  "a Type 3 glyph that shows itself": () =>
    onePage("BT /T 9 Tf 40 500 Td (aaaa) Tj ET", {
      resources: "/Font << /T 6 0 R >>",
      more: [
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 97 /LastChar 97 /Widths [1000] /Encoding << /Type /Encoding /Differences [97 /a] >> /CharProcs << /a 7 0 R >> /Resources << /Font << /T 6 0 R >> >> >>",
        { data: "1000 0 d0 BT /T 1 Tf (a) Tj ET" },
      ],
    }),
  "a content stream that inflates to a gigabyte": () => {
    const bomb = deflateSync(Buffer.alloc(2 ** 20 * 1000, " "), { level: 9 });
    return rawPdf([CATALOG, PAGES, PAGE.replace("/Type", "/Contents 4 0 R /Type"), { entries: "/Filter /FlateDecode", data: bomb }]);
  },
  "a content stream deflated three times": () => {
    const bomb = deflateSync(deflateSync(deflateSync(Buffer.alloc(2 ** 20 * 1000, " "), { level: 9 }), { level: 9 }), { level: 9 });
    return rawPdf([CATALOG, PAGES, PAGE.replace("/Type", "/Contents 4 0 R /Type"), { entries: "/Filter [/FlateDecode /FlateDecode /FlateDecode]", data: bomb }]);
  },
  "ten thousand filters": () =>
    rawPdf([CATALOG, PAGES, PAGE.replace("/Type", "/Contents 4 0 R /Type"), { entries: `/Filter [${"/ASCIIHexDecode ".repeat(10_000)}]`, data: "00>" }]),
  "a length that refers to itself": () =>
    rawPdf([CATALOG, PAGES, PAGE.replace("/Type", "/Contents 4 0 R /Type"), "<< /Length 4 0 R >>\nstream\nq\nendstream"]),
  "a cross-reference table that goes back to itself": () => {
    const text = Buffer.from(rawPdf([CATALOG, PAGES, PAGE])).toString("latin1");
    const start = text.lastIndexOf("xref\n0");
    return new Uint8Array(Buffer.from(text.replace("/Root", `/Prev ${start} /Root`), "latin1"));
  },
  "no cross-reference table": () => new Uint8Array(Buffer.from(rawPdf([CATALOG, PAGES, PAGE])).subarray(0, 150)),
  "an inline image without end": () => onePage(`${A_TEXT} BI /W 1000000 /H 1000000 /BPC 8 /CS /RGB ID ${"x".repeat(100_000)}`),
  "a character map that uses itself": () =>
    onePage("BT /C 9 Tf 40 500 Td <00410042> Tj ET", {
      resources: "/Font << /C 6 0 R >>",
      more: [
        "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding 7 0 R /DescendantFonts [8 0 R] >>",
        { entries: "/Type /CMap /CMapName /Own /UseCMap 7 0 R", data: "/Own usecmap 1 begincodespacerange <0000> <FFFF> endcodespacerange" },
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
      ],
    }),
  "a character map of all codes": () =>
    onePage("BT /C 9 Tf 40 500 Td <00410042> Tj ET", {
      resources: "/Font << /C 6 0 R >>",
      more: [
        "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /ToUnicode 8 0 R /DescendantFonts [7 0 R] >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        { data: "1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange 1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange" },
      ],
    }),
  "optional content that depends on itself": () =>
    onePage(`/OC /L BDC ${A_TEXT} EMC`, { resources: "/Properties << /L 6 0 R >>", more: ["<< /Type /OCMD /OCGs 6 0 R /VE [/Not [/And 6 0 R 6 0 R]] >>"] }),
  "a pattern painted with itself": () =>
    onePage(`/Pattern cs /P scn 0 0 500 500 re f ${A_TEXT}`, {
      resources: "/Pattern << /P 6 0 R >>",
      more: [{ entries: "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep 0.001 /YStep 0.001 /Resources << /Pattern << /P 6 0 R >> >>", data: "/Pattern cs /P scn 0 0 1 1 re f" }],
    }),
  "a function made of itself": () =>
    onePage(`/C cs 1 scn 0 0 5 5 re f ${A_TEXT}`, {
      resources: "/ColorSpace << /C [/Separation /X /DeviceRGB 6 0 R] >>",
      more: ["<< /FunctionType 3 /Domain [0 1] /Functions [6 0 R 6 0 R] /Bounds [0.5] /Encode [0 1 0 1] >>"],
    }),
  "a picture that is its own mask": () =>
    onePage(`q 842 0 0 595 0 0 cm /I Do Q ${A_TEXT}`, {
      resources: "/XObject << /I 6 0 R >>",
      more: [{ entries: "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /SMask 6 0 R", data: "x" }],
    }),
  "a page turned by 45 degrees, of a million units, without a size": () => onePage(A_TEXT, { mediaBox: "[0 0 0 0]", page: "/Rotate 45 /UserUnit 1000000 /CropBox [5000 5000 6000 6000]" }),
  "widths of two thousand million glyphs": () =>
    onePage("BT /C 9 Tf 40 500 Td <00410042> Tj ET", {
      resources: "/Font << /C 6 0 R >>",
      more: [
        "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [7 0 R] >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /W [0 2000000000 500] /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
      ],
    }),
  "a glyph name at the code two thousand million": () =>
    onePage("BT /C 9 Tf 40 500 Td (ABC) Tj ET", {
      resources: "/Font << /C 6 0 R >>",
      more: [
        "<< /Type /Font /Subtype /Type1 /BaseFont /X /FirstChar 65 /LastChar 66 /Widths [500 500] /FontDescriptor 7 0 R >>",
        "<< /Type /FontDescriptor /FontName /X /Flags 4 /FontBBox [0 0 500 500] /ItalicAngle 0 /Ascent 500 /Descent 0 /CapHeight 500 /StemV 80 /FontFile 8 0 R >>",
        type1Program(2_147_483_647),
      ],
    }),
  "an update whose older table is nowhere": () => rawPdf([CATALOG, PAGES, PAGE], "/Prev 99999999999 /XRefStm -5"),
  "a sampled function of 4000 million samples": () =>
    onePage(`/Sh sh ${A_TEXT}`, {
      resources: "/Shading << /Sh << /ShadingType 1 /ColorSpace /DeviceRGB /Function 6 0 R >> >>",
      more: [{ entries: "/FunctionType 0 /Domain [0 1 0 1 0 1 0 1] /Range [0 1 0 1 0 1] /Size [250 250 250 250] /BitsPerSample 32", data: "x" }],
    }),
};

/** PDFs of one page that draws more than any real page, or outside the page, so that work that grows quadratically shows. */
export const LOADS: Readonly<Record<string, (size: number) => Uint8Array<ArrayBuffer>>> = {
  "glyphs set solid": (size) => {
    const rows = Math.ceil(Math.sqrt(size / 2));
    return onePage(repeat(rows, (row) => textAt(10, 10 + (570 * row) / rows, "ab ".repeat(Math.ceil((2 * rows) / 3)), 0.8)));
  },
  "glyphs on one spot": (size) => onePage(repeat(size, () => textAt(100, 100, "a"))),
  "glyphs on a baseline each": (size) => onePage(repeat(size, (index) => textAt(100 + (index % 600), 590 - (580 * index) / size, "a"))),
  "glyphs scattered": (size) => {
    const random = scattered();
    return onePage(repeat(size, () => textAt(800 * random(), 580 * random(), "a", 1 + 10 * random())));
  },
  "words in a grid without rules": (size) => {
    const columns = Math.ceil(Math.sqrt(size));
    return onePage(repeat(size, (index) => textAt(10 + (820 * (index % columns)) / columns, 580 - (570 * Math.floor(index / columns)) / columns, "1", 0.8)));
  },
  "one line of glyphs": (size) => onePage(textAt(0, 100, "ab ".repeat(size / 3), 9)),
  "a glyph of many characters": (size) =>
    onePage(`BT /C 9 Tf 40 500 Td <${"0041".repeat(size / 1000)}> Tj ET`, {
      resources: "/Font << /C 6 0 R >>",
      more: [
        "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /ToUnicode 8 0 R /DescendantFonts [7 0 R] >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        { data: `1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfchar <0041> <${"0061".repeat(1000)}> endbfchar` },
      ],
    }),
  "a grid of rules": (size) => {
    const lines = Math.ceil(Math.sqrt(size));
    return onePage(
      `${repeat(lines, (index) => `0 ${((595 * index) / lines).toFixed(3)} m 842 ${((595 * index) / lines).toFixed(3)} l S ${((842 * index) / lines).toFixed(3)} 0 m ${((842 * index) / lines).toFixed(3)} 595 l S`)} ${A_TEXT}`,
    );
  },
  "short rules scattered": (size) => {
    const random = scattered();
    return onePage(
      `0.1 w ${repeat(size, (index) => {
        const [x, y] = [800 * random(), 580 * random()];
        return `${x.toFixed(2)} ${y.toFixed(2)} m ${(index % 2 === 0 ? x : x + 20).toFixed(2)} ${(index % 2 === 0 ? y + 20 : y).toFixed(2)} l S`;
      })} ${A_TEXT}`,
    );
  },
  "small cells drawn one by one": (size) => {
    const columns = Math.ceil(Math.sqrt(size));
    return onePage(
      `0.1 w ${repeat(size, (index) => {
        const [x, y] = [(7 * (index % columns)), (7 * Math.floor(index / columns))];
        return `${x} ${y} 7 7 re S ${textAt(x + 1, y + 1, "1", 5)}`;
      })}`,
      { mediaBox: `[0 0 ${7 * columns} ${7 * columns}]` },
    );
  },
  "dots scattered": (size) => {
    const random = scattered();
    return onePage(`${repeat(size, () => `${(800 * random()).toFixed(2)} ${(580 * random()).toFixed(2)} 1 1 re f`)} ${A_TEXT}`);
  },
  "bullets drawn beside bullets written": (size) =>
    onePage(repeat(size, (index) => `${20 + ((11 * index) % 800)} ${20 + Math.floor(index / 70) * 0.1} 4 4 re f ${textAt(30 + ((11 * index) % 800), 20 + Math.floor(index / 70) * 0.1, "a")}`)),
  "backgrounds over each other": (size) =>
    onePage(repeat(size, (index) => `0.${index % 9} 0.5 0.5 rg 0 0 842 595 re f 0 g ${textAt(10 + (index % 800), 10 + (index % 570), "a")}`)),
  "clips within each other": (size) => onePage(repeat(size, (index) => `q 0 0 842 ${595 - (index % 500)} re W n ${textAt(10 + (index % 800), 10, "a")}`)),
  "states saved and never restored": (size) => onePage(`${"q ".repeat(size)} ${A_TEXT}`),
  "one path of many points": (size) => onePage(`0 0 m ${repeat(size, (index) => `${index % 842} ${(index * 7) % 595} l`)} B ${A_TEXT}`),
  "annotations": (size) =>
    onePage(A_TEXT, {
      page: `/Annots [${"6 0 R ".repeat(size)}]`,
      more: [
        "<< /Type /Annot /Subtype /Stamp /Rect [10 10 100 100] /AP << /N 7 0 R >> >>",
        { entries: "/Type /XObject /Subtype /Form /BBox [0 0 90 90] /Resources << /Font << /F1 5 0 R >> >>", data: "BT /F1 9 Tf 1 1 Td (stamp) Tj ET" },
      ],
    }),
  "numbers out of all bounds": (size) =>
    onePage(
      repeat(Math.ceil(size / 1000), (index) => `q 1e${300 + (index % 20)} 0 0 -1e308 1e38 ${"9".repeat(400)} cm 1e400 -1e400 1e39 1e39 re B ${A_TEXT} Q q 0 0 0 0 0 0 cm ${A_TEXT} Q q 1e-320 0 0 1e-320 0 0 cm ${A_TEXT} Q`) +
        ` BT /F1 1e30 Tf 1e30 Tc 1e300 Tw 1e9 Tz 1 0 0 1 1e20 1e20 Tm (huge) Tj ET ${A_TEXT}`,
    ),
  "a page larger than all": (size) => onePage(`${repeat(100, (index) => textAt(1e6 * index, 1e6 * index, "far", 1e5))} ${A_TEXT}`, { mediaBox: `[-${"9".repeat(30)} 0 ${size}${"0".repeat(30)} 1e308]` }),
};
