import { expect, test } from "vitest";
import { identity } from "../../src/geometry/matrix.js";
import { paintImages } from "../../src/ocr/paint.js";
import { openPictures } from "../../src/pdf/pictures.js";
import { onePage } from "../support/rawPdf.js";

const BITS = "/BitsPerComponent 1 /ColorSpace /DeviceGray";

/** A square of 16 by 16 pixels, its left half black, as scanners write it. */
const SQUARES: Readonly<Record<string, { readonly entries: string; readonly base64: string }>> = {
  "CCITT Group 4": { entries: `${BITS} /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 16 /Rows 16 >>`, base64: "JqL///////4AIAI=" },
  "JBIG2, coded by arithmetic": {
    entries: `${BITS} /Filter /JBIG2Decode`,
    base64: "AAAAADAAAQAAABMAAAAQAAAAEAAAAAAAAAAAAAAAAAAAASYAAQAAACcAAAAQAAAAEAAAAAAAAAAAAAAD//3/Av7+/v6ZmsgBrgH/f/9//6w=",
  },
  "JBIG2, coded as Group 4": {
    entries: `${BITS} /Filter /JBIG2Decode`,
    base64: "AAAAADAAAQAAABMAAAAQAAAAEAAAAAAAAAAAAAAAAAAAASYAAQAAAB0AAAAQAAAAEAAAAAAAAAAAAAEmov///////gAgAg==",
  },
  JPEG: {
    entries: "/BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /DCTDecode",
    base64:
      "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//wAALCAAQABABAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/APMK+na+Yq+na//Z",
  },
  "JPEG 2000": {
    entries: "/Filter /JPXDecode",
    base64:
      "AAAADGpQICANCocKAAAAFGZ0eXBqcDIgAAAAAGpwMiAAAAAtanAyaAAAABZpaGRyAAAAEAAAABAAAQcHAAAAAAAPY29scgEAAAAAABEAAACyanAyY/9P/1EAKQAAAAAAEAAAABAAAAAAAAAAAAAAABAAAAAQAAAAAAAAAAAAAQcBAf9SAAwAAAABAAQEBAAB/1wAEEBASEhQSEhQSEhQSEhQ/2QAJQABQ3JlYXRlZCBieSBPcGVuSlBFRyB2ZXJzaW9uIDIuNS4w/5AACgAAAAAANAAB/5PPtAgHH8/ACABpz8AUCPFLXSXPwCQXLKiJOiYWV63H2ggAIW4H+v/Z",
  },
};

test.each(Object.entries(SQUARES))("a picture is seen that is written in %s", async (_, { entries, base64 }) => {
  const image = { entries: `/Type /XObject /Subtype /Image /Width 16 /Height 16 ${entries}`, data: Buffer.from(base64, "base64") };
  const pictures = await openPictures(onePage("16 0 0 16 0 0 cm /Im Do", { mediaBox: "[0 0 16 16]", resources: "/XObject << /Im 6 0 R >>", more: [image] }));
  try {
    const { images } = await pictures.ofPage(1);
    const { data } = paintImages(images, identity, 16, 16);
    const row = [...data.subarray(8 * 16, 9 * 16)].map((shade) => (shade < 10 ? "#" : shade > 245 ? "." : "?"));
    expect(row.join("")).toBe("########........");
  } finally {
    await pictures.close();
  }
});
