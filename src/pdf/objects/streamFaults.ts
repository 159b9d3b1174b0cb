import { inflateSync } from "node:zlib";
import { property } from "../pdfjs/untyped.js";
import { decode } from "./decode.js";
import { Dictionary, type Resolve, Stream, dictionaryOf, listOf, nameOf, unlessUnreadable } from "./objects.js";
import { isSpace } from "./syntax.js";

/** Says whether a filter cannot have produced some data. Data that only ends early is possible: it shows all that is there. */
type IsFaulty = (data: Uint8Array, parameters: Dictionary | undefined, resolve: Resolve) => boolean;

/**
 * The filter of a stream that cannot have produced its data; undefined if there is none. pdf.js skips what it cannot decode, or turns it
 * into something else, and says nothing.
 *
 * @param hearsChecksums Whether streams that differ from their checksum are reported elsewhere. Then only streams without one are examined
 * here.
 */
export function faultyFilter({ dictionary, bytes }: Stream, resolve: Resolve, hearsChecksums: boolean): string | undefined {
  const filters = listOf(dictionary.get("Filter"), resolve);
  const parameters = listOf(dictionary.get("DecodeParms"), resolve);
  const names = filters.map((filter) => nameOf(filter, resolve) ?? "");
  if (hearsChecksums && names.some((name) => DEFLATED.has(name))) return undefined;
  for (const [i, name] of names.entries()) {
    const isFaulty = FAULTY.get(name);
    const before = new Dictionary(new Map([...dictionary.entries, ["Filter", filters.slice(0, i)]]));
    const data = isFaulty === undefined ? undefined : unlessUnreadable(() => decode(new Stream(before, bytes), resolve));
    if (isFaulty === undefined || data === undefined) return undefined;
    if (isFaulty(data, dictionaryOf(parameters[i] ?? null, resolve), resolve)) return name;
  }
  return undefined;
}

const DEFLATED = new Set(["FlateDecode", "Fl"]);

const FAULTY: ReadonlyMap<string, IsFaulty> = new Map([
  ["FlateDecode", isFaultyDeflated],
  ["Fl", isFaultyDeflated],
  ["ASCIIHexDecode", isFaultyHexadecimal],
  ["AHx", isFaultyHexadecimal],
  ["ASCII85Decode", isFaultyAscii85],
  ["A85", isFaultyAscii85],
  ["LZWDecode", isFaultyLzw],
  ["LZW", isFaultyLzw],
  ["RunLengthDecode", isFaultyRunLength],
  ["RL", isFaultyRunLength],
]);

function isFaultyDeflated(data: Uint8Array): boolean {
  try {
    inflateSync(data);
    return false;
  } catch (error) {
    return property(error, "code") === "Z_DATA_ERROR";
  }
}

/** Whether there is something after the end mark of the data: it would not be read. */
function goesOn(data: Uint8Array, end: number): boolean {
  return !data.subarray(end).every(isSpace);
}

/** ISO 32000-1, 7.4.2. */
function isFaultyHexadecimal(data: Uint8Array): boolean {
  const end = data.indexOf(0x3e);
  if (end >= 0 && goesOn(data, end + 1)) return true;
  return !/^[0-9A-Fa-f\s\0]*$/u.test(latin1(end < 0 ? data : data.subarray(0, end)));
}

/** ISO 32000-1, 7.4.3: five characters are a number of 32 bits, z is five of zero, and a single character is nothing. */
function isFaultyAscii85(data: Uint8Array): boolean {
  const end = data.indexOf(0x7e);
  if (end >= 0 && goesOn(data, data[end + 1] === 0x3e ? end + 2 : end + 1)) return true;
  let [signs, value] = [0, 0];
  for (const byte of end < 0 ? data : data.subarray(0, end)) {
    if (isSpace(byte) || (byte === 0x7a && signs === 0)) continue;
    if (byte < 0x21 || byte > 0x75) return true;
    value = value * 85 + byte - 0x21;
    signs += 1;
    if (signs < 5) continue;
    if (value >= 2 ** 32) return true;
    [signs, value] = [0, 0];
  }
  return end >= 0 && signs === 1;
}

const CLEAR = 256;
const END = 257;

/** ISO 32000-1, 7.4.4: a code means a byte, or a sequence that was formed before it. */
function isFaultyLzw(data: Uint8Array, parameters: Dictionary | undefined, resolve: Resolve): boolean {
  const early = resolve(parameters?.get("EarlyChange") ?? null) === 0 ? 0 : 1;
  let next = END + 1;
  let isFirst = true;
  let [bits, held] = [0, 0];
  for (const [at, byte] of data.entries()) {
    held = ((held << 8) | byte) & 0xfffff;
    bits += 8;
    const width = Math.min(12, Math.max(9, Math.floor(Math.log2(next + early)) + 1));
    if (bits < width) continue;
    bits -= width;
    const code = (held >> bits) & (2 ** width - 1);
    if (code === END) return goesOn(data, at + 1);
    if (code === CLEAR) {
      next = END + 1;
      isFirst = true;
      continue;
    }
    if (code > next || (code === next && isFirst)) return true;
    if (!isFirst) next += 1;
    isFirst = false;
  }
  return false;
}

/** ISO 32000-1, 7.4.5: a byte says how many follow, or how often the next one repeats. */
function isFaultyRunLength(data: Uint8Array): boolean {
  for (let at = 0; at < data.length;) {
    const length = data[at] ?? 0;
    if (length === 128) return goesOn(data, at + 1);
    at += length < 128 ? length + 2 : 2;
  }
  return false;
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}
