/** The objects of a PDF (ISO 32000-1, 7.3). A string is a JavaScript string of its bytes, one a character. */
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

  /** The value as it stands: a reference is not followed. Null where there is none, which in PDF is the same. */
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

/** Follows references; what refers to nothing is null. */
export type Resolve = (object: PdfObject) => PdfObject;

/** The dictionary that an object is or refers to, also that of a stream; undefined where it is none. */
export function dictionaryOf(object: PdfObject, resolve: Resolve): Dictionary | undefined {
  const found = resolve(object);
  if (found instanceof Stream) return found.dictionary;
  return found instanceof Dictionary ? found : undefined;
}

/** The array that an object is or refers to; empty where it is none. */
export function arrayOf(object: PdfObject, resolve: Resolve): readonly PdfObject[] {
  const found = resolve(object);
  return isArray(found) ? found : [];
}

/** Whether an object is an array. */
export function isArray(object: PdfObject): object is readonly PdfObject[] {
  return Array.isArray(object);
}

/** Bytes that are no PDF, or that of one which is not read: nothing is taken from it then. */
export class Unreadable extends Error {}

/** What is read; undefined where it is unreadable. */
export function unlessUnreadable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}
