const BITS = "/BitsPerComponent 1 /ColorSpace /DeviceGray";

/** An image as it is in a PDF: the entries that say how it is encoded, and its data. */
export interface CodedImage {
  readonly entries: string;
  readonly data: Buffer;
}

function coded(entries: string, base64: string): CodedImage {
  return { entries: `/Type /XObject /Subtype /Image /Width 16 /Height 16 ${entries}`, data: Buffer.from(base64, "base64") };
}

/** A square of 16 by 16 pixels, its left half black, as scanners write it. */
export const SQUARES = {
  "CCITT Group 4": coded(`${BITS} /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 16 /Rows 16 >>`, "JqL///////4AIAI="),
  "JBIG2, coded by arithmetic": coded(
    `${BITS} /Filter /JBIG2Decode`,
    "AAAAADAAAQAAABMAAAAQAAAAEAAAAAAAAAAAAAAAAAAAASYAAQAAACcAAAAQAAAAEAAAAAAAAAAAAAAD//3/Av7+/v6ZmsgBrgH/f/9//6w=",
  ),
  "JBIG2, coded as Group 4": coded(`${BITS} /Filter /JBIG2Decode`, "AAAAADAAAQAAABMAAAAQAAAAEAAAAAAAAAAAAAAAAAAAASYAAQAAAB0AAAAQAAAAEAAAAAAAAAAAAAEmov///////gAgAg=="),
  JPEG: coded(
    "/BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /DCTDecode",
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//wAALCAAQABABAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/APMK+na+Yq+na//Z",
  ),
  "JPEG 2000": coded(
    "/Filter /JPXDecode",
    "AAAADGpQICANCocKAAAAFGZ0eXBqcDIgAAAAAGpwMiAAAAAtanAyaAAAABZpaGRyAAAAEAAAABAAAQcHAAAAAAAPY29scgEAAAAAABEAAACyanAyY/9P/1EAKQAAAAAAEAAAABAAAAAAAAAAAAAAABAAAAAQAAAAAAAAAAAAAQcBAf9SAAwAAAABAAQEBAAB/1wAEEBASEhQSEhQSEhQSEhQ/2QAJQABQ3JlYXRlZCBieSBPcGVuSlBFRyB2ZXJzaW9uIDIuNS4w/5AACgAAAAAANAAB/5PPtAgHH8/ACABpz8AUCPFLXSXPwCQXLKiJOiYWV63H2ggAIW4H+v/Z",
  ),
};
