/**
 * A pattern that matches letters, digits or accents of all scripts. V8 takes a millisecond or more to compile such a pattern, as long as it
 * takes to read a page; in a text that has none beyond ASCII, the same pattern restricted to ASCII finds the same.
 */
export class TextPattern {
  readonly #pattern: RegExp;
  #ascii: RegExp | undefined;

  constructor(pattern: RegExp) {
    this.#pattern = pattern;
  }

  test(text: string): boolean {
    return this.#for(text).test(text);
  }

  exec(text: string): RegExpExecArray | null {
    return this.#for(text).exec(text);
  }

  /** Like `text.matchAll` of a pattern. */
  matchesIn(text: string): IterableIterator<RegExpExecArray> {
    return text.matchAll(this.#for(text));
  }

  /** Like `text.replace` of a pattern. */
  replaceIn(text: string, replacer: (match: string, ...groups: string[]) => string): string {
    return text.replace(this.#for(text), replacer);
  }

  #for(text: string): RegExp {
    return PLAIN.test(text) ? (this.#ascii ??= asciiOnly(this.#pattern)) : this.#pattern;
  }
}

/** ASCII, and dashes, quotation marks and bullets. */
const PLAIN = /^[\0-\x7F\u2010-\u2027\u2030-\u205E\u00AD]*$/u;

/** The part of each Unicode class that is in ASCII. */
const ASCII: Readonly<Record<string, string>> = { "\\p{L}": "A-Za-z", "\\p{Ll}": "a-z", "\\p{Lu}": "A-Z", "\\p{M}": "", "\\p{N}": "0-9" };

/** The pattern with these classes reduced to ASCII; others stay. */
function asciiOnly({ source, flags }: RegExp): RegExp {
  let inBrackets = false;
  const plain = source.replace(/\\p\{\w+\}|\\.|[[\]]/gu, (token) => {
    if (token === "[" || token === "]") inBrackets = token === "[";
    const range = ASCII[token];
    if (range === undefined) return token;
    return inBrackets ? range : `[${range}]`;
  });
  return new RegExp(plain, flags);
}
