/** PDFs of more bytes than this are full of pictures: they are neither copied nor rewritten to look for what pdf.js does not report. */
export const LARGEST_COPY = 50e6;

/** The header may be anywhere in the first bytes (ISO 32000-1, annex H.3). */
const LATEST_HEADER = 1024;

/** Where a PDF's header is, from which positions in it are counted; -1 if there is none. */
export function headerAt(bytes: Uint8Array): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, LATEST_HEADER)).indexOf("%PDF-");
}
