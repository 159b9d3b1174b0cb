import { headerAt } from "../fileBytes.js";
import { type CrossReferences, crossReferences, wholeNumber } from "./crossReferences.js";
import { decode } from "./decode.js";
import { objectAt } from "./indirect.js";
import { Dictionary, type PdfObject, Reference, Stream, Unreadable, arrayOf, dictionaryOf, nameOf } from "./objects.js";
import { Operator, Syntax } from "./syntax.js";

/** A page in the page tree: its dictionary, empty if it is something else, and its object number; undefined if it has none. */
export interface Page {
  readonly dictionary: Dictionary;
  readonly object: number | undefined;
}

/** The objects in a stream: the bytes of all, and where each starts, by its index, with its number. */
interface ObjectStream {
  readonly bytes: Uint8Array;
  readonly starts: readonly { readonly number: number; readonly at: number }[];
}

/** The longest chain of references to references; no producer writes one. */
const LONGEST_CHAIN = 10;

/**
 * The objects of a PDF, as far as they are intact: what pdf.js repairs is not repaired here. In an encrypted one, strings and streams stay
 * encrypted, and objects in streams are unreadable.
 */
export class PdfObjects {
  readonly #bytes: Uint8Array;
  readonly #references: CrossReferences;
  readonly #read = new Map<number, PdfObject>();
  readonly #streams = new Map<number, ObjectStream>();
  readonly catalog: Dictionary;
  /** The pages in the order of their tree, each once. */
  readonly pages: readonly Page[];

  /** @throws Unreadable, as the methods do, if the bytes are not such a PDF. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes.subarray(Math.max(0, headerAt(bytes)));
    this.#references = crossReferences(this.#bytes);
    const catalog = dictionaryOf(this.#references.trailer.get("Root"), this.resolve);
    if (catalog === undefined) throw new Unreadable("no catalog");
    this.catalog = catalog;
    this.pages = this.#pagesBelow(catalog.get("Pages"));
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
    const known = this.#read.get(number);
    if (known !== undefined) return known;
    // A stream whose length refers to the stream itself would be read forever.
    this.#read.set(number, null);
    const place = this.#references.places.get(number);
    const object =
      place === undefined ? null : "at" in place ? this.#objectAt(place.at, number) : this.#objectIn(place.stream, place.index, number);
    this.#read.set(number, object);
    return object;
  }

  #objectAt(start: number, expected: number): PdfObject {
    const { number, object } = objectAt(this.#bytes, start, this.resolve);
    if (number !== expected) throw new Unreadable("another object");
    return object;
  }

  #objectIn(stream: number, index: number, expected: number): PdfObject {
    const { bytes, starts } = this.#objectStream(stream);
    const start = starts[index];
    if (start?.number !== expected) throw new Unreadable("another object");
    const object = new Syntax(bytes, start.at).next();
    return object === undefined || object instanceof Operator ? null : object;
  }

  /** An object stream (ISO 32000-1, 7.5.7). */
  #objectStream(number: number): ObjectStream {
    const known = this.#streams.get(number);
    if (known !== undefined) return known;
    if (this.isEncrypted) throw new Unreadable("encrypted");
    const place = this.#references.places.get(number);
    const stream = place !== undefined && "at" in place ? this.#objectAt(place.at, number) : null;
    if (!(stream instanceof Stream)) throw new Unreadable("no object stream");
    const bytes = decode(stream, this.resolve);
    const head = new Syntax(bytes);
    const count = Math.min(wholeNumber(this.resolve(stream.dictionary.get("N"))), bytes.length);
    const first = wholeNumber(this.resolve(stream.dictionary.get("First")));
    const starts = Array.from({ length: count }, () => {
      const [own, at] = [head.next(), head.next()];
      return { number: typeof own === "number" ? own : 0, at: first + (typeof at === "number" ? at : 0) };
    });
    const objects = { bytes, starts };
    this.#streams.set(number, objects);
    return objects;
  }

  /** Whether the strings and streams of the file are encrypted. */
  get isEncrypted(): boolean {
    return this.#references.trailer.get("Encrypt") !== null;
  }

  #pagesBelow(root: PdfObject): Page[] {
    const pages: Page[] = [];
    // A node without a number can still lead back to a list that it is in.
    const seen = new Set<number | Dictionary>();
    const waiting: PdfObject[] = [root];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const object = next instanceof Reference ? next.number : undefined;
      const dictionary = dictionaryOf(next, this.resolve) ?? new Dictionary(new Map());
      if (seen.has(object ?? dictionary)) continue;
      seen.add(object ?? dictionary);
      if (this.#isLeaf(dictionary)) pages.push({ dictionary, object });
      else for (const kid of [...arrayOf(dictionary.get("Kids"), this.resolve)].reverse()) waiting.push(kid);
    }
    return pages;
  }

  /** A page's resources, or those of the nearest node above it that has any (ISO 32000-1, 7.7.3.4). */
  resourcesOf({ dictionary }: Page): Dictionary | undefined {
    const seen = new Set<Dictionary>();
    for (
      let node: Dictionary | undefined = dictionary;
      node !== undefined && !seen.has(node);
      node = dictionaryOf(node.get("Parent"), this.resolve)
    ) {
      const resources = dictionaryOf(node.get("Resources"), this.resolve);
      if (resources !== undefined) return resources;
      seen.add(node);
    }
    return undefined;
  }

  #isLeaf(dictionary: Dictionary): boolean {
    return nameOf(dictionary.get("Type"), this.resolve) === "Page" || !dictionary.entries.has("Kids");
  }
}
