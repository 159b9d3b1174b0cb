import { createHash } from "node:crypto";
import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";
import { AnnexError } from "../model/errors.js";
import { complaintOn, forgetComplaints, placeComplaint, wasMended } from "./complaints.js";
import { dropDoubleStrikes } from "./doubles.js";
import { type LoadedFont, dropOutlines, loadFont } from "./fonts.js";
import { type PageContext, interpret } from "./interpreter.js";
import type { OperatorList } from "./operatorList.js";
import type { PdfPage } from "./page.js";
import type { PageTree } from "./pageTree.js";
import { SETTINGS, fontHandling, getDocument, parsing } from "./pdfjs.js";
import { restoreNatives } from "./standIns.js";
import { type UntoldTexts, untoldTexts } from "./untold.js";
import { matrixOf, property } from "./untyped.js";

/** A page that could not be read, and what pdf.js says of it. */
export interface UnreadablePage {
  readonly number: number;
  readonly reason: string;
}

/** An open PDF. */
export interface PdfFile {
  /** The size of the file, and the SHA-256 of its bytes in hexadecimal. */
  readonly bytes: number;
  readonly sha256: string;
  /** How many pages the PDF says it has. */
  readonly pages: number;
  /** The program that wrote it, as it says. */
  readonly producer: string | null;
  /** Whether its objects had to be searched for, as far as is known: what is damaged in its midst may be missing without any other sign. */
  readonly isMended: boolean;
  /** Reads the pages in order, one at a time, or those wanted; a page's memory is given back before the next is read. */
  readonly read: (isWanted?: (page: number) => boolean) => AsyncGenerator<PdfPage | UnreadablePage>;
  /** Why something is left out of the pages that were read, nobody knows of which, or why pages are that the PDF has. */
  readonly leftOut: () => readonly string[];
  readonly close: () => Promise<void>;
}

/** PDFs of more bytes are full of pictures: of those no copy is held to look for what pdf.js does not say. */
export const LARGEST_COPY = 50e6;

/**
 * Opens a PDF. The bytes are handed over: their buffer may be empty afterwards.
 *
 * @param first The first page that will be read. A parser in a thread of its own begins with it while this one still loads what reads it.
 * @throws AnnexError `not-a-pdf`, `damaged`, `password-needed` or `password-wrong`.
 */
export async function openPdf(bytes: Uint8Array, password?: string, first = 1): Promise<PdfFile> {
  if (!looksLikePdf(bytes)) throw new AnnexError({ code: "not-a-pdf" });
  const file = { bytes: bytes.byteLength, sha256: createHash("sha256").update(bytes).digest("hex") };
  const copy = bytes.byteLength <= LARGEST_COPY ? Uint8Array.from(bytes) : undefined;
  const task = getDocument({ ...SETTINGS, ...parsing(), ...fontHandling(), data: bytes, ...(password === undefined ? {} : { password }) });
  let document: PDFDocumentProxy;
  let producer: string | null;
  let isMended: boolean;
  // What was said of a PDF that could not be opened is about no other.
  forgetComplaints();
  try {
    document = await task.promise;
    // Where this thread parses itself, pdf.js has loaded its parser only now.
    restoreNatives();
    producer = await producerOf(document);
    isMended = wasMended();
    forgetComplaints();
  } catch (error) {
    await task.destroy();
    throw new AnnexError(faultOf(error));
  }
  if (document.numPages < 1) {
    await task.destroy();
    throw new AnnexError({ code: "damaged", reason: "it has no pages" });
  }
  const reading: Reading = {
    document,
    begun: first <= document.numPages ? { number: first, page: parsePage(document, first) } : undefined,
    untold: untoldTexts(document, password),
    fonts: new Map(),
    bytes: copy,
    tree: undefined,
    objects: [],
    isMended,
  };
  return {
    ...file,
    pages: document.numPages,
    producer,
    isMended,
    read: (isWanted = () => true) => readPages(reading, isWanted),
    leftOut: () => [complaintOn(undefined), pagesNotFound(reading)].filter((reason) => reason !== undefined),
    close: () => task.destroy(),
  };
}

/** What pdf.js tells of a page. */
interface ParsedPage {
  readonly proxy: PDFPageProxy;
  readonly list: OperatorList;
}

/** How many pages are asked for ahead: enough to keep a parser in a thread of its own at work, few enough to hold. */
const AHEAD = 6;

/** A page that is parsed, or will be. */
interface BegunPage {
  readonly number: number;
  readonly page: Promise<ParsedPage | UnreadablePage>;
}

/** A PDF that is being read, and what is known of it. */
interface Reading {
  readonly document: PDFDocumentProxy;
  /** The page that was asked for when the PDF was opened. */
  readonly begun: BegunPage | undefined;
  readonly untold: UntoldTexts;
  readonly fonts: Map<string, LoadedFont>;
  /** The PDF's bytes, until its tree of pages is read. */
  bytes: Uint8Array | undefined;
  /** Undefined also where it cannot be read. */
  tree: PageTree | undefined;
  /** The numbers of the objects of the pages that were read. */
  readonly objects: number[];
  readonly isMended: boolean;
}

/**
 * Asks for pages before they are read: where the parser has a thread of its own, both are worked on at the same time. Until the first page is there
 * no other is asked for: the parser would give each of them a part of its time.
 */
