import { isArray, Name, type PdfObject } from "./objects.js";
import { Operator, type Syntax } from "./syntax.js";

/** How many bytes after `EI` have to look like content, as in pdf.js. */
const LOOK_AHEAD = 15;

/** Skips an inline image whose `BI` has been read (ISO 32000-1, 8.9.7): its entries, its data and `EI`. */
export function skipInlineImage(syntax: Syntax): void {
  const entries: PdfObject[] = [];
  for (let next = syntax.next(); next !== undefined; next = syntax.next()) {
    if (!(next instanceof Operator)) entries.push(next);
    else if (next.name === "ID") break;
  }
  // A filter that writes printable characters has its own end mark, before which "EI" may occur.
  const own = OWN_ENDS.get(filterOf(entries));
  const { bytes } = syntax;
  const start = syntax.at + 1;
  const from =
    own === undefined ? start : Math.max(start, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(own, start));
  for (let at = from; at < bytes.length; at++) {
    if (bytes[at] === 0x45 && bytes[at + 1] === 0x49 && isContent(bytes.subarray(at + 2, at + 2 + LOOK_AHEAD))) {
      syntax.at = at + 2;
      return;
    }
  }
  syntax.at = bytes.length;
}

const OWN_ENDS: ReadonlyMap<string, string> = new Map([
  ["A85", "~>"],
  ["ASCII85Decode", "~>"],
  ["AHx", ">"],
  ["ASCIIHexDecode", ">"],
]);

function filterOf(entries: readonly PdfObject[]): string {
  const key = entries.findIndex((entry) => entry instanceof Name && (entry.text === "F" || entry.text === "Filter"));
  const value = key < 0 ? undefined : entries[key + 1];
  const first = value !== undefined && isArray(value) ? value[0] : value;
  return first instanceof Name ? first.text : "";
}

/** Whether the bytes after `EI` are those of a content stream: white space first, then only printable characters. */
function isContent(bytes: Uint8Array): boolean {
  const [first] = bytes;
  if (first !== undefined && first !== 0x20 && first !== 0x0a && first !== 0x0d) return false;
  return bytes.every((byte) => byte === 0x0a || byte === 0x0d || byte === 0x09 || (byte >= 0x20 && byte <= 0x7f));
}
