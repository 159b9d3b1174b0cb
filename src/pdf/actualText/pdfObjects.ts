import { decode } from "./decode.js";
import { Dictionary, type PdfObject, Reference, Stream, Unreadable, arrayOf, dictionaryOf } from "./objects.js";
import { Operator, Syntax } from "./syntax.js";

/** Where an object stands: at a byte of the file, or as one of many in a stream. */
type Place = { readonly at: number } | { readonly stream: number; readonly index: number };

/** A page: its dictionary, and the number of its object. */
export interface Page {
  readonly dictionary: Dictionary;
  readonly object: number;
}

/** References that lead to references; nobody writes one. */
const LONGEST_CHAIN = 10;

/**
 * The objects of a PDF as pdf.js writes it: whole, not encrypted, with one cross-reference stream. A PDF of any other kind goes
 * through pdf.js first.
 */
export class PdfObjects {
  readonly #places: ReadonlyMap<number, Place>;
  readonly #read = new Map<number, PdfObject>();
  readonly #streams = new Map<number, readonly PdfObject[]>();
  #pages: readonly Page[] | undefined;
  readonly catalog: Dictionary;

  /** @throws Unreadable, as the methods do, where the bytes are not such a PDF. */
  constructor(readonly bytes: Uint8Array) {
    const table = this.#objectAt(startOfTable(bytes));
    if (!(table instanceof Stream)) throw new Unreadable("no cross-reference stream");
    this.#places = placesIn(table);
    const catalog = dictionaryOf(table.dictionary.get("Root"), this.resolve);
    if (catalog === undefined) throw new Unreadable("no catalog");
    this.catalog = catalog;
  }

  /** What an object refers to, or the object itself. */
  readonly resolve = (object: PdfObject): PdfObject => {
    let found = object;
    for (let i = 0; found instanceof Reference; i++) {
      if (i >= LONGEST_CHAIN) return null;
      found = this.#object(found.number);
    }
    return found;
  };

  #object(number: number): PdfObject {
    let object = this.#read.get(number);
    if (object === undefined) {
      const place = this.#places.get(number);
      object = place === undefined ? null : "at" in place ? this.#objectAt(place.at) : (this.#objectsIn(place.stream)[place.index] ?? null);
      this.#read.set(number, object);
    }
    return object;
  }

  /** The object that is written at a byte of the file, behind its number. */
  #objectAt(start: number): PdfObject {
    const syntax = new Syntax(this.bytes, start);
    const [, , keyword] = [syntax.next(), syntax.next(), syntax.next()];
    if (!(keyword instanceof Operator) || keyword.name !== "obj") throw new Unreadable("no object");
    const first = syntax.next();
    const object = first === undefined || first instanceof Operator ? null : first;
    if (!(object instanceof Dictionary)) return reference(object, syntax);
    const next = syntax.next();
    if (!(next instanceof Operator) || next.name !== "stream") return object;
    const length = object.get("Length");
    if (typeof length !== "number") throw new Unreadable("no length");
    // One line's end divides the keyword from the bytes.
    return new Stream(object, this.bytes.subarray(syntax.at + 1, syntax.at + 1 + length));
  }

  /** The objects in an object stream (ISO 32000-1, 7.5.7). */
  #objectsIn(number: number): readonly PdfObject[] {
    const known = this.#streams.get(number);
    if (known !== undefined) return known;
    const place = this.#places.get(number);
    const stream = place !== undefined && "at" in place ? this.#objectAt(place.at) : null;
    if (!(stream instanceof Stream)) throw new Unreadable("no object stream");
    const bytes = decode(stream, (object) => object);
    const head = new Syntax(bytes);
    const count = Math.min(wholeNumber(stream.dictionary.get("N")), bytes.length);
    const first = wholeNumber(stream.dictionary.get("First"));
    const starts = Array.from({ length: count }, () => [head.next(), head.next()][1]);
    const objects = starts.map((start) => {
      const syntax = new Syntax(bytes, first + (typeof start === "number" ? start : 0));
      const object = syntax.next();
      return object === undefined || object instanceof Operator ? null : object;
    });
    this.#streams.set(number, objects);
    return objects;
  }

  /** The pages in their order. */
  get pages(): readonly Page[] {
    this.#pages ??= this.#pagesBelow(this.catalog.get("Pages"));
    return this.#pages;
  }

  #pagesBelow(root: PdfObject): Page[] {
    const pages: Page[] = [];
    const seen = new Set<number>();
    const waiting: PdfObject[] = [root];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const dictionary = dictionaryOf(next, this.resolve);
      if (dictionary === undefined || !(next instanceof Reference) || seen.has(next.number)) continue;
      seen.add(next.number);
      if (!dictionary.entries.has("Kids")) pages.push({ dictionary, object: next.number });
      else for (const kid of [...arrayOf(dictionary.get("Kids"), this.resolve)].reverse()) waiting.push(kid);
    }
    return pages;
  }
}

/** A reference that stands alone, of which only its number is read; any other object as it is. */
function reference(object: PdfObject, syntax: Syntax): PdfObject {
  if (typeof object !== "number") return object;
  const generation = syntax.next();
  const keyword = typeof generation === "number" ? syntax.next() : undefined;
  return keyword instanceof Operator && keyword.name === "R" ? new Reference(object) : object;
}

function startOfTable(bytes: Uint8Array): number {
  const mark = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf("startxref");
  const start = mark < 0 ? undefined : new Syntax(bytes, mark + "startxref".length).next();
  if (typeof start !== "number") throw new Unreadable("no cross-reference stream");
  return start;
}

/** The places in a cross-reference stream (ISO 32000-1, 7.5.8). */
function placesIn(table: Stream): Map<number, Place> {
  const none = (object: PdfObject): PdfObject => object;
  const bytes = decode(table, none);
  const widths = arrayOf(table.dictionary.get("W"), none).map(wholeNumber);
  const [ofType = 0, ofPlace = 0, ofIndex = 0] = widths;
  const width = ofType + ofPlace + ofIndex;
  const [from = 0] = arrayOf(table.dictionary.get("Index"), none).map(wholeNumber);
  const places = new Map<number, Place>();
  for (let at = 0; width > 0 && at + width <= bytes.length; at += width) {
    const number = from + at / width;
    const type = numberAt(bytes, at, ofType);
    const place = numberAt(bytes, at + ofType, ofPlace);
    if (type === 1) places.set(number, { at: place });
    if (type === 2) places.set(number, { stream: place, index: numberAt(bytes, at + ofType + ofPlace, ofIndex) });
  }
  return places;
}

function numberAt(bytes: Uint8Array, start: number, length: number): number {
  return bytes.subarray(start, start + length).reduce((value, byte) => value * 256 + byte, 0);
}

function wholeNumber(object: PdfObject): number {
  return typeof object === "number" && Number.isSafeInteger(object) && object >= 0 ? object : 0;
}
