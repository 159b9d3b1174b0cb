import { Dictionary, type PdfObject, Reference, type Resolve, Stream, Unreadable } from "./objects.js";
import { Operator, Syntax } from "./syntax.js";

/** An object as it is written in a file, with its number (ISO 32000-1, 7.3.10). */
export interface Indirect {
  readonly number: number;
  readonly object: PdfObject;
}

/**
 * The object at a byte of a file.
 *
 * @throws Unreadable if there is none, or it is a stream whose length is wrong.
 */
export function objectAt(bytes: Uint8Array, start: number, resolve: Resolve): Indirect {
  const syntax = new Syntax(bytes, start);
  const [number, , keyword] = [syntax.next(), syntax.next(), syntax.next()];
  if (typeof number !== "number" || !(keyword instanceof Operator) || keyword.name !== "obj") throw new Unreadable("no object");
  return { number, object: bodyAt(syntax, resolve) };
}

function bodyAt(syntax: Syntax, resolve: Resolve): PdfObject {
  const first = syntax.next();
  const object = first === undefined || first instanceof Operator ? null : first;
  if (!(object instanceof Dictionary)) return reference(object, syntax);
  const next = syntax.next();
  if (!(next instanceof Operator) || next.name !== "stream") return object;
  const length = resolve(object.get("Length"));
  if (typeof length !== "number") throw new Unreadable("no length");
  const start = behindLineEnd(syntax);
  const end = new Syntax(syntax.bytes, start + length).next();
  if (!(end instanceof Operator) || end.name !== "endstream") throw new Unreadable("another length");
  return new Stream(object, syntax.bytes.subarray(start, start + length));
}

/** A line end separates the keyword from the bytes of a stream: a line feed, or a carriage return and a line feed. */
function behindLineEnd({ bytes, at }: Syntax): number {
  return bytes[at] === 13 && bytes[at + 1] === 10 ? at + 2 : at + 1;
}

/** A reference on its own, of which only the number has been read; any other object as it is. */
function reference(object: PdfObject, syntax: Syntax): PdfObject {
  if (typeof object !== "number") return object;
  const generation = syntax.next();
  const keyword = typeof generation === "number" ? syntax.next() : undefined;
  return keyword instanceof Operator && keyword.name === "R" ? new Reference(object) : object;
}
