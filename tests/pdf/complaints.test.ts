import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { TablesDocument } from "../../src/index.js";
import { complaintIn } from "../../src/pdf/pdfjs/complaints.js";
import { annex, newFolder } from "../support/annex.js";
import { onePage, type OnePage } from "../support/rawPdf.js";

const TEXT = "BT /F1 9 Tf 40 500 Td (Some text) Tj ET";

/** What is said of a page to be unreadable, as a page and a reason each. */
async function unreadable(content: string, page: OnePage = {}): Promise<[page: number | undefined, reason: string][]> {
  const path = join(newFolder(), "page.pdf");
  writeFileSync(path, onePage(content, page));
  const { stdout } = await annex(["tables", path]);
  const { diagnostics } = JSON.parse(stdout) as TablesDocument;
  return diagnostics.flatMap((found) => (found.code === "page-unreadable" ? [[found.page, found.reason]] : []));
}

/** Fills an area with the pattern P. */
const FILLED = "q /Pattern cs /P scn 0 0 500 300 re f Q";

/** The pattern P, drawn by this content, which may use the form Fm that shows text. */
function patterned(content: string): OnePage {
  const drawing = "/BBox [0 0 842 595] /Resources << /Font << /F1 5 0 R >> /XObject << /Fm 7 0 R >> >>";
  return {
    resources: "/Pattern << /P 6 0 R >>",
    more: [
      { entries: `/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /XStep 842 /YStep 595 ${drawing}`, data: content },
      { entries: `/Type /XObject /Subtype /Form ${drawing.replace("/XObject << /Fm 7 0 R >>", "")}`, data: TEXT },
    ],
  };
}

