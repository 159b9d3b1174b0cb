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

/**
 * ISO 32000-1, 7.4.3: five characters are four bytes, `z` four zeros; the last group may be shorter, as if filled with `u`.
 *
 * @throws Unreadable if the bytes would be too many: a `z` makes four of one, and what was inflated may be all `z`.
 */
function fromAscii85(data: Uint8Array): Uint8Array {
  const end = data.indexOf(0x7e);
  const source = end < 0 ? data : data.subarray(0, end);
  const zeros = source.reduce((count, byte) => (byte === 0x7a ? count + 1 : count), 0);
  const most = 4 * (zeros + Math.ceil((source.length - zeros) / 5));
  if (most > MOST_BYTES) throw new Unreadable("too large");
  const bytes = new DataView(new ArrayBuffer(most));
  let length = 0;
  let digits = 0;
  let value = 0;
  for (const byte of source) {
    if (byte === 0x7a && digits === 0) length += 4;
    else if (byte >= 0x21 && byte <= 0x75) {
      value = value * 85 + (byte - 0x21);
      digits += 1;
    }
    if (digits < 5) continue;
    bytes.setUint32(length, value);
    length += 4;
    digits = 0;
    value = 0;
  }
  if (digits > 1) {
    for (let i = digits; i < 5; i++) value = value * 85 + 84;
    bytes.setUint32(length, value);
    length += digits - 1;
  }
  return new Uint8Array(bytes.buffer, 0, length);
}
