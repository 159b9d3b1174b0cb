import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { Unreadable } from "../../../src/pdf/objects/objects.js";
import { PdfObjects } from "../../../src/pdf/objects/pdfObjects.js";

/** A file that is written piece by piece. */
class Writer {
  #bytes = Buffer.from("%PDF-1.7\n");

  /** Appends text or bytes, and tells where they start. */
  add(piece: string | Uint8Array): number {
    const start = this.#bytes.byteLength;
    this.#bytes = Buffer.concat([this.#bytes, typeof piece === "string" ? Buffer.from(piece, "latin1") : piece]);
    return start;
  }

  /** Appends an object, and tells where it starts. */
  object(number: number, body: string): number {
    return this.add(`${number} 0 obj\n${body}\nendobj\n`);
  }

  stream(number: number, entries: string, data: Uint8Array): number {
    const start = this.add(`${number} 0 obj\n<< ${entries} /Length ${data.byteLength} >>\nstream\r\n`);
    this.add(data);
    this.add("\nendstream\nendobj\n");
    return start;
  }

  /** Appends a table of places; of a number without a place the object is deleted. */
  table(places: readonly (readonly [number: number, at: number | undefined])[], trailer: string): number {
    const entries = places.map(([number, at]) => `${number} 1\n${String(at ?? 0).padStart(10, "0")} 00000 ${at === undefined ? "f" : "n"} \n`);
    return this.add(`xref\n${entries.join("")}trailer\n<< ${trailer} >>\n`);
  }

