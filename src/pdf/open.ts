import { createHash } from "node:crypto";
import type { PDFDocumentLoadingTask, PDFDocumentProxy } from "pdfjs-dist";
import { type Damage, damageBy } from "../model/damage.js";
import { AnnexError } from "../model/errors.js";
import { LARGEST_COPY, headerAt } from "./fileBytes.js";
import { complaintOn, forgetComplaints, wasMended } from "./pdfjs/complaints.js";
import type { PdfPage, UnreadablePage } from "./page.js";
import { SETTINGS, fontHandling, getDocument, isHeard, parsing } from "./pdfjs/pdfjs.js";
import { beginReading, pagesNotFound, readPages, treeOf } from "./readPages.js";
import { restoreNatives } from "./pdfjs/standIns.js";
import { property } from "./pdfjs/untyped.js";

/** An open PDF. */
export interface PdfFile {
  /** The size of the file, and the SHA-256 of its bytes in hexadecimal. */
  readonly bytes: number;
  readonly sha256: string;
  /** How many pages the PDF says it has. */
  readonly pages: number;
  /** The program that wrote it, according to the PDF. */
  readonly producer: string | null;
  /** Whether its objects had to be searched for, as far as is known: damaged parts in the middle may be missing without any other sign. */
  readonly isMended: boolean;
  /** Reads the pages in order, one at a time, or those wanted; a page's memory is released before the next is read. */
  readonly read: (isWanted?: (page: number) => boolean) => AsyncGenerator<PdfPage | UnreadablePage>;
  /** Why something is missing from the pages that were read, if it is not known which, or why pages of the PDF are missing. */
  readonly leftOut: () => readonly Damage[];
  readonly close: () => Promise<void>;
}

/**
 * Opens a PDF. Takes over the bytes: their buffer may be empty afterwards.
 *
 * @param first The first page that will be read. A parser in a thread of its own begins with it while this thread still loads its reader.
 * @throws AnnexError `not-a-pdf`, `damaged`, `password-needed` or `password-wrong`.
 */
export async function openPdf(bytes: Uint8Array, password?: string, first = 1): Promise<PdfFile> {
  if (headerAt(bytes) < 0) throw new AnnexError({ code: "not-a-pdf" });
  const file = { bytes: bytes.byteLength, sha256: createHash("sha256").update(bytes).digest("hex") };
  const copy = bytes.byteLength <= LARGEST_COPY ? Uint8Array.from(bytes) : undefined;
  const task = getDocument({ ...SETTINGS, ...parsing(), ...fontHandling(), data: bytes, ...(password === undefined ? {} : { password }) });
  const { document, metadata, wasHeard } = await opened(task);
  // If there is a parser in a thread of its own, it works while the tree is read later. If pdf.js is not heard, the tree is read here
  // instead, as evidence: pdf.js follows the same cross-references, and searches if they lead nowhere.
  const early = isHeard() ? undefined : copy;
  const tree = early === undefined ? undefined : await treeOf(early);
  const isMended = wasHeard || (early !== undefined && tree === undefined && !metadata.isEncrypted);
  const reading = beginReading({ document, first, bytes: early === undefined ? copy : undefined, tree, password, isMended });
  return {
    ...file,
    pages: document.numPages,
    producer: metadata.producer,
    isMended,
    read: (isWanted = () => true) => readPages(reading, isWanted),
    leftOut: () => [complaintOn(undefined), pagesNotFound(reading)].filter((reason) => reason !== undefined),
    close: () => task.destroy(),
  };
}

/** What pdf.js opens, and what is known of it at once. */
interface Opened {
  readonly document: PDFDocumentProxy;
  readonly metadata: Metadata;
  /** Whether pdf.js was heard to search for the objects. */
  readonly wasHeard: boolean;
}

/** @throws AnnexError if the PDF cannot be opened, or has no pages. */
async function opened(task: PDFDocumentLoadingTask): Promise<Opened> {
  // Complaints about a PDF that could not be opened do not concern the next.
  forgetComplaints();
  try {
    const document = await task.promise;
    // If this thread itself parses, pdf.js has loaded its parser only now.
    restoreNatives();
    const metadata = await metadataOf(document);
    const wasHeard = wasMended();
    forgetComplaints();
    if (document.numPages < 1) throw new AnnexError({ code: "damaged", reason: { code: "no-pages" } });
    return { document, metadata, wasHeard };
  } catch (error) {
    await task.destroy();
    throw error instanceof AnnexError ? error : new AnnexError(faultOf(error));
  }
}

/** What an open PDF says about itself. */
interface Metadata {
  readonly producer: string | null;
  readonly isEncrypted: boolean;
}

async function metadataOf(document: PDFDocumentProxy): Promise<Metadata> {
  const { info } = await document.getMetadata();
  const producer = property(info, "Producer");
  return {
    producer: typeof producer === "string" && producer.trim() !== "" ? producer.trim() : null,
    isEncrypted: typeof property(info, "EncryptFilterName") === "string",
  };
}

function faultOf(error: unknown): AnnexError["fault"] {
  const name = property(error, "name");
  if (name === "PasswordException") {
    // pdf.js: 1 asks for a password, 2 refuses the one that was given.
    return { code: property(error, "code") === 2 ? "password-wrong" : "password-needed" };
  }
  return { code: "damaged", reason: damageBy(error) };
}
