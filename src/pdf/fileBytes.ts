/** PDFs of more bytes are full of pictures: no copy of those is held, nor are they written anew, to look for what pdf.js does not say. */
export const LARGEST_COPY = 50e6;

/** The header may stand anywhere in the first bytes (ISO 32000-1, annex H.3). */
const LATEST_HEADER = 1024;

/** Where a PDF's header stands, from which places in it are counted; -1 where there is none. */
export function headerAt(bytes: Uint8Array): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, LATEST_HEADER)).indexOf("%PDF-");
}
