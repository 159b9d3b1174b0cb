import { expect, test } from "vitest";
import { identity } from "../../src/geometry/matrix.js";
import { paintImages } from "../../src/ocr/paint.js";
import { UndecodedImage } from "../../src/pdf/pictures/images.js";
import { openPictures } from "../../src/pdf/pictures/pictures.js";
import { onePage } from "../support/rawPdf.js";
import { SQUARES } from "../support/squares.js";

test.each(Object.entries(SQUARES))("a picture is seen that is written in %s", async (_, image) => {
  const pictures = await openPictures(onePage("16 0 0 16 0 0 cm /Im Do", { mediaBox: "[0 0 16 16]", resources: "/XObject << /Im 6 0 R >>", more: [image] }));
  try {
    const { images, damage } = await pictures.ofPage(1);
    expect(damage).toBeUndefined();
    const { data } = paintImages(images, identity, 16, 16);
    const row = [...data.subarray(8 * 16, 9 * 16)].map((shade) => (shade < 10 ? "#" : shade > 245 ? "." : "?"));
    expect(row.join("")).toBe("########........");
  } finally {
    await pictures.close();
  }
});

test.each(Object.entries(SQUARES).filter(([name]) => name !== "JPEG"))("a picture that is cut off is told to be, or cannot be decoded: %s", async (_, { entries, data }) => {
  const cut = { entries, data: data.subarray(0, data.length - 8) };
  const pictures = await openPictures(onePage("16 0 0 16 0 0 cm /Im Do", { mediaBox: "[0 0 16 16]", resources: "/XObject << /Im 6 0 R >>", more: [cut] }));
  try {
    const told = await pictures.ofPage(1).then(
      ({ damage }) => damage,
      (error: unknown) => error,
    );
    expect([{ code: "image-ends-early" }, new UndecodedImage()]).toContainEqual(told);
  } finally {
    await pictures.close();
  }
});
