import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { imageEndsOf } from "../../src/pdf/pictures/imageEnds.js";
import { type OnePage, type RawObject, onePage, rawPdf } from "../support/rawPdf.js";
import { SQUARES } from "../support/squares.js";

const SHOWN: OnePage = { resources: "/XObject << /Im 6 0 R >>" };

/** Whether an image is said to end early on a page that shows it. */
const endsEarly = (image: RawObject, content = "/Im Do", page = SHOWN): boolean | undefined => imageEndsOf(onePage(content, { ...page, more: [image, ...(page.more ?? [])] }))?.(3);

const GROUP_4 = SQUARES["CCITT Group 4"];
const JBIG2 = SQUARES["JBIG2, coded by arithmetic"];
const cutOff = ({ entries, data }: typeof JBIG2): typeof JBIG2 => ({ entries, data: data.subarray(0, -9) });

describe("an image that ends early", () => {
  test.each(["CCITT Group 4", "JBIG2, coded by arithmetic", "JBIG2, coded as Group 4"] as const)("is found wherever it is cut: %s", (name) => {
    const { entries, data } = SQUARES[name];
    expect(endsEarly({ entries, data })).toBe(false);
    expect(endsEarly({ entries, data: Buffer.concat([data, Buffer.from("\0\n")]) })).toBe(false);
    for (let length = 0; length < data.length; length++) expect([length, endsEarly({ entries, data: data.subarray(0, length) })]).toEqual([length, true]);
  });

  test("is found below other filters, in forms, and behind inline images", () => {
    const entries = JBIG2.entries.replace("/Filter /JBIG2Decode", "/Filter [/FlateDecode /JBIG2Decode] /DecodeParms [null null]");
    expect(endsEarly({ entries, data: deflateSync(JBIG2.data) })).toBe(false);
    expect(endsEarly({ entries, data: deflateSync(cutOff(JBIG2).data) })).toBe(true);
    const form = { entries: "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /Im 6 0 R /Fm 7 0 R >> >>", data: "/Fm Do /Im Do" };
    expect(endsEarly(cutOff(GROUP_4), "/Fm Do", { resources: "/XObject << /Fm 7 0 R >>", more: [form] })).toBe(true);
    expect(endsEarly(cutOff(GROUP_4), "BI /W 1 /H 1 /BPC 8 /CS /G ID x EI /Im Do")).toBe(true);
  });

  test("is none that is not shown, or whose end nothing marks", () => {
    expect(endsEarly(cutOff(JBIG2), "/Other Do")).toBe(false);
    expect(endsEarly({ ...cutOff(GROUP_4), entries: GROUP_4.entries.replace("/K -1", "/K -1 /EndOfBlock false") })).toBe(false);
    expect(endsEarly({ ...cutOff(GROUP_4), entries: GROUP_4.entries.replace("/K -1", "/K 0") })).toBe(false);
    expect(endsEarly({ entries: "/Subtype /Image", data: "" })).toBe(false);
  });

  test("is found by the resources that a page has from its tree", () => {
    const { entries, data } = cutOff(JBIG2);
    const pdf = rawPdf([
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 /Resources << /XObject << /Im 5 0 R >> >> >>",
      "<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>",
      { data: "/Im Do" },
      { entries, data },
    ]);
    expect(imageEndsOf(pdf)?.(3)).toBe(true);
    expect(imageEndsOf(pdf)?.(4)).toBe(false);
  });

  test("is not looked for in an encrypted PDF, or one that is out of order", () => {
    expect(imageEndsOf(rawPdf(["<< /Pages 2 0 R >>", "<< /Kids [] >>"], "/Encrypt 9 0 R"))).toBeUndefined();
    expect(imageEndsOf(Buffer.from("%PDF-1.7"))).toBeUndefined();
  });
});