async function* readPages(reading: Reading, isWanted: (page: number) => boolean): AsyncGenerator<PdfPage | UnreadablePage> {
  const { document, begun } = reading;
  const coming: Promise<ParsedPage | UnreadablePage>[] = [];
  let last = 0;
  const ask = (ahead: number): void => {
    while (coming.length < ahead && last < document.numPages) {
      last += 1;
      if (isWanted(last)) coming.push(last === begun?.number ? begun.page : parsePage(document, last));
    }
  };
  ask(1);
  await readTree(reading);
  for (let next = coming.shift(); next !== undefined; next = coming.shift()) {
    const parsed = await next;
    ask(AHEAD);
    yield "reason" in parsed ? parsed : await readPage(parsed, reading);
  }
}

/** Reads the tree of pages, while a parser in a thread of its own is at work on the first page. */
async function readTree(reading: Reading): Promise<void> {
  const { bytes } = reading;
  if (bytes === undefined) return;
  reading.bytes = undefined;
  reading.tree = (await import("./pageTree.js")).pageTreeOf(bytes);
}

/** What tells of pages that pdf.js does not find; undefined where there are none, as far as is known. */
function pagesNotFound({ document, tree, objects }: Reading): string | undefined {
  const count = tree?.notAmong({ pages: document.numPages, objects }) ?? 0;
  return count === 0 ? undefined : `pages of its page tree that were not found: ${count}`;
}

async function parsePage(document: PDFDocumentProxy, number: number): Promise<ParsedPage | UnreadablePage> {
  try {
    const proxy = await document.getPage(number);
    const list = await proxy.getOperatorList();
    // pdf.js gives an empty list also for content that it cannot read at all: reading its text fails then.
    if (list.fnArray.length === 0) await proxy.getTextContent();
    return { proxy, list };
  } catch (error) {
    return { number, reason: reasonOf(error) };
  }
}

/** What is wrong with a page whose content stops in its middle, that shows text in a font that is none, or that names content which is not there. */
const ENDS_EARLY = "its content ends early";
const NO_FONT = "a font on it cannot be read";
const NO_CONTENT = "its content is not there";
const MENDED_EMPTY = "nothing is on it, and the PDF is damaged";

async function readPage({ proxy, list }: ParsedPage, { document, untold, fonts, tree, objects, isMended }: Reading): Promise<PdfPage | UnreadablePage> {
  const viewport = proxy.getViewport({ scale: 1 });
  const object = proxy.ref?.num;
  if (object !== undefined) objects.push(object);
  try {
    const layers = list.fnArray.length > 0 ? await document.getOptionalContentConfig() : undefined;
    const context: PageContext = {
      toShown: matrixOf(viewport.transform),
      page: { x0: 0, y0: 0, x1: viewport.width, y1: viewport.height },
      fontOf: (id) => {
        const known = fonts.get(id);
        if (known !== undefined || !proxy.commonObjs.has(id)) return known;
        const shared: unknown = proxy.commonObjs.get(id);
        const font = loadFont(shared);
        dropOutlines(shared);
        fonts.set(id, font);
        return font;
      },
      layerVisible: (group) => layers?.isVisible(group) !== false,
    };
    const drawn = interpret(list, context);
    // Where something is left out, it is what an empty page is without.
    if (list.fnArray.length === 0) placeComplaint(proxy.pageNumber);
    const damage =
      complaintOn(proxy.pageNumber) ??
      (drawn.endsEarly ? ENDS_EARLY : undefined) ??
      (drawn.lacksFont ? NO_FONT : undefined) ??
      (tree?.lacksContent(object) === true ? NO_CONTENT : undefined) ??
      (isMended && list.fnArray.length === 0 ? MENDED_EMPTY : undefined);
    if (damage !== undefined && drawn.glyphs.length === 0) return { number: proxy.pageNumber, reason: damage };
    const { glyphs, doubled } = dropDoubleStrikes(await untold({ number: proxy.pageNumber, list, glyphs: drawn.glyphs, untold: drawn.untold }));
    return {
      number: proxy.pageNumber,
      width: viewport.width,
      height: viewport.height,
      glyphs,
      doubled,
      rulings: drawn.rulings,
      shapes: drawn.shapes,
      pictureArea: drawn.pictureArea,
      damage,
      operators: list.fnArray.length,
    };
  } catch (error) {
    return { number: proxy.pageNumber, reason: reasonOf(error) };
  } finally {
    proxy.cleanup();
  }
}

/** The header may stand anywhere in the first 1024 bytes (ISO 32000-1, annex H.3). */
function looksLikePdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).includes("%PDF-");
}

async function producerOf(document: PDFDocumentProxy): Promise<string | null> {
  const { info } = await document.getMetadata();
  const producer = property(info, "Producer");
  return typeof producer === "string" && producer.trim() !== "" ? producer.trim() : null;
}

function faultOf(error: unknown): AnnexError["fault"] {
  const name = property(error, "name");
  if (name === "PasswordException") {
    // pdf.js: 1 asks for a password, 2 refuses the one that was given.
    return { code: property(error, "code") === 2 ? "password-wrong" : "password-needed" };
  }
  return { code: "damaged", reason: reasonOf(error) };
}

/** What pdf.js says of an error. */
export function reasonOf(error: unknown): string {
  return error instanceof Error && error.message !== "" ? error.message : "unknown";
}