  file(start: number, before = ""): PdfObjects {
    return new PdfObjects(Buffer.concat([Buffer.from(before), this.#bytes, Buffer.from(`startxref\n${start}\n%%EOF\n`)]));
  }
}

const CATALOG = "<< /Pages 2 0 R >>";
const pagesOf = (file: PdfObjects): (number | undefined)[] => file.pages.map(({ object }) => object);

/** What a row of bytes is where each byte has the one above taken off, as the PNG filter "up" does. */
function rowsUp(rows: readonly (readonly number[])[]): Uint8Array {
  return Uint8Array.from(rows.flatMap((row, i) => [2, ...row.map((byte, k) => (byte - (rows[i - 1]?.[k] ?? 0)) & 0xff)]));
}

describe("the objects of a PDF", () => {
  test("are those of its last update, without those that it deleted", () => {
    const writer = new Writer();
    const first = writer.table(
      [[1, writer.object(1, CATALOG)], [2, writer.object(2, "<< /Kids [3 0 R 4 0 R] >>")], [3, writer.object(3, "<< /Type /Page /Parent 2 0 R >>")], [4, writer.object(4, "<< /Type /Page /Old true >>")]],
      "/Root 1 0 R",
    );
    const last = writer.table([[2, writer.object(2, "<< /Kids [5 0 R 3 0 R 4 0 R] >>")], [4, undefined], [5, writer.object(5, "<< /Type /Page >>")]], `/Root 1 0 R /Prev ${first}`);
    const file = writer.file(last);
    expect(pagesOf(file)).toEqual([5, 3, 4]);
    expect(file.pages[2]?.dictionary.entries.size).toBe(0);
    expect(pagesOf(writer.file(first))).toEqual([3, 4]);
  });

  test("are found in streams, behind a table that is a stream with a predictor, and in bytes before the header", () => {
    const writer = new Writer();
    const pages = "<< /Kids [3 0 R] >>";
    const inside = `1 0 2 ${CATALOG.length + 1} 3 ${CATALOG.length + pages.length + 2} `;
    const at = writer.stream(4, `/Type /ObjStm /N 3 /First ${inside.length} /Filter /FlateDecode`, deflateSync(`${inside}${CATALOG} ${pages} << /Type /Page >>`));
    const rows = rowsUp([[2, 0, 4, 0], [2, 0, 4, 1], [2, 0, 4, 2], [1, at >> 8, at & 0xff, 0]]);
    const table = writer.stream(5, "/Type /XRef /Root 1 0 R /W [1 2 1] /Index [1 4] /Size 5 /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 4 >>", deflateSync(rows));
    expect(pagesOf(writer.file(table, "bytes before\n"))).toEqual([3]);
  });

  test("are unreadable in the streams of an encrypted PDF", () => {
    const writer = new Writer();
    const at = writer.stream(4, "/Type /ObjStm /N 1 /First 4", Buffer.from(`1 0 ${CATALOG}`));
    const table = writer.stream(5, "/Type /XRef /Root 1 0 R /Encrypt 9 0 R /W [1 2 1] /Index [1 1 4 1]", Uint8Array.from([2, 0, 4, 0, 1, at >> 8, at & 0xff, 0]));
    expect(() => writer.file(table)).toThrow(Unreadable);
  });

  test("of a hybrid file are those of its table, then those of its stream", () => {
    const writer = new Writer();
    const [catalog, pages] = [writer.object(1, CATALOG), writer.object(2, "<< /Kids [3 0 R 4 0 R] >>")];
    const [third, fourth] = [writer.object(3, "<< /Type /Page >>"), writer.object(4, "<< /Type /Page >>")];
    const hidden = writer.stream(6, "/Type /XRef /W [1 2 0] /Index [2 1 4 1]", Uint8Array.from([1, 0, 0, 1, fourth >> 8, fourth & 0xff]));
    expect(pagesOf(writer.file(writer.table([[1, catalog], [2, pages], [3, third]], `/Root 1 0 R /XRefStm ${hidden}`)))).toEqual([3, 4]);
  });

  test.each<[string, (writer: Writer) => number]>([
    ["an object stands where another should", (writer) => writer.table([[1, writer.object(2, CATALOG)]], "/Root 1 0 R")],
    ["no object stands where one should", (writer) => writer.table([[1, 3]], "/Root 1 0 R")],
    ["a page is not where it should be", (writer) => writer.table([[1, writer.object(1, CATALOG)], [2, writer.object(2, "<< /Kids [3 0 R] >>")], [3, 2]], "/Root 1 0 R")],
    ["there is no catalog", (writer) => writer.table([[1, writer.object(1, "(no catalog)")]], "/Root 1 0 R")],
    ["a table ends in its middle", (writer) => writer.add("xref\n0 5\n0000000000 65535 f \n")],
    ["a table is none", (writer) => writer.object(1, CATALOG)],
    ["a table has no rows as long as it says", (writer) => writer.stream(1, "/W [1 2 1] /Size 2 /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 1000000000000 >>", deflateSync("x"))],
  ])("are unreadable where %s", (_, write) => {
    const writer = new Writer();
    expect(() => writer.file(write(writer))).toThrow(Unreadable);
  });

  test("are read once where a table leads to itself", () => {
    const writer = new Writer();
    const places = [[1, writer.object(1, CATALOG)], [2, writer.object(2, "<< /Kids [3 0 R 2 0 R] >>")], [3, writer.object(3, "<< /Type /Page >>")]] as const;
    const start = writer.add("");
    expect(pagesOf(writer.file(writer.table(places, `/Root 1 0 R /Prev ${start}`)))).toEqual([3]);
  });

  test("have pages of a finite number, though a node that has no number of its own leads back to its list", () => {
    const writer = new Writer();
    const kids = writer.object(3, "[<< /Kids 3 0 R >> << /Kids 3 0 R >> 4 0 R]");
    const places = [[1, writer.object(1, CATALOG)], [2, writer.object(2, "<< /Kids 3 0 R >>")], [3, kids], [4, writer.object(4, "<< /Type /Page >>")]] as const;
    expect(pagesOf(writer.file(writer.table(places, "/Root 1 0 R")))).toEqual([4]);
  });

  test("are unreadable where a stream's length is the stream", () => {
    const writer = new Writer();
    const places = [[1, writer.object(1, CATALOG)], [2, writer.object(2, "<< /Kids [3 0 R] >>")], [3, writer.add("3 0 obj << /Length 3 0 R >> stream\nx\nendstream endobj\n")]] as const;
    expect(() => writer.file(writer.table(places, "/Root 1 0 R"))).toThrow(Unreadable);
  });
});
