import { describe, expect, test } from "vitest";
import { layOut } from "../../src/layout/pageLayout.js";
import type { Unread } from "../../src/layout/unread.js";
import type { PdfPage } from "../../src/pdf/page.js";
import { firstPageOf } from "../support/drawnPage.js";
import { type RawObject, onePage } from "../support/rawPdf.js";

/** A picture of a thousand by a thousand dots, whose data says nothing: nobody may decode it. */
const PICTURE: RawObject = { entries: "/Type /XObject /Subtype /Image /Width 1000 /Height 1000 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /DCTDecode", data: "no picture" };
/** A form that draws the picture over the unit square. */
const FORM: RawObject = { entries: "/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << /XObject << /Im 6 0 R >> >>", data: "/Im Do" };
/** One dot: a plain colour. */
const DOT: RawObject = { entries: "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray", data: "\u00ff" };
const TILES: RawObject = {
  entries: "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 842 595] /XStep 842 /YStep 595 /Resources << /XObject << /Im 6 0 R >> >>",
  data: "842 0 0 595 0 0 cm /Im Do",
};

/** What the operators draw on a page of 842 by 595 points. */
function drawn(operators: string): Promise<PdfPage> {
  return firstPageOf(
    onePage(operators, {
      resources: "/XObject << /Im 6 0 R /Fm 7 0 R /Dot 8 0 R >> /Pattern << /Tiles 9 0 R >> /Shading << /Sh << /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 842 0] /Function << /FunctionType 2 /Domain [0 1] /C0 [0] /C1 [0.5] /N 1 >> >> >>",
      more: [PICTURE, FORM, DOT, TILES],
    }),
  );
}

describe("white text", () => {
  const WHITE = "1 g BT /F1 10 Tf 1 0 0 1 50 50 Tm (word) Tj ET";
  const seen = async (operators: string): Promise<string[]> => [...new Set((await drawn(operators)).glyphs.map(({ visibility }) => visibility))];

  test.each<[string, string]>([
    ["a picture", "q 400 0 0 300 20 20 cm /Im Do Q"],
    ["a pattern", "/Pattern cs /Tiles scn 20 20 400 300 re f"],
    ["a shading", "q 20 20 400 300 re W n /Sh sh Q"],
  ])("can be seen on %s, whose colour nobody tells, and not beside it", async (_, background) => {
    expect(await seen(`${background} ${WHITE}`)).toEqual(["visible"]);
    expect(await seen(`${background} ${WHITE.replace("50 50 Tm", "500 400 Tm")}`)).toEqual(["same-colour"]);
  });

  test("cannot be seen where paper is painted over the picture", async () => {
    expect(await seen(`q 400 0 0 300 20 20 cm /Im Do Q 1 g 30 30 200 100 re f ${WHITE}`)).toEqual(["same-colour"]);
  });
});

/** What the operators show instead of text. */
async function shown(operators: string): Promise<Unread | "nothing" | undefined> {
  return layOut(await drawn(operators)).insteadOfText;
}

const INLINE = "BI /W 100 /H 100 /BPC 8 /CS /G /F /Fl ID no picture EI";
const word = (y: number): string => `BT /F1 10 Tf 1 0 0 1 400 ${y} Tm (word) Tj ET`;

