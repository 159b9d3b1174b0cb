import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { Damage } from "../../src/model/damage.js";
import { openPdf } from "../../src/pdf/open.js";
import { pageTreeOf } from "../../src/pdf/objects/pageTree.js";
import { firstPageOf } from "../support/drawnPage.js";
import { type RawObject, rawPdf } from "../support/rawPdf.js";

const page = (content: string): string => `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Contents ${content} /Resources << /Font << /F1 11 0 R >> >> >>`;
const showing = (text: string): RawObject => ({ data: `BT /F1 9 Tf 40 500 Td (${text}) Tj ET`, deflate: true });

/** A PDF with this root of its tree of pages. Objects 3 to 6 are the pages A to D, 7 to 10 their contents, 12 and what follows whatever else. */
function pdfWith(root: string, ...more: RawObject[]): Uint8Array<ArrayBuffer> {
  const pages = [7, 8, 9, 10].map((content) => page(`${content} 0 R`));
  const contents = ["A", "B", "C", "D"].map(showing);
  return rawPdf(["<< /Type /Catalog /Pages 2 0 R >>", `<< /Type /Pages ${root} >>`, ...pages, ...contents, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", ...more]);
}

/** The texts of the pages that are read, "!" for those that cannot be, and what is said to be left out. */
async function read(bytes: Uint8Array<ArrayBuffer>, isWanted?: (number: number) => boolean): Promise<{ texts: string; leftOut: readonly Damage[] }> {
  const pdf = await openPdf(bytes);
  try {
    const texts: string[] = [];
    for await (const found of pdf.read(isWanted)) texts.push("reason" in found ? "!" : found.glyphs.map(({ text }) => text).join(""));
    return { texts: texts.join(""), leftOut: pdf.leftOut() };
  } finally {
    await pdf.close();
  }
}

const notFound = (count: number): Damage[] => [{ code: "pages-not-found", count }];
const ALL = "/Kids [3 0 R 4 0 R 5 0 R 6 0 R]";

describe("pages that pdf.js does not find", () => {
  test.each<[string, string, string[], string, readonly Damage[]]>([
    ["none", `${ALL} /Count 4`, [], "ABCD", []],
    ["a count that is too low", `${ALL} /Count 2`, [], "AB", notFound(2)],
    ["a count of one", `${ALL} /Count 1`, [], "A", notFound(3)],
    ["none behind a count that is too high", `${ALL} /Count 9`, [], "ABCD", []],
    ["none where one stands twice", "/Kids [3 0 R 4 0 R 4 0 R 5 0 R 6 0 R] /Count 5", [], "ABBCD", []],
    ["none where one is no object of its own", `/Kids [${page("7 0 R")} 4 0 R] /Count 2`, [], "AB", []],
    ["those behind one that is nowhere", "/Kids [3 0 R 99 0 R 5 0 R 6 0 R] /Count 4", [], "A!", notFound(2)],
    ["a part's count that is too low", "/Kids [12 0 R 13 0 R] /Count 3", ["<< /Kids [3 0 R 4 0 R] /Count 1 >>", "<< /Kids [5 0 R 6 0 R] /Count 2 >>"], "ACD", notFound(1)],
    ["a part's count that is too high", "/Kids [12 0 R 13 0 R] /Count 4", ["<< /Kids [3 0 R 4 0 R] /Count 3 >>", "<< /Kids [5 0 R 6 0 R] /Count 2 >>"], "ABCC", notFound(1)],
    ["none in a tree that is its own part", "/Kids [3 0 R 12 0 R 4 0 R] /Count 3", ["<< /Kids [12 0 R 5 0 R] /Count 1 >>"], "A!B", []],
  ])("are told: %s", async (_, root, more, texts, leftOut) => {
    expect(await read(pdfWith(root, ...more))).toEqual({ texts, leftOut });
  });

  test("are no pages that nobody wanted", async () => {
    expect(await read(pdfWith(`${ALL} /Count 4`), (number) => number === 2)).toEqual({ texts: "B", leftOut: [] });
    expect(await read(pdfWith(`${ALL} /Count 3`), (number) => number === 2)).toEqual({ texts: "B", leftOut: notFound(1) });
  });
});

test.each(["annex-2019.pdf", "annex-2019-chromium.pdf", "annex-2019-unruled.pdf", "annex-2016.pdf"])("the tree of pages of %s can be followed, and nothing is missing", async (name) => {
  const bytes = new Uint8Array(readFileSync(join("fixtures", name)));
  expect(pageTreeOf(bytes, true)).toBeDefined();
  expect((await read(bytes)).leftOut).toEqual([]);
});

describe("a page lacks its content", () => {
  const PICTURE = { entries: "/Filter /JPXDecode", data: "" };
  const DEFLATED_PICTURE = { entries: "/Filter [/FlateDecode /DCTDecode]", data: "" };

  test.each<[string, boolean]>([
    ["/Type /Page /Contents 7 0 R", false],
    ["/Type /Page /Contents [7 0 R null 8 0 R]", false],
    ["/Type /Page", false],
    ["/Type /Template", false],
    ["/Contents 7 0 R", false],
    ["", false],
    ["/Type /Page /Contents 99 0 R", true],
    ["/Type /Page /Contents [7 0 R 99 0 R]", true],
    ["/Type /Page /Contents [11 0 R 7 0 R]", true],
    ["/Type /Page /Contents (7)", true],
    ["/Type /Page /Contents 13 0 R", true],
    ["/Type /Page /Contents [7 0 R 14 0 R]", true],
    ["/Type /Font", true],
  ])("%s: %s", (entries, lacks) => {
    const tree = pageTreeOf(pdfWith("/Kids [12 0 R 4 0 R] /Count 2", `<< ${entries} >>`, PICTURE, DEFLATED_PICTURE), true);
    expect(tree?.damageOf(12)).toEqual(lacks ? { code: "content-missing" } : undefined);
    expect(tree?.damageOf(4)).toBeUndefined();
  });
});

test("a page has content that its filter cannot read, in one of its parts", () => {
  const parts = [{ entries: "/Filter /AHx", data: "20 20>" }, { entries: "/Filter /AHx", data: "20 2x>" }];
  const tree = pageTreeOf(pdfWith("/Kids [12 0 R 3 0 R] /Count 2", "<< /Type /Page /Contents [13 0 R 14 0 R] >>", ...parts), true);
  expect(tree?.damageOf(12)).toEqual({ code: "content-undecodable", filter: "AHx" });
  expect(tree?.damageOf(3)).toBeUndefined();
});

test("a letter of a page that became another one is told by its checksum where nobody else hears of it", async () => {
  const text = "BT /F1 9 Tf 40 500 Td (A) Tj ET";
  const changed = Buffer.from(deflateSync(text, { level: 0 }).toString("latin1").replace("(A)", "(E)"), "latin1");
  const bytes = pdfWith("/Kids [12 0 R 4 0 R] /Count 2", page("13 0 R"), { entries: "/Filter /FlateDecode", data: changed });
  expect(pageTreeOf(bytes, true)?.damageOf(12)).toBeUndefined();
  expect(pageTreeOf(bytes, false)?.damageOf(12)).toEqual({ code: "content-undecodable", filter: "FlateDecode" });
  expect((await firstPageOf(bytes)).damage).toEqual({ code: "content-undecodable", filter: "FlateDecode" });
});

test("content that is said to stand at the first byte, where the header is, is nowhere", async () => {
  const text = Buffer.from(pdfWith(`${ALL} /Count 4`)).toString("latin1");
  let entries = 0;
  const bytes = Buffer.from(text.replace(/\d{10} 00000 n /gu, (entry) => (++entries === 8 ? "0000000000 00000 n " : entry)), "latin1");
  expect(await read(new Uint8Array(bytes))).toEqual({ texts: "A!CD", leftOut: [] });
});

test("where cross-references lead elsewhere, nothing is said of the tree of pages: pdf.js mends them", async () => {
  const bytes = pdfWith(`${ALL} /Count 4`);
  const shifted = Uint8Array.from(Buffer.from(Buffer.from(bytes).toString("latin1").replace("%PDF-1.7\n", "%PDF-1.7\n%a line more\n"), "latin1"));
  expect(pageTreeOf(shifted, true)).toBeUndefined();
  expect(await read(shifted)).toEqual({ texts: "ABCD", leftOut: [] });
});
