import type { PDFDocumentProxy } from "pdfjs-dist";
import type { Damage } from "../model/damage.js";
import type { PageTree } from "./objects/pageTree.js";
import type { PdfPage, UnreadablePage } from "./page.js";
import { isHeard } from "./pdfjs/pdfjs.js";
import { type PageReading, type ParsedPage, parsePage, readPage } from "./readPage.js";
import { textFinder } from "./textFinder.js";

/** How many pages are requested ahead: enough to keep a parser in a thread of its own busy, few enough to fit in memory. */
const AHEAD = 6;

/** A page that is parsed, or will be. */
interface BegunPage {
  readonly number: number;
  readonly page: Promise<ParsedPage | UnreadablePage>;
}

/** A PDF that is being read, and what is known of it. */
export interface Reading extends PageReading {
  /** The page that was asked for when the PDF was opened. */
  readonly begun: BegunPage | undefined;
  /** The PDF's bytes, until its tree of pages is read. */
  bytes: Uint8Array | undefined;
  /** Undefined if it is not read yet, or cannot be. */
  tree: PageTree | undefined;
}

/** A PDF of which no page is read yet; the first wanted page is requested. */
export function beginReading({ document, first, bytes, tree, password, isMended }: Opening): Reading {
  return {
    document,
    begun: first <= document.numPages ? { number: first, page: parsePage(document, first) } : undefined,
    findTexts: textFinder(document, password),
    fonts: new Map(),
    bytes,
    tree,
    objects: [],
    isMended,
  };
}

/** What a PDF is read from. */
interface Opening {
  readonly document: PDFDocumentProxy;
  /** The first page that will be read, counted from 1. */
  readonly first: number;
  /** A copy of the PDF's bytes, to read its tree of pages from; undefined if none is kept. */
  readonly bytes: Uint8Array | undefined;
  /** Its tree of pages, if that has already been read. */
  readonly tree: PageTree | undefined;
  readonly password: string | undefined;
  readonly isMended: boolean;
}

/**
 * Requests pages before they are read: if the parser has a thread of its own, it works at the same time. No other page is requested until
 * the first has arrived, because the parser would share its time among them.
 */
export async function* readPages(reading: Reading, isWanted: (page: number) => boolean): AsyncGenerator<PdfPage | UnreadablePage> {
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

/** Reads the tree of pages, while a parser in a thread of its own works on the first page. */
async function readTree(reading: Reading): Promise<void> {
  const { bytes } = reading;
  if (bytes === undefined) return;
  reading.bytes = undefined;
  reading.tree = await treeOf(bytes);
}

/** The tree of pages of a PDF; undefined if it cannot be followed. */
export async function treeOf(bytes: Uint8Array): Promise<PageTree | undefined> {
  return (await import("./objects/pageTree.js")).pageTreeOf(bytes, isHeard());
}

/** A description of pages that pdf.js does not find; undefined if there are none, as far as is known. */
export function pagesNotFound({ document, tree, objects }: Reading): Damage | undefined {
  const count = tree?.notAmong({ pages: document.numPages, objects }) ?? 0;
  return count === 0 ? undefined : { code: "pages-not-found", count };
}
