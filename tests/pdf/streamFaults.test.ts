import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { Dictionary, Name, type PdfObject, Stream } from "../../src/pdf/objects/objects.js";
import { faultyFilter } from "../../src/pdf/objects/streamFaults.js";

/** The filter of a stream that has faulty data, if its filters and their parameters are these. */
function faultIn(data: string | Uint8Array, filters: readonly string[], parameters: PdfObject = null, hearsChecksums = true): string | undefined {
  const entries = new Map<string, PdfObject>([
    ["Filter", filters.map((filter) => new Name(filter))],
    ["DecodeParms", parameters],
  ]);
  const bytes = typeof data === "string" ? Buffer.from(data, "latin1") : data;
  return faultyFilter(new Stream(new Dictionary(entries), bytes), (object) => object, hearsChecksums);
}

/** LZW's codes one after another, each with so many bits as a reader expects there, the rest of the last byte zero. */
function lzw(codes: readonly number[], early = 1): Uint8Array {
  let bits = "";
  let next = 258;
  let isFirst = true;
  for (const code of codes) {
    const width = next + early >= 2048 ? 12 : next + early >= 1024 ? 11 : next + early >= 512 ? 10 : 9;
    bits += code.toString(2).padStart(width, "0");
    if (code === 256) [next, isFirst] = [258, true];
    else {
      if (!isFirst) next += 1;
      isFirst = false;
    }
  }
  return Uint8Array.from(bits.match(/.{1,8}/gu) ?? [], (byte) => Number.parseInt(byte.padEnd(8, "0"), 2));
}

/** ASCII85 of bytes, four for each group. */
function ascii85(bytes: Uint8Array): string {
  const groups = Buffer.from([...bytes, 0, 0, 0].slice(0, Math.ceil(bytes.length / 4) * 4));
  let signs = "";
  for (let at = 0; at < groups.length; at += 4) {
    const value = groups.readUInt32BE(at);
    signs += [4, 3, 2, 1, 0].map((power) => String.fromCharCode(33 + (Math.floor(value / 85 ** power) % 85))).join("");
  }
  return `${signs}~>`;
}

/** Enough bytes for codes of so many bits. */
const letters = (count: number): number[] => Array.from({ length: count }, (_, i) => 65 + (i % 26));

/** The last code of nine bits would have ten, if codes grew one earlier, as they do by default. */
const LATE = lzw([256, ...letters(254), 510, 65, 257], 0);

const letterE = Buffer.from(deflateSync("a letter", { level: 0 }).toString("latin1").replace("letter", "lettex"), "latin1");

describe("data that a filter can have made", () => {
  test.each<[string, string | Uint8Array, string[], PdfObject?]>([
    ["no filter", "anything ~>", []],
    ["another filter", "anything", ["DCTDecode"]],
    ["hexadecimal digits", "4a 4B\n4>\n", ["ASCIIHexDecode"]],
    ["hexadecimal digits without an end", "4a4b", ["AHx"]],
    ["ASCII85", "<+oue+DGm>\n z @q? ~>\n", ["ASCII85Decode"]],
    ["the largest number of ASCII85", "s8W-!~>", ["A85"]],
    ["ASCII85 whose end is cut", "<+oue+DGm>~\n", ["A85"]],
    ["ASCII85 that ends early", "<+oue+", ["A85"]],
    ["LZW", lzw([256, 65, 258, 259, 66, 257]), ["LZWDecode"]],
    ["LZW without a clear code at its start, and without an end", lzw([65, 66, 258]), ["LZW"]],
    ["LZW with codes of twelve bits, twice", lzw([256, ...letters(3000), 2100, 256, ...letters(600), 700, 257]), ["LZWDecode"]],
    ["LZW whose codes grow late", LATE, ["LZWDecode"], new Dictionary(new Map([["EarlyChange", 0]]))],
    ["LZW in ASCII85", ascii85(lzw([256, 65, 258, 257])), ["ASCII85Decode", "LZWDecode"]],
    ["runs", Uint8Array.of(2, 65, 66, 67, 254, 68, 128, 10), ["RunLengthDecode"]],
    ["runs without an end", Uint8Array.of(0, 65, 129, 66), ["RL"]],
    ["deflated data of which others hear", letterE, ["FlateDecode"]],
  ])("%s", (_, data, filters, parameters) => expect(faultIn(data, filters, parameters)).toBeUndefined());
});

describe("data that a filter cannot have made", () => {
  test.each<[string, string | Uint8Array, string[], PdfObject?]>([
    ["hexadecimal digits with another sign", "4a4x>", ["ASCIIHexDecode"]],
    ["hexadecimal digits behind the end", "4a>4b", ["AHx"]],
    ["ASCII85 with another sign", "<+ou{~>", ["ASCII85Decode"]],
    ["ASCII85 with a byte beyond ASCII", "<+ou\u00fe~>", ["ASCII85Decode"]],
    ["ASCII85 with a z in a group", "<+zoue~>", ["A85"]],
    ["ASCII85 with too large a number", "s8W-\"~>", ["A85"]],
    ["ASCII85 with one sign left", "<+oue+~>", ["A85"]],
    ["ASCII85 behind the end", "<+oue~><+oue", ["A85"]],
    ["ASCII85 behind half an end", "<+oue~<+oue", ["A85"]],
    ["LZW with a code that is not formed yet", lzw([256, 65, 260, 257]), ["LZWDecode"]],
    ["LZW with a sequence before the first byte", lzw([256, 258, 257]), ["LZWDecode"]],
    ["LZW with a code of before its clear code", lzw([256, 65, 66, 67, 256, 65, 260, 257]), ["LZWDecode"]],
    ["LZW behind its end", lzw([256, 65, 257, 65, 66, 67]), ["LZWDecode"]],
    ["LZW whose codes grow late, where they should not", LATE, ["LZWDecode"]],
    ["runs behind their end", Uint8Array.of(0, 65, 128, 0, 65), ["RunLengthDecode"]],
  ])("%s", (_, data, filters, parameters) => expect(faultIn(data, filters, parameters)).toBe(filters.at(-1)));

  test("deflated data of which nobody hears", () => {
    expect(faultIn(letterE, ["FlateDecode"], null, false)).toBe("FlateDecode");
    expect(faultIn(deflateSync("a letter").subarray(0, -2), ["Fl"], null, false)).toBeUndefined();
  });

  test("ASCII85 of LZW that is faulty", () => {
    const faulty = ascii85(lzw([256, 65, 260, 257]));
    expect(faultIn(faulty, ["ASCII85Decode", "LZWDecode"])).toBe("LZWDecode");
    expect(faultIn(faulty.replace("~", "{~"), ["ASCII85Decode", "LZWDecode"])).toBe("ASCII85Decode");
  });
});
