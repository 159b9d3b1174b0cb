/** The objects of a PDF (ISO 32000-1, 7.3). A string is a JavaScript string with one character per byte. */
export type PdfObject = null | boolean | number | string | Name | Reference | Dictionary | Stream | readonly PdfObject[];

/** A name, without its slash. */
export class Name {
  constructor(readonly text: string) {}
}

/** A reference to an indirect object. */
export class Reference {
  constructor(readonly number: number) {}
}

/** A dictionary by its keys. */
export class Dictionary {
  constructor(readonly entries: ReadonlyMap<string, PdfObject>) {}

  /** The value as it is: a reference is not followed. Null if there is none, which is the same in PDF. */
  get(key: string): PdfObject {
    return this.entries.get(key) ?? null;
  }
}

/** A stream: its dictionary and its bytes, still encoded. */
export class Stream {
  constructor(
    readonly dictionary: Dictionary,
    readonly bytes: Uint8Array,
  ) {}
}

/** Follows references; a reference to nothing is null. */
export type Resolve = (object: PdfObject) => PdfObject;

/** The dictionary that an object is or refers to, or that of a stream; undefined if it is none of these. */
export function dictionaryOf(object: PdfObject, resolve: Resolve): Dictionary | undefined {
  const found = resolve(object);
  if (found instanceof Stream) return found.dictionary;
  return found instanceof Dictionary ? found : undefined;
}

/** The text of the name that an object is or refers to; undefined if it is not a name. */
export function nameOf(object: PdfObject, resolve: Resolve): string | undefined {
  const found = resolve(object);
  return found instanceof Name ? found.text : undefined;
}

/** The array that an object is or refers to; empty if it is not an array. */
export function arrayOf(object: PdfObject, resolve: Resolve): readonly PdfObject[] {
  const found = resolve(object);
  return isArray(found) ? found : [];
}

/** The objects of an entry that has one, or an array of several, like the filters of a stream; none if it is null. */
export function listOf(object: PdfObject, resolve: Resolve): readonly PdfObject[] {
  const found = resolve(object);
  if (found === null) return [];
  return isArray(found) ? found : [found];
}

/** What a name stands for in a category of resources such as XObject: mostly a reference. Null if it is not a name, or stands for nothing. */
export function resourceOf(name: PdfObject, category: string, resources: Dictionary | undefined, resolve: Resolve): PdfObject {
  if (!(name instanceof Name)) return null;
  return dictionaryOf(resources?.get(category) ?? null, resolve)?.get(name.text) ?? null;
}

/** Whether an object is an array. */
export function isArray(object: PdfObject): object is readonly PdfObject[] {
  return Array.isArray(object);
}

/** Thrown for bytes that are not a PDF, or not one that can be read here: nothing is taken from it then. */
export class Unreadable extends Error {}

/** The result of `read`; undefined if it is unreadable. */
export function unlessUnreadable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}
