import { describe, expect, test } from "vitest";
import { OptionalContent } from "../../src/pdf/drawing/optionalContent.js";
import { type PlacedImage, UndecodedImage, imagesOf } from "../../src/pdf/pictures/images.js";
import { ImageKind, OPS } from "../../src/pdf/pdfjs/pdfjs.js";

type Step = readonly [operator: number, ...operands: unknown[]];

/** One pixel of three bytes, one of four, and eight of a bit. */
const RGB = { width: 1, height: 1, kind: ImageKind.RGB_24BPP, data: new Uint8Array([1, 2, 3]) };
const RGBA = { ...RGB, kind: ImageKind.RGBA_32BPP, data: new Uint8Array(4) };
const BITS = { width: 8, height: 1, kind: ImageKind.GRAYSCALE_1BPP, data: new Uint8Array(1) };

/** The images of a page whose foot is 100 points below its head; pdf.js has put `RGB` aside as "img", and the layer "off" is switched off. */
function images(...steps: readonly Step[]): Promise<PlacedImage[]> {
  return imagesOf(
    { fnArray: steps.map(([operator]) => operator), argsArray: steps.map(([, ...operands]) => operands) },
    {
      toShown: [1, 0, 0, -1, 0, 100],
      page: { x0: 0, y0: 0, x1: 100, y1: 100 },
      layers: new OptionalContent((group) => group !== "off"),
      objectOf: (id) => Promise.resolve(id === "img" ? RGB : null),
    },
  );
}

/** Where the images of a page stand: how wide and high, from the left and from the head. */
async function places(...steps: readonly Step[]): Promise<number[][]> {
  return (await images(...steps)).map(({ toPage: [a, , , d, e, f] }) => [a, -d, e, f]);
}

const show: Step = [OPS.paintImageXObject, "img"];
const scale = (by: number, x = 0, y = 0): Step => [OPS.transform, by, 0, 0, by, x, y];

describe("an image stands where", () => {
  test.each<[string, Step, Step]>([
    ["states are saved", [OPS.save], [OPS.restore]],
    ["groups are", [OPS.beginGroup, {}], [OPS.endGroup, {}]],
    ["forms are, which move it", [OPS.paintFormXObjectBegin, [2, 0, 0, 2, 5, 5], null], [OPS.paintFormXObjectEnd]],
  ])("the coordinates say, until those before come back: %s", async (_, begin, end) => {
    const by = begin[0] === OPS.paintFormXObjectBegin ? 2 : 1;
    const at = by === 2 ? 5 : 0;
    expect(await places(scale(10), begin, scale(3), show, end, show)).toEqual([[30 * by, 30 * by, 10 * at, 100 - 10 * at], [10, 10, 0, 100]]);
  });

  test("an annotation has it, whatever the page's coordinates are", async () => {
    const begin: Step = [OPS.beginAnnotation, "1R", [0, 0, 9, 9], [1, 0, 0, 1, 7, 8], [2, 0, 0, 2, 0, 0], false];
    expect(await places(scale(10), begin, show, [OPS.endAnnotation], show)).toEqual([[2, 2, 7, 92], [10, 10, 0, 100]]);
  });

  test("it is repeated, or put together with others", async () => {
    expect(await places([OPS.paintImageXObjectRepeat, "img", 2, 3, new Float32Array([10, 20, 30, 40])])).toEqual([[2, 3, 10, 80], [2, 3, 30, 60]]);
    expect(await places([OPS.paintImageMaskXObjectRepeat, BITS, 2, 0, 0, 3, new Float32Array([10, 20, 30, 40])])).toEqual([[2, 3, 10, 80], [2, 3, 30, 60]]);
    expect(await places([OPS.paintImageMaskXObjectGroup, [{ ...BITS, transform: [2, 0, 0, 3, 10, 20] }, { ...BITS, transform: [1, 0, 0, 1, 0, 0] }]])).toEqual([[2, 3, 10, 80], [1, 1, 0, 100]]);
  });
});

describe("an image is", () => {
  const kindsOf = async (...steps: readonly Step[]): Promise<[string, string | undefined][]> => (await images(...steps)).map(({ kind, colour }) => [kind, colour]);

  test("of bits, of three bytes, of four, or a stencil for the colour that is set", async () => {
    expect(await kindsOf(show, [OPS.paintInlineImageXObject, RGBA], [OPS.paintInlineImageXObject, BITS])).toEqual([["rgb", "#000000"], ["rgba", "#000000"], ["bits", "#000000"]]);
    const red: Step = [OPS.setFillRGBColor, "#ff0000"];
    const pattern: Step = [OPS.setFillColorN, "p1"];
    const stencil: Step = [OPS.paintImageMaskXObject, BITS];
    expect(await kindsOf([OPS.save], red, stencil, pattern, [OPS.paintSolidColorImageMask], [OPS.restore], stencil)).toEqual([["stencil", "#ff0000"], ["stencil", undefined], ["stencil", "#000000"]]);
    expect(await kindsOf([OPS.paintImageXObjectRepeat, "img", 1, 1, [0, 0]], [OPS.paintImageMaskXObjectRepeat, BITS, 1, 0, 0, 1, [0, 0]], [OPS.paintImageMaskXObjectGroup, [BITS]])).toEqual([
      ["rgb", "#000000"],
      ["stencil", "#000000"],
      ["stencil", "#000000"],
    ]);
  });

  test("cut out of the sheet that it is put together on", async () => {
    const sheet = { width: 2, height: 2, kind: ImageKind.RGBA_32BPP, data: Uint8Array.from({ length: 16 }, (_, i) => i) };
    const [image] = await images([OPS.paintInlineImageXObjectGroup, sheet, [{ x: 1, y: 0, w: 1, h: 2, transform: [4, 0, 0, 5, 6, 7] }]]);
    expect(image).toMatchObject({ width: 1, height: 2, kind: "rgba", toPage: [4, 0, 0, -5, 6, 93] });
    expect([...(image?.data ?? [])]).toEqual([4, 5, 6, 7, 12, 13, 14, 15]);
  });

  test("not there in a layer that is switched off, also within others", async () => {
    const [on, off, mark, end]: Step[] = [[OPS.beginMarkedContentProps, "OC", "on"], [OPS.beginMarkedContentProps, "OC", "off"], [OPS.beginMarkedContent, "P"], [OPS.endMarkedContent]];
    expect(await places(on!, show, off!, mark!, show, end!, show, end!, show, end!, [OPS.beginMarkedContentProps, "P", "off"], show, end!)).toHaveLength(3);
  });

  test("lost where it cannot be decoded", async () => {
    await expect(images([OPS.paintImageXObject, "other"])).rejects.toThrow(UndecodedImage);
  });
});