describe("the area of pictures", () => {
  test.each<[string, string, number]>([
    ["of one in a state of its own", "q 400 0 0 300 20 20 cm /Im Do Q", 400 * 300],
    ["of one to the end of the page", "400 0 0 300 20 20 cm /Im Do", 400 * 300],
    ["of one that is moved first and scaled then", "q 1 0 0 1 20 20 cm 400 0 0 300 0 0 cm /Im Do Q", 400 * 300 + 1],
    ["of one that is turned", "q 0 300 -400 0 420 20 cm /Im Do Q", 400 * 300],
    ["of one in a form", "q 400 0 0 300 20 20 cm /Fm Do Q", 400 * 300],
    ["of strips", "q 400 0 0 10 20 20 cm /Im Do Q q 400 0 0 10 20 30 cm /Im Do Q q 400 0 0 10 20 40 cm /Im Do Q", 400 * 30],
    ["of one that is written in the content", `q 400 0 0 300 20 20 cm ${INLINE} Q`, 400 * 300],
    ["of a tile that is painted with", "/Pattern cs /Tiles scn 20 20 400 300 re f", 400 * 300],
    ["but of what a clip lets through", "q 20 20 100 100 re W n 400 0 0 300 20 20 cm /Im Do Q", 100 * 100],
    ["but of what lies on the page", "q 842 0 0 595 421 0 cm /Im Do Q", 421 * 595],
  ])("is that %s", async (_, operators, area) => {
    expect((await drawn(operators)).pictureArea).toBeCloseTo(area, 0);
  });

  test.each<[string, string]>([
    ["a path in scaled coordinates", "q 842 0 0 595 0 0 cm 0 0 1 1 re f Q"],
    ["text in scaled coordinates", "q 842 0 0 595 0 0 cm BT /F1 0.1 Tf 0.1 0.1 Td (word) Tj ET Q"],
    ["a picture of one dot", "q 842 0 0 595 0 0 cm /Dot Do Q"],
    ["a state that is saved and restored", "q Q q q Q Q"],
  ])("is none with %s", async (_, operators) => {
    expect((await drawn(operators)).pictureArea).toBeLessThan(2);
  });
});

describe("a picture as small as a bullet", () => {
  const TEXT = "BT /F1 10 Tf 1 0 0 1 62 300 Tm (first) Tj 1 0 0 1 62 280 Tm (second) Tj ET";

  test.each<[string, string]>([
    ["an image", "q 4 0 0 4 50 301 cm /Im Do Q"],
    ["an image that is moved first and scaled then", "q 1 0 0 1 50 301 cm 4 0 0 4 0 0 cm /Im Do Q"],
    ["one that is written in the content", `q 4 0 0 4 50 301 cm ${INLINE} Q`],
  ])("is a bullet of the text behind it: %s", async (_, operators) => {
    const { words } = layOut(await drawn(`${operators} ${TEXT}`));
    expect(words.filter((word) => word.text === "•").map((word) => [word.box.x0, word.baseline])).toEqual([[50, 295]]);
  });

  test.each<[string, string]>([
    ["coordinates that are only moved", "q 1 0 0 1 50 303 cm Q"],
    ["an emblem", "q 40 0 0 40 10 301 cm /Im Do Q"],
    ["a thin line", "q 4 0 0 0.5 50 303 cm /Im Do Q"],
  ])("is none: %s", async (_, operators) => {
    const { words } = layOut(await drawn(`${operators} ${TEXT}`));
    expect(words.map((word) => word.text)).toEqual(["first", "second"]);
  });
});

describe("a page without text", () => {
  const letters = Array.from({ length: 40 }, (_, i) => `${50 + 8 * i} 300 m ${54 + 8 * i} 308 l ${56 + 8 * i} 300 l h f`).join("\n");
  const dots = Array.from({ length: 200 }, (_, i) => `${50 + 3 * i} 300 1 1 re f`).join("\n");

  test.each<[string, string, Unread | "nothing" | undefined]>([
    ["a scan", "q 842 0 0 595 0 0 cm /Im Do Q", "picture"],
    ["a scan that was stamped with the number of its page", `q 842 0 0 595 0 0 cm /Im Do Q ${word(20)}`, "picture"],
    ["letters drawn as outlines", letters, "outlines"],
    ["letters drawn as outlines, and a running header", `${letters} ${word(570)}`, "outlines"],
    ["nothing", "", "nothing"],
    ["the frame of a table", "20 20 800 500 re S 400 20 m 400 520 l S", "nothing"],
    ["a dotted line", dots, "nothing"],
    ["an emblem", "q 80 0 0 80 380 480 cm /Im Do Q", "nothing"],
    ["a scan that an archive stamped in its middle", `q 842 0 0 595 0 0 cm /Im Do Q ${word(300)} ${word(288)}`, "picture"],
    ["a picture under text", `q 842 0 0 595 0 0 cm /Im Do Q ${Array.from({ length: 50 }, (_, i) => word(50 + 10 * i)).join(" ")}`, undefined],
    ["a picture beside a word", `q 600 0 0 500 20 20 cm /Im Do Q ${word(300)}`, undefined],
    ["the number of the page alone", word(20), undefined],
  ])("is told by what it shows: %s", async (_, operators, what) => {
    expect(await shown(operators)).toBe(what);
  });
});
