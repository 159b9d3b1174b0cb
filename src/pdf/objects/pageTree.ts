import type { Damage } from "../../model/damage.js";
import { type Dictionary, type PdfObject, Stream, isArray, listOf, nameOf, unlessUnreadable } from "./objects.js";
import { PdfObjects } from "./pdfObjects.js";
import { faultyFilter } from "./streamFaults.js";

/**
 * The page tree of a PDF. pdf.js does not report that it leaves out pages beyond a count that is too low, takes missing content for that of
 * an empty page, or cannot decode all of it. Pages are identified by their object numbers.
 */
export class PageTree {
  readonly #pages: number;
  readonly #objects: ReadonlySet<number>;
  readonly #damaged: ReadonlyMap<number, Damage>;

  /** @param hearsChecksums See `faultyFilter`. */
  constructor(file: PdfObjects, hearsChecksums: boolean) {
    this.#pages = file.pages.length;
    this.#objects = new Set(file.pages.flatMap(({ object }) => object ?? []));
    const damaged = file.pages.map(({ object, dictionary }): [number | undefined, Damage | undefined] => [
      object,
      unlessUnreadable(() => damageIn(dictionary, file, hearsChecksums)),
    ]);
    this.#damaged = new Map(
      damaged.flatMap(([object, damage]) => (object === undefined || damage === undefined ? [] : [[object, damage]])),
    );
  }

  /** What is wrong with a page's content, or the page itself if it is something else; undefined if nothing is known about it. */
  damageOf(object: number | undefined): Damage | undefined {
    return object === undefined ? undefined : this.#damaged.get(object);
  }

  /**
   * How many pages of the tree are not among those that were found. `pages` is the number found, `objects` are the known object numbers
   * among them.
   */
  notAmong(found: { readonly pages: number; readonly objects: readonly number[] }): number {
    const known = found.objects.filter((object) => this.#objects.has(object));
    // A page may be found more than once.
    return Math.max(0, this.#pages - new Set(known).size - (found.pages - known.length));
  }
}

/** The page tree of a PDF; undefined if it cannot be followed: pdf.js repairs such files, or reports what it cannot read. */
export function pageTreeOf(bytes: Uint8Array, hearsChecksums: boolean): PageTree | undefined {
  return unlessUnreadable(() => new PageTree(new PdfObjects(bytes), hearsChecksums));
}

/**
 * What is wrong with a page's entry for its content (ISO 32000-1, 7.7.3.3), which is a stream of operators or an array of these. Without an
 * entry the page is empty, unless it says that it is something else.
 */
function damageIn(page: Dictionary, { resolve, isEncrypted }: PdfObjects, hearsChecksums: boolean): Damage | undefined {
  const entry = page.get("Contents");
  if (entry === null) return PAGES.has(nameOf(page.get("Type"), resolve) ?? "Page") ? undefined : NOT_THERE;
  const content = resolve(entry);
  const parts = isArray(content) ? content.filter((part) => part !== null).map(resolve) : [content];
  for (const part of parts) {
    if (!isContent(part, resolve)) return NOT_THERE;
    const filter = isEncrypted ? undefined : faultyFilter(part, resolve, hearsChecksums);
    if (filter !== undefined) return { code: "content-undecodable", filter };
  }
  return undefined;
}

const NOT_THERE: Damage = { code: "content-missing" };

/** The types of pages; templates are pages that forms show. */
const PAGES = new Set(["Page", "Template"]);

/** The filters whose data are pictures (ISO 32000-1, 7.4.6 to 7.4.9). */
const PICTURES = new Set(["CCITTFaxDecode", "JBIG2Decode", "DCTDecode", "JPXDecode"]);

/** Whether an object can be content: pdf.js takes the pixels of a picture for operators, and skips them. */
function isContent(object: PdfObject, resolve: PdfObjects["resolve"]): object is Stream {
  if (!(object instanceof Stream)) return false;
  return !listOf(object.dictionary.get("Filter"), resolve).some((filter) => PICTURES.has(nameOf(filter, resolve) ?? ""));
}
