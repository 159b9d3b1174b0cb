/** The characters of PDFDocEncoding where it differs from Latin-1 (ISO 32000-1, annex D.3), from U+0018 and from U+0080 on. */
const LOW = "˘ˇˆ˙˝˛˚˜";
const HIGH = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\uFFFD€";

/** The text of a text string (ISO 32000-2, 7.9.2.2): UTF-16 or UTF-8 if it begins with a byte order mark, PDFDocEncoding otherwise. */
export function decodeTextString(bytes: string): string {
  if (bytes.startsWith("\u00FE\u00FF")) return utf16(bytes.slice(2), true);
  if (bytes.startsWith("\u00FF\u00FE")) return utf16(bytes.slice(2), false);
  if (bytes.startsWith("\u00EF\u00BB\u00BF")) return Buffer.from(bytes.slice(3), "latin1").toString("utf8");
  return bytes.replace(/[\u0018-\u001F\u0080-\u00A0]/g, (character) => {
    const code = character.charCodeAt(0);
    return (code < 0x80 ? LOW[code - 0x18] : HIGH[code - 0x80]) ?? character;
  });
}

/** A byte after the last pair is ignored; half a surrogate pair is not a character. */
function utf16(bytes: string, bigEndian: boolean): string {
  const buffer = Buffer.from(bytes.slice(0, bytes.length & ~1), "latin1");
  return (bigEndian ? buffer.swap16() : buffer).toString("utf16le").replace(LONE_SURROGATE, "\uFFFD");
}

const LONE_SURROGATE = /\p{Surrogate}/gu;

/** Which language follows, between two escape characters (ISO 32000-1, 14.9.2.2). */
const LANGUAGE = /\u001B[^\u001B]*\u001B/g;

/** A text as it is read: without its languages and controls, white space of any kind as spaces. */
export function plainText(text: string): string {
  return text
    .replace(LANGUAGE, "")
    .replace(/\s/gu, " ")
    .replace(/[\u0000-\u001F\u007F-\u009F]/g, "");
}
