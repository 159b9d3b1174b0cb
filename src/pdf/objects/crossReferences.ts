import { decode } from "./decode.js";
import { objectAt } from "./indirect.js";
import { Dictionary, type PdfObject, Reference, Stream, Unreadable, arrayOf } from "./objects.js";
import { Operator, Syntax } from "./syntax.js";

/** Where an object is: at a byte of the file, or as one of many in a stream; undefined if it was deleted. */
export type Place = { readonly at: number } | { readonly stream: number; readonly index: number } | undefined;

/** Where the objects of a file are, by their numbers, and the dictionary of its last update. */
export interface CrossReferences {
  readonly places: ReadonlyMap<number, Place>;
  readonly trailer: Dictionary;
}

/** What one update of a file says (ISO 32000-1, 7.5.4 and 7.5.8). */
interface Section {
  readonly places: Iterable<readonly [number: number, place: Place]>;
  readonly trailer: Dictionary;
}

/**
 * The cross-references of a file, the last update first.
 *
 * @throws Unreadable if one of its tables cannot be read.
 */
export function crossReferences(bytes: Uint8Array): CrossReferences {
  const places = new Map<number, Place>();
  const seen = new Set<number>();
  const starts: number[] = [startOfLast(bytes)];
  let last: Dictionary | undefined;
  for (let start = starts.shift(); start !== undefined; start = starts.shift()) {
    if (seen.has(start)) continue;
    seen.add(start);
    const { places: own, trailer } = sectionAt(bytes, start);
    for (const [number, place] of own) if (!places.has(number)) places.set(number, place);
    last ??= trailer;
    // The stream of a hybrid file belongs to its table, and comes before the older ones.
    starts.push(...[trailer.get("XRefStm"), trailer.get("Prev")].flatMap(startOf));
  }
  if (last === undefined) throw new Unreadable("no cross-references");
  return { places, trailer: last };
}

function startOfLast(bytes: Uint8Array): number {
  const mark = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf("startxref");
  const start = mark < 0 ? undefined : new Syntax(bytes, mark + "startxref".length).next();
  if (typeof start !== "number") throw new Unreadable("no cross-references");
  return start;
}

/** Some write the place of an older table as a reference. */
function startOf(object: PdfObject): number[] {
  if (typeof object === "number") return [object];
  return object instanceof Reference ? [object.number] : [];
}

function sectionAt(bytes: Uint8Array, start: number): Section {
  const syntax = new Syntax(bytes, start);
  const first = syntax.next();
  if (first instanceof Operator && first.name === "xref") return tableAt(syntax);
  const { object } = objectAt(bytes, start, direct);
  if (!(object instanceof Stream)) throw new Unreadable("no cross-references");
  return { places: placesIn(object), trailer: object.dictionary };
}

/** A table, after its keyword. */
function tableAt(syntax: Syntax): Section {
  const places = new Map<number, Place>();
  for (;;) {
    const start = syntax.next();
    if (start instanceof Operator && start.name === "trailer") break;
    const count = syntax.next();
    if (typeof start !== "number" || typeof count !== "number") throw new Unreadable("no table");
    for (let i = 0; i < count; i++) {
      const [at, , kind] = [syntax.next(), syntax.next(), syntax.next()];
      if (typeof at !== "number" || !(kind instanceof Operator)) throw new Unreadable("no entry");
      // The first byte is the header: some write 0 for a missing object.
      places.set(start + i, kind.name === "n" && at > 0 ? { at } : undefined);
    }
  }
  const trailer = syntax.next();
  if (!(trailer instanceof Dictionary)) throw new Unreadable("no trailer");
  return { places, trailer };
}

/** The places in a cross-reference stream. */
function* placesIn({ dictionary, bytes }: Stream): Generator<readonly [number: number, place: Place]> {
  const entries = decode(new Stream(dictionary, bytes), direct);
  const [ofType = 0, ofPlace = 0, ofIndex = 0] = arrayOf(dictionary.get("W"), direct).map(wholeNumber);
  const width = ofType + ofPlace + ofIndex;
  const ranges = arrayOf(dictionary.get("Index"), direct).map(wholeNumber);
  if (ranges.length === 0) ranges.push(0, wholeNumber(dictionary.get("Size")));
  let at = 0;
  for (let range = 0; range + 1 < ranges.length; range += 2) {
    const [start = 0, count = 0] = ranges.slice(range, range + 2);
    for (let i = 0; i < count && width > 0 && at + width <= entries.length; i++, at += width) {
      const type = ofType === 0 ? 1 : numberAt(entries, at, ofType);
      const place = numberAt(entries, at + ofType, ofPlace);
      if (type === 1) yield [start + i, { at: place }];
      else yield [start + i, type === 2 ? { stream: place, index: numberAt(entries, at + ofType + ofPlace, ofIndex) } : undefined];
    }
  }
}

function numberAt(bytes: Uint8Array, start: number, length: number): number {
  return bytes.subarray(start, start + length).reduce((value, byte) => value * 256 + byte, 0);
}

/** A number that counts something; 0 for any other object. */
export function wholeNumber(object: PdfObject): number {
  return typeof object === "number" && Number.isSafeInteger(object) && object >= 0 ? object : 0;
}

/** It is not known yet where objects are: references lead nowhere. */
function direct(object: PdfObject): PdfObject {
  return object instanceof Reference ? null : object;
}
