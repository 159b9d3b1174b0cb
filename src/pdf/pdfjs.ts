/** The door to pdf.js: the one module that loads it. */
import { removeStandIns } from "./standIns.js";
import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import { pathToFileURL } from "node:url";
import type { MessagePort } from "node:worker_threads";
import { GlobalWorkerOptions, PDFWorker } from "pdfjs-dist/legacy/build/pdf.min.mjs";

removeStandIns();

export { OPS, getDocument } from "pdfjs-dist/legacy/build/pdf.min.mjs";

const packageFolder = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));

GlobalWorkerOptions.workerSrc = pathToFileURL(join(packageFolder, "legacy", "build", "pdf.worker.min.mjs")).href;

let parser: PDFWorker | undefined;

/** Has PDFs parsed behind a port, where another thread runs `serveParser`; without this, this thread parses them itself. */
export function parseIn(port: MessagePort): void {
  parser = PDFWorker.create({ port, verbosity: 0 });
  port.start();
}

/** What tells pdf.js where to parse. */
export function parsing(): { readonly worker?: PDFWorker } {
  return parser === undefined ? {} : { worker: parser };
}

/**
 * Settings for files of unknown origin: nothing is evaluated, fetched, taken from this system or drawn. Images are dropped
 * before they are decoded: only text and lines are read, so that no decoder (and no WebAssembly) is needed.
 */
export const SETTINGS = {
  isEvalSupported: false,
  enableXfa: false,
  useSystemFonts: false,
  disableFontFace: true,
  useWasm: false,
  useWorkerFetch: false,
  maxImageSize: 1,
  verbosity: 0,
  cMapUrl: join(packageFolder, "cmaps") + sep,
  standardFontDataUrl: join(packageFolder, "standard_fonts") + sep,
};
