import { inflateSync, constants } from "node:zlib";
import { type Dictionary, type Resolve, type Stream, Unreadable, dictionaryOf, listOf, nameOf } from "./objects.js";

/** The most bytes that a decoded stream may have: a page of text has some tens of thousands. */
export const MOST_BYTES = 64e6;

/**
 * The decoded bytes of a stream, for the filters used for content today.
 *
 * @throws Unreadable if it has another filter, is damaged, or too large.
 */
export function decode({ dictionary, bytes }: Stream, resolve: Resolve): Uint8Array {
  const parameters = listOf(dictionary.get("DecodeParms"), resolve);
  return listOf(dictionary.get("Filter"), resolve).reduce((data: Uint8Array, next, i) => {
    const decoder = DECODERS.get(nameOf(next, resolve) ?? "");
    if (decoder === undefined) throw new Unreadable("another filter");
    return unpredicted(decoder(data), dictionaryOf(parameters[i] ?? null, resolve), resolve);
  }, bytes);
}

const DECODERS: ReadonlyMap<string, (data: Uint8Array) => Uint8Array> = new Map([
  ["FlateDecode", inflate],
  ["Fl", inflate],
  ["ASCII85Decode", fromAscii85],
  ["A85", fromAscii85],
]);

/** Truncated data is read as far as it goes, as by pdf.js. */
function inflate(data: Uint8Array): Uint8Array {
  try {
    return inflateSync(data, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MOST_BYTES });
  } catch (error) {
    throw new Unreadable("damaged", { cause: error });
  }
}

/** Undoes the PNG predictors (ISO 32000-1, 7.4.4.4): the first byte of each row says what was subtracted from the others. */
function unpredicted(data: Uint8Array, parameters: Dictionary | undefined, resolve: Resolve): Uint8Array {
  const numberOf = (key: string, otherwise: number): number => {
    const value = resolve(parameters?.get(key) ?? null);
    return typeof value === "number" && value > 0 ? value : otherwise;
  };
  const predictor = numberOf("Predictor", 1);
  if (predictor === 1) return data;
  if (predictor < 10) throw new Unreadable("another predictor");
  const bits = numberOf("Colors", 1) * numberOf("BitsPerComponent", 8);
  const pixel = Math.ceil(bits / 8);
  const width = Math.ceil((bits * numberOf("Columns", 1)) / 8);
  if (width > data.length) throw new Unreadable("no row");
  const rows = Math.ceil(data.length / (width + 1));
  const plain = new Uint8Array(rows * width);
  for (let row = 0; row < rows; row++) {
    const start = row * width;
    const source = row * (width + 1);
    for (let i = 0; i < width; i++) {
      const left = i < pixel ? 0 : (plain[start + i - pixel] ?? 0);
      const above = plain[start - width + i] ?? 0;
      const corner = i < pixel ? 0 : (plain[start - width + i - pixel] ?? 0);
      plain[start + i] = (data[source + 1 + i] ?? 0) + predicted(data[source] ?? 0, left, above, corner);
    }
  }
  return plain;
}

function predicted(kind: number, left: number, above: number, corner: number): number {
  switch (kind) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) >> 1;
    case 4: {
      const [toLeft, toAbove, toCorner] = [Math.abs(above - corner), Math.abs(left - corner), Math.abs(left + above - 2 * corner)];
      if (toLeft <= toAbove && toLeft <= toCorner) return left;
      return toAbove <= toCorner ? above : corner;
    }
    default:
      throw new Unreadable("no predictor");
  }
}

/** ISO 32000-1, 7.4.3: five characters are four bytes, `z` four zeros; the last group may be shorter. */
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
