import { describe, expect, test } from "vitest";
import type { Grey } from "../../src/ocr/raster.js";
import type { ReadLine } from "../../src/ocr/recogniser.js";
import { readingScans } from "../../src/ocr/scans.js";
import type { PdfFile } from "../../src/pdf/open.js";
import type { PdfPage, UnreadablePage } from "../../src/pdf/page.js";
import { UndecodedImage } from "../../src/pdf/pictures/images.js";
import type { PagePicture } from "../../src/pdf/pictures/pictures.js";
import { greyOf, inkIn, lettersAt } from "../support/drawnInk.js";
import { textAt } from "../support/glyphs.js";

const SIZE = { width: 180, height: 108 };

function page(number: number, glyphs: PdfPage["glyphs"] = []): PdfPage {
  return { number, ...SIZE, glyphs, doubled: 0, rulings: [], shapes: [], pictureArea: 0, damage: undefined };
}

/** A page of two words at 400 dots an inch. */
const PICTURE: PagePicture = (() => {
  const { width, height, data } = greyOf(inkIn(1000, 600, [...lettersAt(200, 100, 12), ...lettersAt(520, 100, 8)]));
  const rgb = Uint8Array.from([...data].flatMap((shade) => [shade, shade, shade]));
  return { ...SIZE, operators: 3, damage: undefined, images: [{ width, height, kind: "rgb", data: rgb, colour: "#000000", toPage: [SIZE.width, 0, 0, -SIZE.height, 0, SIZE.height] }] };
})();

const READ: ReadLine = {
  words: [
    { text: "recognised", confidence: 90, box: { x0: 20, y0: 20, x1: 304, y1: 40 } },
    { text: "wrods", confidence: 50.4, box: { x0: 420, y0: 20, x1: 608, y1: 40 } },
    { text: "more", confidence: 90, box: { x0: 640, y0: 20, x1: 740, y1: 40 } },
  ],
  baseline: 40,
  height: 28,
};

/** A line of which too many words are doubtful. */
const POOR: ReadLine = { ...READ, words: [...READ.words, ...READ.words.slice(1)] };

/** A PDF of these pages, its pictures and its recogniser, with what was asked of them. */
function fakes(pages: readonly (PdfPage | UnreadablePage)[], ofPage: (page: number) => Promise<PagePicture>, lineOf: (reading: number) => ReadLine = () => READ) {
  const log: string[] = [];
  const seen: Grey[] = [];
  const closer = (name: string) => (): Promise<void> => {
    log.push(`close ${name}`);
    return Promise.resolve();
  };
  const pdf: PdfFile = {
    bytes: 1,
    sha256: "",
    pages: pages.length,
    producer: null,
    isMended: false,
    // eslint-disable-next-line @typescript-eslint/require-await
    read: async function* () {
      yield* pages;
    },
    leftOut: () => [],
    close: closer("pdf"),
  };
  const scans = readingScans(pdf, {
    openPictures: () => {
      log.push("open pictures");
      return Promise.resolve({ ofPage, close: closer("pictures") });
    },
    dictionary: (word) => word !== "wrods",
    startRecogniser: () => {
      log.push("start recogniser");
      return Promise.resolve({
        read: (picture) => {
          seen.push(picture);
          return Promise.resolve([lineOf(seen.length)]);
        },
        close: closer("recogniser"),
      });
    },
  });
  return { scans, log, seen };
}

async function pagesOf(pdf: PdfFile): Promise<(PdfPage | UnreadablePage)[]> {
  const pages: (PdfPage | UnreadablePage)[] = [];
  for await (const read of pdf.read()) pages.push(read);
  await pdf.close();
  return pages;
}

