/** The entry to pdf.js: the only module that loads it. */
import { removeStandIns } from "./standIns.js";
import { complaintIn, hear, hearFrom } from "./complaints.js";
import { localPorts } from "./localPort.js";
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

/** How much pdf.js prints on the console: nothing, unless something listens. */
const SILENT = 0;
const EVERYTHING = 5;
let verbosity = SILENT;

/**
 * Has PDFs parsed at the other end of a port, in a thread that runs `serveParser`. Without this or `parseHere`, pdf.js parses them in the
 * calling thread.
 */
export function parseIn(port: MessagePort): void {
  parser = PDFWorker.create({ port, verbosity: EVERYTHING });
  hearFrom(port);
  port.start();
}

/**
 * Has PDFs parsed in the calling thread, without copying everything that is parsed. pdf.js prints on the thread's console what it skips;
 * the caller passes the lines on to `hearWarning`.
 */
export async function parseHere(): Promise<void> {
  const [near, far] = localPorts();
  const { serveNearby } = await import("../parser.js");
  serveNearby(far, (reason) => hear({ page: undefined, reason }));
  parser = PDFWorker.create({ port: near, verbosity: EVERYTHING });
  verbosity = EVERYTHING;
}

/** Records a line that pdf.js printed, if it says that something is left out. */
export function hearWarning(warning: string): void {
  const complaint = complaintIn(warning);
  if (complaint !== undefined) hear(complaint);
}

/**
 * Whether it is heard what pdf.js skips, has to search for, or inflates to something that differs from its checksum. It is not if pdf.js is
 * silent and inflates in its own way, as in a thread that calls the library.
 */
export function isHeard(): boolean {
  return parser !== undefined || verbosity !== SILENT;
}

/** Options for pdf.js: where to parse, and how much to print. */
export function parsing(): { readonly worker?: PDFWorker; readonly verbosity: number } {
  return { verbosity, ...(parser === undefined ? {} : { worker: parser }) };
}

let fontSink: Pick<DocumentInitParameters, "disableFontFace" | "ownerDocument"> = {};

/**
 * Makes pdf.js pass fonts to a document that drops them. Without such a document, pdf.js computes the outline of every glyph for drawing,
 * which wastes an eighth of its time. It creates fonts with the browser's class FontFace, which this adds to the thread: call it only in
 * threads that are this program's own.
 */
export function dropFonts(): void {
  Object.defineProperty(globalThis, "FontFace", { value: class {}, configurable: true, writable: true });
  fontSink = { disableFontFace: false, ownerDocument: { fonts: new DroppedFonts() } };
}

/** The part of a browser's font set that pdf.js uses. */
class DroppedFonts {
  add(): void {}
  delete(): void {}
}

/** Options for pdf.js: where fonts go; see `dropFonts`. */
export function fontHandling(): typeof fontSink {
  return fontSink;
}

/**
 * Settings for files of unknown origin: nothing is evaluated, fetched, taken from this system or drawn. Images are dropped before they are
 * decoded: only text and lines are read, so no decoder (and no WebAssembly) is needed. pdf.js is asked for all data of fonts, as the codes
 * that they map to characters are otherwise left out.
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

/** The most pixels that a decoded image may have: an A3 page at 600 dpi. A bomb of a few bytes would take all memory. */
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
