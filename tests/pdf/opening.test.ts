import { beforeAll, describe, expect, test } from "vitest";
import { AnnexError } from "../../src/index.js";
import { describeDamage } from "../../src/model/damage.js";
import { openPdf } from "../../src/pdf/open.js";
import { rawPdf } from "../support/rawPdf.js";
import { smallAnnex } from "../support/smallAnnex.js";

const PAGES = 3;
let annex: Uint8Array<ArrayBuffer>;
let locked: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  annex = await smallAnnex({ meetings: PAGES });
  locked = await smallAnnex({ meetings: PAGES, userPassword: "sesam" });
});

/** What a PDF says on each page that is wanted, when it was opened with the first of them in mind. */
async function textsOf(bytes: Uint8Array, { password, first, isWanted }: { password?: string; first?: number; isWanted?: (page: number) => boolean } = {}): Promise<string[]> {
  const pdf = await openPdf(Uint8Array.from(bytes), password, first);
  try {
    const texts: string[] = [];
    for await (const page of pdf.read(isWanted)) texts.push("reason" in page ? `page ${page.number}: ${describeDamage(page.reason)}` : page.glyphs.map(({ text }) => text).join(""));
    return texts;
  } finally {
    await pdf.close();
  }
}

/** Why a PDF cannot be opened. */
async function faultOf(bytes: Uint8Array, password?: string): Promise<unknown> {
  const error: unknown = await textsOf(bytes, password === undefined ? {} : { password }).catch((thrown: unknown) => thrown);
  return error instanceof AnnexError ? error.fault : error;
}

describe("the page that is asked for when a PDF opens", () => {
  test("is the same as when it is asked for later", async () => {
    const all = await textsOf(annex);
    expect(all).toHaveLength(PAGES);
    for (const [i, text] of all.entries()) {
      expect(await textsOf(annex, { first: i + 1, isWanted: (page) => page === i + 1 })).toEqual([text]);
      expect(await textsOf(annex, { first: i + 1 })).toEqual(all);
    }
  });

  test("may be one that nobody wants, or that there is not", async () => {
    const [, second] = await textsOf(annex);
    expect(await textsOf(annex, { first: 1, isWanted: (page) => page === 2 })).toEqual([second]);
    expect(await textsOf(annex, { first: 99, isWanted: (page) => page === 99 })).toEqual([]);
  });

  test("may be read by nobody: the PDF is closed while it is parsed", async () => {
    const pdf = await openPdf(Uint8Array.from(annex));
    await pdf.close();
    expect(pdf.pages).toBe(PAGES);
  });

  test("is told to be unreadable when it is read, and keeps no other from being read", async () => {
    const page = (content: number): string => `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents ${content} 0 R /Resources << /Font << /F1 7 0 R >> >> >>`;
    const torn = rawPdf([
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
      page(99),
      page(6),
      "null",
      { data: "BT /F1 9 Tf 9 9 Td (sound) Tj ET" },
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]);
    expect(await textsOf(torn)).toEqual([expect.stringMatching(/^page 1: /u), "sound"]);
  });

  test("is of the PDF that the password opens, and of none where it does not", async () => {
    expect(await faultOf(locked)).toEqual({ code: "password-needed" });
    expect(await faultOf(locked, "simsalabim")).toEqual({ code: "password-wrong" });
    expect(await textsOf(locked, { password: "sesam" })).toEqual(await textsOf(annex));
  });

  test("is none of a PDF without pages", async () => {
    const empty = rawPdf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"]);
    expect(await faultOf(empty)).toEqual({ code: "damaged", reason: { code: "no-pages" } });
  });
});