describe("a PDF whose scans are read", () => {
  test("keeps the pages that have text or cannot be read, and starts nothing for them", async () => {
    const pages: (PdfPage | UnreadablePage)[] = [page(1, textAt("Text", 20, 40)), { number: 2, reason: { code: "library", words: "torn" } }];
    const { scans, log } = fakes(pages, () => Promise.reject(new Error("not asked for")));
    expect(await pagesOf(scans)).toEqual(pages);
    expect(log).toEqual(["close pdf"]);
  });

  test("has glyphs where its pictures show words, each with its confidence", async () => {
    const hidden = page(3, textAt("Text", 20, 40, { visibility: "unpainted" }));
    const { scans, log, seen } = fakes([page(1), page(2, textAt("Text", 20, 40)), hidden], () => Promise.resolve(PICTURE));
    const [first, second, third] = (await pagesOf(scans)) as PdfPage[];
    expect(first?.glyphs.map(({ text }) => text).join("")).toBe("recognised wrods more");
    expect(first?.glyphs.filter(({ text }) => text !== " ").map(({ confidence }) => confidence)).toEqual([...Array<number>(10).fill(90), ...Array<number>(5).fill(50.4), ...Array<number>(4).fill(90)]);
    // 200 pixels of 400 an inch.
    expect(first?.glyphs[0]?.x).toBeCloseTo(36, 1);
    expect(first?.glyphs[0]?.y).toBeCloseTo((120 * 72) / 400, 1);
    expect(first?.recognition).toMatchObject({ words: 3, confidence: 77, doubtful: [{ text: "wrods", confidence: 50 }], ignored: [], specks: 0, skew: 0 });
    expect(second?.recognition).toBeUndefined();
    expect(third?.recognition).toBeDefined();
    expect(seen).toHaveLength(2);
    expect(log).toEqual(["open pictures", "start recogniser", "close pdf", "close pictures", "close recogniser"]);
  });

  test("keeps the little text of its own that a scanned page has, such as a stamp", async () => {
    const stamp = textAt("Archive", 20, 90, { size: 6 });
    const { scans } = fakes([{ ...page(1, stamp), pictureArea: SIZE.width * SIZE.height }], () => Promise.resolve(PICTURE));
    const [read] = (await pagesOf(scans)) as PdfPage[];
    expect(read?.glyphs.map(({ text }) => text).join("")).toBe("recognised wrods moreArchive");
    expect(read?.glyphs.slice(-stamp.length)).toEqual(stamp);
    expect(read?.recognition?.ignored).toEqual([]);
  });

  test("says that a stamp is left out which lies on what was recognised: their letters would run into each other", async () => {
    const { scans } = fakes([{ ...page(1, textAt("A stamp", 60, 23, { size: 6 })), pictureArea: SIZE.width * SIZE.height }], () => Promise.resolve(PICTURE));
    const [read] = (await pagesOf(scans)) as PdfPage[];
    expect(read?.glyphs.map(({ text }) => text).join("")).toBe("recognised wrods more");
    expect(read?.recognition?.ignored).toEqual([{ text: "A stamp", box: expect.objectContaining({ x0: 60 }) as unknown }]);
  });

  test("turns a picture that stands on its head: nothing is legible before", async () => {
    const { scans, seen } = fakes([page(1)], () => Promise.resolve(PICTURE), (reading) => (reading === 1 ? POOR : READ));
    const [read] = (await pagesOf(scans)) as PdfPage[];
    const [first] = read?.glyphs ?? [];
    expect({ text: first?.text, angle: first?.angle, width: read?.width }).toEqual({ text: "r", angle: 180, width: SIZE.width });
    // 200 pixels of 400 an inch from the left of the turned picture, whose words stand at the right of it.
    expect(first?.x).toBeGreaterThan(SIZE.width / 2);
    expect(read?.recognition?.doubtful.map(({ text, box }) => [text, box.x1 < SIZE.width / 2])).toEqual([["wrods", true]]);
    expect(seen).toHaveLength(2);
  });

  test("leaves a page alone that is no picture: it is empty", async () => {
    const { scans, log } = fakes([page(1)], () => Promise.resolve({ ...SIZE, operators: 0, images: [], damage: undefined }));
    expect(await pagesOf(scans)).toEqual([page(1)]);
    expect(log).toEqual(["open pictures", "close pdf", "close pictures"]);
  });

  test("has no glyphs on a page of which too many words are doubtful: what was read there is not believed", async () => {
    const { scans } = fakes([page(1)], () => Promise.resolve(PICTURE), () => POOR);
    const [read] = (await pagesOf(scans)) as PdfPage[];
    expect(read?.glyphs).toEqual([]);
    expect(read?.recognition).toMatchObject({ words: 5, doubtful: [] });
  });

  test("says of a page that an image on it could be read in part only", async () => {
    const { scans } = fakes([page(1)], () => Promise.resolve({ ...PICTURE, damage: { code: "image-ends-early" } }));
    const [read] = (await pagesOf(scans)) as PdfPage[];
    expect(read?.damage).toEqual({ code: "image-ends-early" });
    expect(read?.recognition?.words).toBe(3);
  });

  test("names a page that the parser gave up, though it said nothing", async () => {
    const { scans } = fakes([{ ...page(1), operators: 3 }], () => Promise.resolve({ ...SIZE, operators: 0, images: [], damage: undefined }));
    expect(await pagesOf(scans)).toEqual([{ number: 1, reason: { code: "images-given-up" } }]);
  });

  test("names the pages whose pictures cannot be read, and reads the others", async () => {
    const { scans } = fakes([page(1), page(2)], (number) => (number === 1 ? Promise.reject(new UndecodedImage()) : Promise.resolve(PICTURE)));
    const [first, second] = await pagesOf(scans);
    expect(first).toEqual({ number: 1, reason: { code: "image-undecodable" } });
    expect(second).toHaveProperty("recognition");
  });
});
