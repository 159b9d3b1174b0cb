import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { decode } from "../../../src/pdf/objects/decode.js";
import { Dictionary, Name, type PdfObject, Stream, Unreadable } from "../../../src/pdf/objects/objects.js";

const TEXT = "BT (a text) Tj ET";

function decoded(filter: PdfObject, bytes: Uint8Array, parameters: PdfObject = null): string {
  const dictionary = new Dictionary(new Map([["Filter", filter], ["DecodeParms", parameters]]));
  return Buffer.from(decode(new Stream(dictionary, bytes), (object) => object)).toString("latin1");
}

/** Four bytes are five digits of base 85; the last group has as many signs more as it has bytes. */
function ascii85(bytes: Uint8Array): string {
  const groups = Array.from({ length: Math.ceil(bytes.length / 4) }, (_, i) => [...bytes.subarray(4 * i, 4 * i + 4)]);
  const signs = groups.map((group) => {
    const value = [...group, 0, 0, 0].slice(0, 4).reduce((sum, byte) => sum * 256 + byte, 0);
    const digits = [4, 3, 2, 1, 0].map((power) => String.fromCharCode(33 + (Math.floor(value / 85 ** power) % 85))).join("");
    return digits === "!!!!!" && group.length === 4 ? "z" : digits.slice(0, group.length + 1);
  });
  return `${signs.join("")}~>`;
}

test("streams are read without their filters", () => {
  const deflated = deflateSync(TEXT);
  expect(decoded(null, Buffer.from(TEXT))).toBe(TEXT);
  expect(decoded(new Name("FlateDecode"), deflated)).toBe(TEXT);
  expect(decoded([new Name("ASCII85Decode"), new Name("FlateDecode")], Buffer.from(ascii85(deflated)), [null, null])).toBe(TEXT);
  expect(decoded([new Name("A85")], Buffer.from(ascii85(Buffer.from("\0\0\0\0end"))))).toBe("\0\0\0\0end");
});

test("what the predictors of PNG took off is put on again", () => {
  const columns = (count: number): Dictionary => new Dictionary(new Map<string, PdfObject>([["Predictor", 15], ["Columns", count]]));
  // Each row as it is, less the byte to the left, above, the mean of both, and the nearest of both and the corner.
  const rows = [0, 10, 20, 30, 1, 1, 1, 1, 2, 4, 5, 6, 3, 2, 1, 0, 4, 1, 0, 1];
  const plain = [10, 20, 30, 1, 2, 3, 5, 7, 9, 4, 6, 7, 5, 6, 8];
  expect([...Buffer.from(decoded(new Name("FlateDecode"), deflateSync(Uint8Array.from(rows)), columns(3)), "latin1")]).toEqual(plain);
  expect(decoded([new Name("A85"), new Name("FlateDecode")], Buffer.from(ascii85(deflateSync("\u0002ab\u0002\u0001\u0001"))), [null, columns(2)])).toBe("abbc");
});

test("a stream that is cut off is read as far as it goes", () => {
  const bytes = Buffer.from(Array.from({ length: 20_000 }, (_, i) => (i * 7919) % 251));
  const text = decoded(new Name("FlateDecode"), deflateSync(bytes).subarray(0, 200));
  expect(text.length).toBeGreaterThan(0);
  expect(bytes.toString("latin1").startsWith(text)).toBe(true);
});

test.each<[string, PdfObject, Uint8Array, PdfObject]>([
  ["another filter", new Name("LZWDecode"), Buffer.from(TEXT), null],
  ["a filter that is named like a method", new Name("toString"), Buffer.from(TEXT), null],
  ["a predictor of pictures", new Name("FlateDecode"), deflateSync(TEXT), new Dictionary(new Map([["Predictor", 2]]))],
  ["a row of no known kind", new Name("FlateDecode"), deflateSync("\u0009a"), new Dictionary(new Map([["Predictor", 12]]))],
  ["damaged bytes", new Name("FlateDecode"), Buffer.from(TEXT), null],
  ["more bytes than any page has", new Name("FlateDecode"), deflateSync(Buffer.alloc(65_000_000)), null],
  ["more bytes than any page has, four for each sign", [new Name("Fl"), new Name("A85")], deflateSync(Buffer.alloc(40_000_000, "z")), null],
])("%s makes a stream unreadable", (_, filter, bytes, parameters) => {
  expect(() => decoded(filter, bytes, parameters)).toThrow(Unreadable);
});
