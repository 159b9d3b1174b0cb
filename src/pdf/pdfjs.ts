/** The door to pdf.js: the one module that loads it. */
import { removeStandIns } from "./standIns.js";
import { complaintIn, hear, hearFrom } from "./complaints.js";
import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import { pathToFileURL } from "node:url";
import type { MessagePort } from "node:worker_threads";
import type { DocumentInitParameters } from "pdfjs-dist/types/src/display/api.js";
import { GlobalWorkerOptions, PDFWorker } from "pdfjs-dist/legacy/build/pdf.min.mjs";

removeStandIns();

export { ImageKind, OPS, getDocument } from "pdfjs-dist/legacy/build/pdf.min.mjs";

const packageFolder = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));

GlobalWorkerOptions.workerSrc = pathToFileURL(join(packageFolder, "legacy", "build", "pdf.worker.min.mjs")).href;

let parser: PDFWorker | undefined;

/** How much pdf.js says on the console: nothing, unless somebody listens. */
const SILENT = 0;
const EVERYTHING = 5;
let verbosity = SILENT;

/** Has PDFs parsed behind a port, where another thread runs `serveParser`; without this, this thread parses them itself. */
export function parseIn(port: MessagePort): void {
  parser = PDFWorker.create({ port, verbosity: EVERYTHING });
  hearFrom(port);
  port.start();
}

/** Has pdf.js say on this thread's console what it passes over; whoever calls this brings the lines to `hearWarning`. */
export function warnHere(): void {
  verbosity = EVERYTHING;
}

/** Takes a line of pdf.js' down, if it says that something is left out. */
export function hearWarning(warning: string): void {
  const complaint = complaintIn(warning);
  if (complaint !== undefined) hear(complaint);
}

/** Takes down that a stream of this thread's PDF is damaged, nobody knows of which page. */
export function hearDamage(reason: string): void {
  hear({ page: undefined, reason });
}

/** What tells pdf.js where to parse, and how much to say. */
export function parsing(): { readonly worker?: PDFWorker; readonly verbosity: number } {
  return { verbosity, ...(parser === undefined ? {} : { worker: parser }) };
}

let fontSink: Pick<DocumentInitParameters, "disableFontFace" | "ownerDocument"> = {};

/**
 * Has fonts handed to a document that drops them. Where pdf.js may hand fonts to nobody it works out the outline of every glyph, so that they
 * can be drawn: an eighth of its time, for nothing. It makes fonts by the browser's class FontFace, which Node does not have: this is
 * for threads that are this program's own.
 */
export function dropFonts(): void {
  Object.defineProperty(globalThis, "FontFace", { value: class {}, configurable: true, writable: true });
  fontSink = { disableFontFace: false, ownerDocument: { fonts: new DroppedFonts() } };
}

/** What pdf.js uses of a browser's set of fonts. */
class DroppedFonts {
  add(): void {}
  delete(): void {}
}

/** What tells pdf.js where fonts go; see `dropFonts`. */
export function fontHandling(): typeof fontSink {
  return fontSink;
}

/**
 * Settings for files of unknown origin: nothing is evaluated, fetched, taken from this system or drawn. Images are dropped
 * before they are decoded: only text and lines are read, so that no decoder (and no WebAssembly) is needed. Of fonts pdf.js is to tell
 * all: which codes they map to characters is not among the rest.
 */
export const SETTINGS = {
  isEvalSupported: false,
  enableXfa: false,
  useSystemFonts: false,
  disableFontFace: true,
  useWasm: false,
  useWorkerFetch: false,
  fontExtraProperties: true,
  maxImageSize: 1,
  cMapUrl: join(packageFolder, "cmaps") + sep,
  standardFontDataUrl: join(packageFolder, "standard_fonts") + sep,
};

/**
 * The most pixels that an image may have that is decoded: a page of A3 at 600 dots an inch. A bomb of a few bytes would take all memory.
 */
const MOST_PIXELS = 72e6;

/**
 * Settings for the pages of scans: their images are decoded, in JavaScript or in WebAssembly, which reaches nothing outside itself and is
 * read from the package. An image that is too large, or any other part that cannot be read, is an error: what it shows would be missing.
 */
export const IMAGE_SETTINGS = {
  ...SETTINGS,
  fontExtraProperties: false,
  useWasm: true,
  wasmUrl: join(packageFolder, "wasm") + sep,
  maxImageSize: MOST_PIXELS,
  stopAtErrors: true,
};
