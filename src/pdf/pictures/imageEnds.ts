import { contentOf } from "../objects/content.js";
import { decode } from "../objects/decode.js";
import { skipInlineImage } from "../objects/inlineImage.js";
import {
  Dictionary,
  type PdfObject,
  type Resolve,
  Stream,
  dictionaryOf,
  listOf,
  nameOf,
  resourceOf,
  unlessUnreadable,
} from "../objects/objects.js";
import { PdfObjects } from "../objects/pdfObjects.js";
import { Operator, Syntax } from "../objects/syntax.js";

/** Whether a page, identified by its object number, shows an image that ends early. */
export type ImageEnds = (object: number) => boolean;

/**
 * Looks for images that end early. The missing part of those in JBIG2 and CCITT Group 4 comes out white, and pdf.js does not report it, as
 * it does for other codecs. Undefined if the PDF's objects are damaged or encrypted.
 */
export function imageEndsOf(bytes: Uint8Array): ImageEnds | undefined {
  const file = unlessUnreadable(() => new PdfObjects(bytes));
  if (file === undefined || file.isEncrypted) return undefined;
  return (object) => {
    const page = file.pages.find((one) => one.object === object);
    if (page === undefined) return false;
    const { resolve } = file;
    const ends = (): boolean => {
      const images = imagesIn({ bytes: contentOf(page.dictionary, resolve), resources: file.resourcesOf(page) }, resolve);
      return images.some((image) => endsEarly(image, resolve));
    };
    return unlessUnreadable(ends) ?? false;
  };
}

/** Content, and what its names refer to. */
interface Content {
  readonly bytes: Uint8Array;
  readonly resources: Dictionary | undefined;
}

/** The images that content shows, including those of the forms in it, each once. */
function imagesIn(content: Content, resolve: Resolve): Stream[] {
  const found = new Set<Stream>();
  const waiting = [content];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const shown of shownIn(next, resolve)) {
      if (found.has(shown)) continue;
      found.add(shown);
      if (isForm(shown, resolve))
        waiting.push({
          bytes: decode(shown, resolve),
          resources: dictionaryOf(shown.dictionary.get("Resources"), resolve) ?? next.resources,
        });
    }
  }
  return [...found].filter((shown) => !isForm(shown, resolve));
}

function isForm({ dictionary }: Stream, resolve: Resolve): boolean {
  return nameOf(dictionary.get("Subtype"), resolve) === "Form";
}

/** The named objects that content shows. */
function shownIn({ bytes, resources }: Content, resolve: Resolve): ReadonlySet<Stream> {
  const syntax = new Syntax(bytes);
  const shown = new Set<Stream>();
  let operand: PdfObject = null;
  for (let next = syntax.next(); next !== undefined; next = syntax.next()) {
    if (!(next instanceof Operator)) {
      operand = next;
      continue;
    }
    if (next.name === "BI") skipInlineImage(syntax);
    const object = next.name === "Do" ? resolve(resourceOf(operand, "XObject", resources, resolve)) : null;
    if (object instanceof Stream) shown.add(object);
  }
  return shown;
}

/** Whether the data of an image end before the image does. */
function endsEarly({ dictionary, bytes }: Stream, resolve: Resolve): boolean {
  const filters = listOf(dictionary.get("Filter"), resolve);
  const ends = ENDS_EARLY.get(nameOf(filters.at(-1) ?? null, resolve) ?? "");
  if (ends === undefined) return false;
  const parameters = listOf(dictionary.get("DecodeParms"), resolve);
  const before = new Map<string, PdfObject>([
    ["Filter", filters.slice(0, -1)],
    ["DecodeParms", parameters.slice(0, filters.length - 1)],
  ]);
  return ends(decode(new Stream(new Dictionary(before), bytes), resolve), (key) =>
    resolve(dictionaryOf(parameters[filters.length - 1] ?? null, resolve)?.get(key) ?? null),
  );
}

/** Whether the data of an image, without its other filters, end early; `parameter` gives those of its codec. */
type EndsEarly = (data: Uint8Array, parameter: (key: string) => PdfObject) => boolean;

const ENDS_EARLY: ReadonlyMap<string, EndsEarly> = new Map<string, EndsEarly>([
  ["JBIG2Decode", jbig2EndsEarly],
  ["CCITTFaxDecode", (data, parameter) => isGroup4WithEnd(parameter) && !hasEndOfBlock(data)],
]);

function isGroup4WithEnd(parameter: (key: string) => PdfObject): boolean {
  const k = parameter("K");
  return typeof k === "number" && k < 0 && parameter("EndOfBlock") !== false;
}

/** After the end of a block there may be a line end and zeros, no more than this. */
const LONGEST_PADDING = 16;

/** Whether data end with two codes for the end of a line (ITU-T T.6, 2.4.1.1), at any bit. */
function hasEndOfBlock(data: Uint8Array): boolean {
  const tail = [...data.subarray(-LONGEST_PADDING)].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return tail.includes("000000000001000000000001");
}

/** Data of unknown length ends where the next segment begins. */
const UNKNOWN_LENGTH = 0xffffffff;

/** Anything shorter than a segment header is padding, or cannot be read as a segment. */
const SHORTEST_HEADER = 11;

/** The types of segments that show something on a page (ISO/IEC 14492, 7.3). */
const REGIONS: ReadonlySet<number> = new Set([6, 7, 22, 23, 38, 39, 42, 43]);

/** Whether one of the segments of JBIG2 data (ISO/IEC 14492, 7.2) is incomplete, or none shows anything. */
function jbig2EndsEarly(data: Uint8Array): boolean {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  let showsSomething = false;
  try {
    for (let at = 0; at + SHORTEST_HEADER <= data.length;) {
      const number = view.getUint32(at);
      const flags = view.getUint8(at + 4);
      const isLong = view.getUint8(at + 5) >> 5 === 7;
      const references = isLong ? view.getUint32(at + 5) & 0x1fffffff : view.getUint8(at + 5) >> 5;
      const ofReference = number <= 256 ? 1 : number <= 65536 ? 2 : 4;
      const end = at + (isLong ? 9 + ((references + 8) >> 3) : 6) + references * ofReference + ((flags & 0x40) === 0 ? 1 : 4);
      const length = view.getUint32(end);
      if (length === UNKNOWN_LENGTH) return false;
      at = end + 4 + length;
      if (at > data.length) return true;
      showsSomething ||= REGIONS.has(flags & 0x3f);
    }
  } catch (error) {
    if (error instanceof RangeError) return true;
    throw error;
  }
  return !showsSomething;
}
