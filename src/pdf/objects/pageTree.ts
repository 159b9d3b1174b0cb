import { Name, type PdfObject, Stream, isArray, unlessUnreadable } from "./objects.js";
import { type Page, PdfObjects } from "./pdfObjects.js";

/**
 * The tree of pages as a PDF has it. pdf.js says nothing where it finds no pages behind a count that is too low, or takes content that is not
 * there for that of an empty page. Pages are known by the numbers of their objects.
 */
export class PageTree {
  readonly #pages: number;
  readonly #objects: ReadonlySet<number>;
  readonly #withoutContent: ReadonlySet<number>;

  constructor(file: PdfObjects) {
    this.#pages = file.pages.length;
    this.#objects = objectsOf(file.pages);
    this.#withoutContent = objectsOf(file.pages.filter((page) => unlessUnreadable(() => namesNothing(page, file)) === true));
  }

  /** Whether a page names content that is not there, or is itself something else than a page. */
  lacksContent(object: number | undefined): boolean {
    return object !== undefined && this.#withoutContent.has(object);
  }

  /** How many pages of the tree are not among those that were found, so many in all; `objects` are of those whose objects are known. */
  notAmong(found: { readonly pages: number; readonly objects: readonly number[] }): number {
    const known = found.objects.filter((object) => this.#objects.has(object));
    // A page may be found more than once.
    return Math.max(0, this.#pages - new Set(known).size - (found.pages - known.length));
  }
}

/** The tree of pages of a PDF; undefined where it cannot be followed: pdf.js mends such files, or says what it cannot read. */
export function pageTreeOf(bytes: Uint8Array): PageTree | undefined {
  return unlessUnreadable(() => new PageTree(new PdfObjects(bytes)));
}

function objectsOf(pages: readonly Page[]): Set<number> {
  return new Set(pages.flatMap(({ object }) => object ?? []));
}

/**
 * Whether a page has an entry for its content (ISO 32000-1, 7.7.3.3) that is neither a stream of operators nor an array of these. Without
 * an entry it is empty, but for what says that it is something else.
 */
function namesNothing({ dictionary }: Page, { resolve }: PdfObjects): boolean {
  const entry = dictionary.get("Contents");
  const type = resolve(dictionary.get("Type"));
  if (entry === null) return type instanceof Name && !PAGES.has(type.text);
  const content = resolve(entry);
  return isArray(content) ? !content.every((part) => part === null || isContent(resolve(part), resolve)) : !isContent(content, resolve);
}

/** What a page says that it is; templates are pages that forms show. */
const PAGES = new Set(["Page", "Template"]);

/** The filters whose data are pictures (ISO 32000-1, 7.4.6 to 7.4.9). */
const PICTURES = new Set(["CCITTFaxDecode", "JBIG2Decode", "DCTDecode", "JPXDecode"]);

/** Whether an object can be content: pdf.js takes the pixels of a picture for operators, and passes over them. */
function isContent(object: PdfObject, resolve: PdfObjects["resolve"]): boolean {
  if (!(object instanceof Stream)) return false;
  const filters = resolve(object.dictionary.get("Filter"));
  return !(isArray(filters) ? filters : [filters]).some((filter) => {
    const name = resolve(filter);
    return name instanceof Name && PICTURES.has(name.text);
  });
}
