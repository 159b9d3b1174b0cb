/** The minified legacy build of pdf.js: it runs on Node 20 and loads in half the time. It has the types of the plain build. */
declare module "pdfjs-dist/legacy/build/pdf.min.mjs" {
  export * from "pdfjs-dist";
}

/** pdf.js' parser, which it calls its worker. */
declare module "pdfjs-dist/legacy/build/pdf.worker.min.mjs" {
  import type { MessagePort } from "node:worker_threads";
  export const WorkerMessageHandler: { initializeFromPort(port: MessagePort | EventTarget): void };
}