describe("what pdf.js passes over", () => {
  test.each<[string, string, OnePage, [number | undefined, RegExp]]>([
    ["the rest of a page", `${TEXT} { ] ) > ${TEXT}`, {}, [1, /Illegal character/u]],
    ["a text that does not end", `${TEXT} (and all that follows ${TEXT}`, {}, [undefined, /Unterminated string/u]],
    ["a form that is none", `${TEXT} /Fm Do`, { resources: "/XObject << /Fm 6 0 R >>", more: ["(no form)"] }, [undefined, /XObject should be a stream/u]],
    ["a text in hexadecimal digits that does not end", `${TEXT} <00 and all that follows ${TEXT}`, {}, [undefined, /Unterminated hex string/u]],
    [
      "a form whose data cannot be inflated",
      `${TEXT} /Fm Do`,
      { resources: "/XObject << /Fm 6 0 R >>", more: [{ entries: "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Filter /FlateDecode", data: "no data" }] },
      [undefined, /flate stream/u],
    ],
    ["text behind a picture whose end is nowhere", `${TEXT} BI /W 9 /H 9 /BPC 8 /CS /G ID xxx ${TEXT}`, {}, [undefined, /EI marker/u]],
    ["text in no font", `BT 40 400 Td (More text) Tj ET ${TEXT}`, {}, [undefined, /Missing setFont/u]],
    ["text in a font that is nowhere", TEXT.replace("/F1", "/F9"), {}, [undefined, /Font "F9" is not available/u]],
    ["a font that is set without a size", `${TEXT.replace("9 Tf", "Tf")} ${TEXT}`, {}, [undefined, /Skipping command Tf/u]],
    ["text that is placed nowhere", TEXT.replace("40 500 Td", "500 Td"), {}, [undefined, /Skipping command Td/u]],
    [
      "what a font's map to characters says behind something that is none",
      "BT /C 9 Tf 40 500 Td <00410042> Tj ET",
      {
        resources: "/Font << /C 6 0 R >>",
        more: [
          "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /ToUnicode 8 0 R /DescendantFonts [7 0 R] >>",
          "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
          { data: "1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfchar <0041> <0061> endbfchar 1 beginbfrange <0042> 1 endbfrange" },
        ],
      },
      [undefined, /Invalid cMap data/u],
    ],
    ["a dictionary that has something for a key", `/P << 1 2 /A 3 >> BDC ${TEXT} EMC`, {}, [undefined, /Malformed dictionary/u]],
    [
      "a form with a filter that nobody knows",
      `${TEXT} /Fm Do`,
      { resources: "/XObject << /Fm 6 0 R >>", more: [{ entries: "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Filter /ZipDecode", data: "q Q" }] },
      [undefined, /Filter "ZipDecode" is not supported/u],
    ],
    ["a text that is shown by a misspelt operator", `${TEXT} BT /F1 9 Tf 40 400 Td (More) tj ET`, {}, [undefined, /Unknown command "tj"/u]],
    ["text that is open at the end", `${TEXT} BT /F1 9 Tf 40 400 Td (More) Tj`, {}, [1, /its content ends early/u]],
    ["text in a pattern", `${TEXT} ${FILLED} ${TEXT}`, patterned(TEXT), [1, /text in a pattern/u]],
    ["text in a form in a pattern", `${FILLED} ${TEXT}`, patterned("/Fm Do"), [1, /text in a pattern/u]],
    ["marked content that is open at the end", `/P BMC ${TEXT} /P BMC ${TEXT} EMC`, {}, [1, /its content ends early/u]],
  ])("is told: %s", async (_, content, page, [number, reason]) => {
    expect(await unreadable(content, page)).toEqual([[number, expect.stringMatching(reason)]]);
  });

  test.each<[string, string, OnePage?]>([
    ["a sound page", `/P BMC q ${TEXT} Q EMC`],
    ["a pattern without text", `${TEXT} ${FILLED}`, patterned("0 0 5 5 re f")],
    ["a pattern with text that nothing is filled with", `${TEXT} q /Pattern cs /P scn Q /Pattern cs /P scn 0 g 0 0 99 99 re f`, patterned(TEXT)],
    ["a pattern with text that fills nothing on the page", `${TEXT} /Pattern cs /P scn 900 0 99 99 re f`, patterned(TEXT)],
    ["states that are not restored", `q q ${TEXT}`],
    ["content that is closed twice", `${TEXT} ET EMC Q Q ${TEXT}`],
    ["a path that lacks operands", `${TEXT} 0 0 re S ${TEXT}`],
    ["a picture with its end", `${TEXT} BI /W 2 /H 2 /BPC 8 /CS /G ID abcd EI ${TEXT}`],
  ])("is nothing with %s", async (_, content, page) => {
    expect(await unreadable(content, page)).toEqual([]);
  });
});

test.each([
  "Warning: JpegImage.parse - reached the end of the image data without finding an EOI marker (0xFFD9).",
  "Warning: Found EOI marker (0xFFD9) while parsing scan data -- ignoring the rest of the image data.",
  'Warning: Empty "JBIG2Decode" stream.',
])("an image that is cut off is a complaint: %s", (line) => {
  expect(complaintIn(line)).toEqual({ page: undefined, reason: expect.any(String) as unknown });
});

test("an annotation that is left out is a complaint of its page", () => {
  const line = 'Warning: getOperatorList - ignoring annotation data during "GetOperatorList: page 1" task: "FormatError: Bad encoding in flate stream".';
  expect(complaintIn(line)).toEqual({ page: 2, reason: "FormatError: Bad encoding in flate stream" });
});

test("lines about other things are no complaints", () => {
  for (const line of [
    "Warning: TT: undefined function: 32",
    "Warning: Image exceeded maximum allowed size and was removed.",
    'Warning: Empty "FlateDecode" stream.',
    "Warning: Skipping command re: expected 4 args, but received 2 args.",
    'Warning: Filter "Crypt" is not supported.',
    'Warning: Unknown command "E-8".',
    'Warning: Unknown command "nan".',
    "Info: page=1 - getOperatorList: time=4ms, len=9",
  ]) {
    expect(complaintIn(line)).toBeUndefined();
  }
});
