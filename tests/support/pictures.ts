import PDFDocument from "pdfkit";

/** A page of a PDF that is all picture, as a scanner makes it. */
export interface PicturePage {
  readonly picture: Uint8Array;
  /** Points. */
  readonly width: number;
  readonly height: number;
}

/** A black and white picture of 16 by 16 points, as PNG. */
export const CHECKERED = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQAQAAAAA3iMLMAAAAEUlEQVR42mMIDWVYtYqBaBIAdscP8aNZ+RMAAAAASUVORK5CYII=",
  "base64",
);

/** A PDF of pictures, and of nothing else; the same bytes each time. */
export async function picturesPdf(pages: readonly PicturePage[]): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = new PDFDocument({ autoFirstPage: false, info: { CreationDate: new Date(0) } });
  const chunks: Buffer[] = [];
  pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => pdf.on("end", resolve));
  for (const { picture, width, height } of pages) {
    pdf.addPage({ size: [width, height], margin: 0 });
    pdf.image(Buffer.from(picture), 0, 0, { width, height });
  }
  pdf.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}
