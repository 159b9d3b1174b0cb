import { Dictionary, Name, type PdfObject, Reference, Unreadable } from "./objects.js";

/** An operator of a content stream, or a keyword of a file: anything that is not an object. */
export class Operator {
  constructor(readonly name: string) {}
}

/** The deepest nesting of arrays and dictionaries; no content has more than a few levels. */
const DEEPEST = 100;

/** Whether a byte is white space (ISO 32000-1, 7.2.2). */
export function isSpace(byte: number): boolean {
  return byte === 32 || byte === 10 || byte === 13 || byte === 9 || byte === 12 || byte === 0;
}

const DELIMITERS: ReadonlySet<number> = new Set(Buffer.from("()<>[]{}/%"));
const isRegular = (byte: number): boolean => !isSpace(byte) && !DELIMITERS.has(byte);
const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;
/** Digits, sign and point. */
const isNumeric = (byte: number): boolean => isDigit(byte) || byte === 43 || byte === 45 || byte === 46;

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** Reads the objects and operators of a file or a content stream one after another (ISO 32000-1, 7.2 and 7.3), as leniently as pdf.js does. */
export class Syntax {
  /** The index of the next byte. */
  at: number;

  constructor(
    readonly bytes: Uint8Array,
    start = 0,
  ) {
    this.at = start;
  }

  /**
   * The next object or operator; undefined at the end.
   *
   * @throws Unreadable if an array or a dictionary does not end, or is nested too deep.
   */
  next(depth = 0): PdfObject | Operator | undefined {
    this.#skipSpace();
    const byte = this.#peek();
    if (byte === undefined) return undefined;
    const character = String.fromCharCode(byte);
    if (isNumeric(byte)) return this.#number();
    if (isRegular(byte)) return this.#keyword();
    this.at += 1;
    switch (character) {
      case "/":
        return this.#name();
      case "(":
        return this.#literal();
      case "[":
        return this.#objectsUntil("]", depth);
      case "<":
        if (this.#peek() !== byte) return this.#hexadecimal();
        this.at += 1;
        return this.#dictionary(depth);
      case ">":
        if (this.#peek() === byte) this.at += 1;
        return new Operator(">>");
      default:
        return new Operator(character);
    }
  }

  /** The objects up to an operator, which is read as well; the parts of a reference are combined. */
  #objectsUntil(end: string, depth: number): PdfObject[] {
    if (depth >= DEEPEST) throw new Unreadable("nested too deep");
    const objects: PdfObject[] = [];
    for (;;) {
      const next = this.next(depth + 1);
      if (next === undefined) throw new Unreadable(`ends before ${end}`);
      if (!(next instanceof Operator)) objects.push(next);
      else if (next.name === end) return objects;
      else if (next.name === "R") {
        const [number] = objects.splice(-2);
        objects.push(typeof number === "number" ? new Reference(number) : null);
      }
    }
  }

  #dictionary(depth: number): Dictionary {
    const objects = this.#objectsUntil(">>", depth);
    const entries = new Map<string, PdfObject>();
    for (let i = 0; i + 1 < objects.length; i += 2) {
      const key = objects[i];
      if (key instanceof Name) entries.set(key.text, objects[i + 1] ?? null);
      // Not a key: the next object may be one.
      else i -= 1;
    }
    return new Dictionary(entries);
  }

  #number(): number {
    const value = Number.parseFloat(this.#take(isNumeric));
    return Number.isFinite(value) ? value : 0;
  }

  #keyword(): PdfObject | Operator {
    const word = this.#take(isRegular);
    if (word === "true" || word === "false") return word === "true";
    return word === "null" ? null : new Operator(word);
  }

  #name(): Name {
    const text = this.#take(isRegular).replace(/#([0-9A-Fa-f]{2})/g, (_, digits: string) =>
      String.fromCharCode(Number.parseInt(digits, 16)),
    );
    return new Name(text);
  }

  #hexadecimal(): string {
    const digits = this.#take((byte) => byte !== 62).replace(/[^0-9A-Fa-f]/g, "");
    this.at += 1;
    return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, "hex").toString("latin1");
  }

  #literal(): string {
    let text = "";
    let open = 1;
    for (let byte = this.#shift(); byte !== undefined; byte = this.#shift()) {
      const character = String.fromCharCode(byte);
      if (character === "\\") {
        text += this.#escaped();
        continue;
      }
      if (character === "(") open += 1;
      if (character === ")") open -= 1;
      if (open === 0) break;
      text += character === "\r" ? this.#lineEnd() : character;
    }
    return text;
  }

  /** What follows a backslash: a character, a code of up to three octal digits, or a line end that does not count. */
  #escaped(): string {
    const byte = this.#shift();
    if (byte === undefined) return "";
    const character = String.fromCharCode(byte);
    if (character >= "0" && character <= "7") {
      let octal = character;
      while (octal.length < 3 && /[0-7]/.test(String.fromCharCode(this.#peek() ?? 0))) octal += String.fromCharCode(this.#shift() ?? 0);
      return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    }
    if (character === "\r") {
      this.#lineEnd();
      return "";
    }
    return character === "\n" ? "" : (ESCAPES[character] ?? character);
  }

  /** The end of a line whose carriage return has been read: in a string it is a line feed, whatever else belongs to it. */
  #lineEnd(): string {
    if (this.#peek() === 10) this.at += 1;
    return "\n";
  }

  #skipSpace(): void {
    for (let byte = this.#peek(); byte !== undefined; byte = this.#peek()) {
      if (byte === 37) this.#take((other) => other !== 10 && other !== 13);
      else if (isSpace(byte)) this.at += 1;
      else return;
    }
  }

  #take(belongs: (byte: number) => boolean): string {
    const start = this.at;
    for (let byte = this.#peek(); byte !== undefined && belongs(byte); byte = this.#peek()) this.at += 1;
    return Buffer.from(this.bytes.buffer, this.bytes.byteOffset + start, this.at - start).toString("latin1");
  }

  #peek(): number | undefined {
    return this.bytes[this.at];
  }

  #shift(): number | undefined {
    const byte = this.bytes[this.at];
    this.at += 1;
    return byte;
  }
}
