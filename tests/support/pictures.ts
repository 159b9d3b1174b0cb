import { deflateSync } from "node:zlib";
import PDFDocument from "pdfkit";

/** A page of a PDF that is entirely a picture, as a scanner makes it. */
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

/** A PDF of pictures, and nothing else; always the same bytes. */
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

/** A picture in shades of grey as PNG. */
export function greyPng(width: number, height: number, data: Uint8Array): Uint8Array {
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) rows.set(data.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk("IHDR", header), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** The checksum of PNG (ISO 3309), bit by bit; not all builds of Node 20.19 have one. */
function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}
