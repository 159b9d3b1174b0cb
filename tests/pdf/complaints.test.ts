import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { TablesDocument } from "../../src/index.js";
import { complaintIn } from "../../src/pdf/complaints.js";
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
    ["text that is open at the end", `${TEXT} BT /F1 9 Tf 40 400 Td (More) Tj`, {}, [1, /its content ends early/u]],
    ["marked content that is open at the end", `/P BMC ${TEXT} /P BMC ${TEXT} EMC`, {}, [1, /its content ends early/u]],
  ])("is told: %s", async (_, content, page, [number, reason]) => {
    expect(await unreadable(content, page)).toEqual([[number, expect.stringMatching(reason)]]);
  });

  test.each<[string, string]>([
    ["a sound page", `/P BMC q ${TEXT} Q EMC`],
    ["operators that nobody knows", `${TEXT} foo 1 2 bar ${TEXT}`],
    ["states that are not restored", `q q ${TEXT}`],
    ["content that is closed twice", `${TEXT} ET EMC Q Q ${TEXT}`],
  ])("is nothing with %s", async (_, content) => {
    expect(await unreadable(content)).toEqual([]);
  });
});

test.each([
  "Warning: JpegImage.parse - reached the end of the image data without finding an EOI marker (0xFFD9).",
  "Warning: Found EOI marker (0xFFD9) while parsing scan data -- ignoring the rest of the image data.",
  'Warning: Empty "JBIG2Decode" stream.',
])("an image that is cut off is a complaint: %s", (line) => {
  expect(complaintIn(line)).toEqual({ page: undefined, reason: expect.any(String) as unknown });
});

test("lines about other things are no complaints", () => {
  for (const line of ["Warning: TT: undefined function: 32", "Warning: Image exceeded maximum allowed size and was removed.", 'Warning: Empty "FlateDecode" stream.', "Info: page=1 - getOperatorList: time=4ms, len=9"]) {
    expect(complaintIn(line)).toBeUndefined();
  }
});
