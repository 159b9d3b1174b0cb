import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type AnnexDocument, ITEM_COLUMNS, type Item } from "../../src/model/annex.js";
import { annex, fixture, newFolder } from "../support/annex.js";
import { greyPng, picturesPdf } from "../support/pictures.js";
import { shortScan } from "../support/shortScan.js";
import { smallAnnex } from "../support/smallAnnex.js";

/** The first page of annex-2019.pdf, scanned: 300 dots an inch, black and white, askew by half a degree (`bench/makeScan.mjs`). */
const SCAN = fixture("annex-2019-scan.pdf");

const HIDER = new URL("../support/hidePackage.js", import.meta.url).href;

function all(items: readonly Item[]): Item[] {
  return items.flatMap((item) => [item, ...all(item.children ?? [])]);
}

function itemsOf({ meetings }: AnnexDocument): Item[] {
  return meetings.flatMap((meeting) => ITEM_COLUMNS.flatMap((column) => all(meeting[column])));
}

/** The items on the first page, but for the one that goes on behind it. */
function onFirstPage(items: readonly Item[]): Item[] {
  return items.filter(({ pages }) => pages.length === 1 && pages[0] === 1);
}

function plain({ marker, number, text }: Item): unknown {
  return { marker, number, text };
}

describe("a scanned page", () => {
  let first: Awaited<ReturnType<typeof annex>>;

  beforeAll(async () => {
    first = await annex(["extract", SCAN, "--ocr"]);
  });

  test("gives the items of the printed one, each marked and in its place", async () => {
    expect({ code: first.code, stderr: first.stderr }).toEqual({ code: 0, stderr: "" });
    const scanned = JSON.parse(first.stdout) as AnnexDocument;
    const printed = JSON.parse((await annex(["extract", fixture("annex-2019.pdf")])).stdout) as AnnexDocument;

    const [truth, read] = [onFirstPage(itemsOf(printed)), onFirstPage(itemsOf(scanned))];
    expect(read.slice(0, truth.length).map(plain)).toEqual(truth.map(plain));
    for (const [i, item] of truth.entries()) {
      expect(read[i]?.ocr?.confidence).toBeGreaterThan(0);
      // A scanned line is as near as the page lay askew.
      for (const [k, edge] of (item.spans[0]?.bbox ?? []).entries()) expect(Math.abs((read[i]?.spans[0]?.bbox[k] ?? 0) - edge)).toBeLessThan(8);
    }
    expect(scanned.meetings[0]).toMatchObject({ number: 8, city: "Sofia", country: "Bulgaria", start: "2018-03-01", end: "2018-03-02" });
    expect(scanned.diagnostics[0]).toMatchObject({ code: "ocr-page", severity: "info", page: 1 });
    expect(printed.diagnostics.filter(({ code }) => code.startsWith("ocr-"))).toEqual([]);
    expect(itemsOf(printed).filter(({ ocr }) => ocr !== undefined)).toEqual([]);
  });

  test("is read alike on its side", async () => {
    const folder = newFolder();
    const [json, sideways] = [join(folder, "scan.json"), join(folder, "sideways.pdf")];
    writeFileSync(sideways, readFileSync(SCAN, "latin1").replace("/MediaBox", "/Rotate 90 /MediaBox"), "latin1");
    writeFileSync(json, first.stdout);
    expect(await annex(["diff", json, sideways, "--ocr"])).toMatchObject({ code: 0, stderr: "" });
    expect((await annex(["validate", json])).code).toBe(0);
  });

  test("is read by check and inspect, too; and by extract to the same bytes each time", async () => {
    const path = join(newFolder(), "short.pdf");
    writeFileSync(path, shortScan(2));
    const checked = await annex(["check", path, "--ocr", "--format", "json"]);
    expect(checked.stdout).toContain('"ocr-page"');
    const inspected = await annex(["inspect", path, "--ocr"]);
    expect(inspected).toMatchObject({ code: 0, stderr: "" });
    expect(inspected.stdout).toContain("Strengthen the city-to-city cooperation");
    const extracted = await annex(["extract", path, "--ocr"]);
    expect(extracted).toMatchObject({ code: 0, stderr: "" });
    expect(extracted.stdout).toContain("Strengthen the city-to-city cooperation");
    const again = await annex(["extract", path, "--ocr"], { env: { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8" } });
    expect(again.stdout).toBe(extracted.stdout);
  });

  test("has text of its own and pictures: the text is kept, and only the picture recognised", async () => {
    const path = join(newFolder(), "mixed.pdf");
    writeFileSync(path, await smallAnnex({ meetings: 2, lastPage: specks(400, 0) }));
    const { code, stdout } = await annex(["extract", path, "--ocr"]);
    const document = JSON.parse(stdout) as AnnexDocument;
    expect({ code, meetings: document.meetings.length }).toEqual({ code: 0, meetings: 2 });
    expect(document.diagnostics.filter(({ code: known }) => known.startsWith("ocr-"))).toEqual([expect.objectContaining({ code: "ocr-page", words: 0, page: 3 })]);
    expect(itemsOf(document).filter(({ ocr }) => ocr !== undefined)).toEqual([]);
  });
});

describe("a picture of dust", () => {
  test("has no text, and no word is invented: it is said that there is none", async () => {
    const path = join(newFolder(), "dust.pdf");
    writeFileSync(path, await picturesPdf([{ picture: specks(450, 175), width: 298, height: 421 }]));
    expect(await annex(["extract", path, "--ocr"])).toMatchObject({
      code: 2,
      stdout: "",
      stderr: `annex: ${path}: no legible text in the pictures on its page\nScan it again, at 300 dpi or more.\n`,
    });
  });

  test("behind pages of text makes no items of its own", async () => {
    const path = join(newFolder(), "dusty.pdf");
    writeFileSync(path, await smallAnnex({ meetings: 2, lastPage: specks(900, 700) }));
    const { stdout } = await annex(["extract", path, "--ocr"]);
    const dusty = JSON.parse(stdout) as AnnexDocument;
    expect(itemsOf(dusty).filter(({ ocr }) => ocr !== undefined)).toEqual([]);
    expect(dusty.diagnostics).toContainEqual(expect.objectContaining({ code: "ocr-specks", page: 3 }));
  });
});

describe("--ocr", () => {
  test.each(["tesseract.js", "@tesseract.js-data/eng"])("says how to come by its packages where an install left %s out", async (name) => {
    const { code, stdout, stderr } = await annex(["extract", SCAN, "--ocr"], { node: ["--import", HIDER], env: { HIDDEN_PACKAGE: name } });
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: "",
      stderr:
        "annex: --ocr needs tesseract.js and @tesseract.js-data/eng, left out of this install\nAdd what is missing: npm install tesseract.js @tesseract.js-data/eng\n",
    });
  });

  test("gives a page up after --timeout, and its threads with it", async () => {
    expect(await annex(["extract", SCAN, "--ocr", "--timeout", "1"])).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("not read within 1 s") as string });
  });

  test("refuses an image that is larger than any page, before it is decoded", async () => {
    const path = join(newFolder(), "bomb.pdf");
    const scan = readFileSync(SCAN).toString("latin1");
    // Of the same length, so that the table of objects still holds.
    writeFileSync(path, scan.replace(/\/Width \d{4} \/Height \d{4}/u, "/Width 9999 /Height 9999"), "latin1");
    expect(await annex(["extract", path, "--ocr"])).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("on page 1: an image on it is too large") as string });
  });
});

/** A picture of so many pixels a side with specks of 1 to 4 pixels, and here and there one as large as a letter, as PNG. */
function specks(side: number, count: number): Uint8Array {
  const data = new Uint8Array(side * side).fill(255);
  let state = 7;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % below;
  };
  for (let i = 0; i < count; i++) {
    const [width, height] = i % 40 === 0 ? [5 + next(6), 5 + next(6)] : [1 + next(3), 1 + next(3)];
    const [x, y] = [next(side - 12), next(side - 12)];
    for (let row = y; row < y + height; row++) data.fill(next(80), row * side + x, row * side + x + width);
  }
  return greyPng(side, side, data);
}
