import { describe, expect, test } from "vitest";
import { layOut } from "../../src/layout/pageLayout.js";
import { type QuarterTurns, opposite } from "../../src/layout/upright.js";
import { likelyTurns, turnedPage, turnedPicture } from "../../src/ocr/turns.js";
import type { PixelBox } from "../../src/ocr/raster.js";
import type { PagePicture } from "../../src/pdf/pictures/pictures.js";
import { boxAt, inkIn } from "../support/drawnInk.js";
import { textAt } from "../support/glyphs.js";

/** A page of 400 by 300 points at 100 dots an inch, with this ink. */
function pictureOf(boxes: readonly PixelBox[]): PagePicture {
  const [width, height] = [556, 417];
  const { data } = inkIn(width, height, boxes);
  const rgb = Uint8Array.from([...data].flatMap((ink) => Array.from({ length: 3 }, () => (ink === 1 ? 0 : 255))));
  const points = { width: (width * 72) / 100, height: (height * 72) / 100 };
  return { ...points, operators: 1, damage: undefined, images: [{ width, height, kind: "rgb", data: rgb, colour: "#000000", toPage: [points.width, 0, 0, -points.height, 0, points.height] }] };
}

/** Lines of letters of 6 pixels; every third reaches 3 higher, every ninth 3 lower. */
const LINES = Array.from({ length: 12 }, (_, line) =>
  Array.from({ length: 40 }, (_letter, i) => {
    const above = i % 3 === 0 ? 3 : 0;
    const below = i % 9 === 4 ? 3 : 0;
    return boxAt(40 + 10 * i + 7 * (line % 2), 40 + 25 * line - above, 6, 6 + above + below);
  }),
).flat();

const UPRIGHT = pictureOf(LINES);

describe("the direction of the text in a picture", () => {
  test.each<QuarterTurns>([0, 1, 2, 3])("is known by its lines and its letters: turned by %i quarters", (turns) => {
    const [likeliest, ...others] = likelyTurns(turnedPicture(UPRIGHT, turns));
    expect(likeliest).toBe(turns);
    expect(turns === 0 || others.includes(0)).toBe(true);
  });

  test("is taken to be that of the page where nothing tells", () => {
    expect(likelyTurns(pictureOf([]))).toEqual([0, 2]);
    const rules = [50, 150, 250, 350].map((x) => boxAt(x, 20, 2, 380));
    expect(likelyTurns(pictureOf([...rules, boxAt(60, 60, 6, 6)]))).toEqual([0, 2]);
  });
});

test("what was recognised on a turned page stands where the page shows it", () => {
  const glyphs = textAt("Text", 20, 40);
  const recognition = { words: 1, confidence: 90, doubtful: [{ text: "Text", box: { x0: 20, y0: 30, x1: 40, y1: 42 } }], ignored: [], specks: 0, skew: 0 };
  const rulings = [{ axis: "horizontal" as const, box: { x0: 0, y0: 50, x1: 300, y1: 51 }, visible: true }];
  const page = { number: 1, width: 300, height: 400, glyphs, doubled: 0, rulings, shapes: [], pictureArea: 120_000, damage: undefined, recognition };
  const down = turnedPage(page, 1);
  expect([down.width, down.height]).toEqual([400, 300]);
  expect(down.glyphs[0]).toMatchObject({ text: "T", x: 360, y: 20, angle: 90 });
  expect(down.rulings).toEqual([{ axis: "vertical", box: { x0: 349, y0: 0, x1: 350, y1: 300 }, visible: true }]);
  expect(down.recognition?.doubtful).toEqual([{ text: "Text", box: { x0: 358, y0: 20, x1: 370, y1: 40 } }]);
  const upright = layOut({ ...down, recognition: { ...recognition, ...down.recognition, skew: 90 } });
  expect(upright.words.map(({ text, box: { x0, x1 } }) => [text, x0, x1])).toEqual([["Text", 20, 40]]);
  expect(upright.recognition?.doubtful).toEqual(recognition.doubtful);
  // Turned back to the page as shown, and then about its middle, as far as it lies askew.
  expect(upright.toShown({ x0: 0, y0: 0, x1: 10, y1: 20 })).toEqual({ x0: expect.closeTo(340, 9) as unknown, y0: expect.closeTo(330, 9) as unknown, x1: expect.closeTo(350, 9) as unknown, y1: expect.closeTo(350, 9) as unknown });
  for (const turns of [0, 1, 2, 3] as const) expect(turnedPage(turnedPage(page, turns), opposite(turns))).toEqual(page);
});
