import { inflateSync, constants } from "node:zlib";
import { type Resolve, Name, type Stream, Unreadable, isArray } from "./objects.js";

/** The most bytes that a stream may have when it is decoded: a page of text has some ten thousand. */
export const MOST_BYTES = 64e6;

/**
 * The bytes of a stream without its filters: those with which content is written today.
 *
 * @throws Unreadable where it has another one, is damaged, or too large.
 */
export function decode({ dictionary, bytes }: Stream, resolve: Resolve): Uint8Array {
  const filter = resolve(dictionary.get("Filter"));
  const filters = isArray(filter) ? filter.map(resolve) : filter === null ? [] : [filter];
  const parameters = resolve(dictionary.get("DecodeParms"));
  if (filters.length > 0 && parameters !== null && !(isArray(parameters) && parameters.every((entry) => resolve(entry) === null))) {
    throw new Unreadable("a predictor");
  }
  return filters.reduce((data: Uint8Array, next) => {
    const decoder = next instanceof Name ? DECODERS[next.text] : undefined;
    if (decoder === undefined) throw new Unreadable("another filter");
    return decoder(data);
  }, bytes);
}

const DECODERS: Readonly<Record<string, (data: Uint8Array) => Uint8Array>> = {
  FlateDecode: inflate,
  Fl: inflate,
  ASCII85Decode: fromAscii85,
  A85: fromAscii85,
};

/** What ends early is read as far as it goes, as pdf.js does. */
function inflate(data: Uint8Array): Uint8Array {
  try {
    return inflateSync(data, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MOST_BYTES });
  } catch (error) {
    throw new Unreadable("damaged", { cause: error });
  }
}

/** ISO 32000-1, 7.4.3: five signs are four bytes, `z` four zeros; the last group may be shorter. */
function fromAscii85(data: Uint8Array): Uint8Array {
  const bytes: number[] = [];
  let group: number[] = [];
  const close = (length: number): void => {
    let value = [...group, 84, 84, 84, 84].slice(0, 5).reduce((sum, digit) => sum * 85 + digit, 0);
    const word = [0, 0, 0, 0];
    for (let i = 3; i >= 0; i--) {
      word[i] = value % 256;
      value = Math.floor(value / 256);
    }
    bytes.push(...word.slice(0, length));
    group = [];
  };
  for (const byte of data) {
    if (byte === 0x7e) break;
    if (byte === 0x7a && group.length === 0) bytes.push(0, 0, 0, 0);
    else if (byte >= 0x21 && byte <= 0x75) group.push(byte - 0x21);
    if (group.length === 5) close(4);
  }
  if (group.length > 1) close(group.length - 1);
  return Uint8Array.from(bytes);
}
