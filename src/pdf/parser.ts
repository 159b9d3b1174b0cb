/** pdf.js' parser: in a thread of its own, where `parseIn` of `pdfjs.ts` talks to it, or in the one that reads. */
import { removeStandIns } from "./pdfjs/standIns.js";
import type { MessagePort } from "node:worker_threads";
import { WorkerMessageHandler } from "pdfjs-dist/legacy/build/pdf.worker.min.mjs";
import { sendComplaint } from "./pdfjs/complaints.js";
import { inflateAtOnce } from "./pdfjs/inflating.js";

removeStandIns();

export { complaintIn, sendComplaint } from "./pdfjs/complaints.js";

/**
 * Has PDFs parsed in this thread: pdf.js finds the parser that this module has loaded, compiled with the rest, before it imports one that was not.
 *
 * @param onDamage See `inflateAtOnce`.
 */
export function parseHere(onDamage: (reason: string) => void): void {
  inflateAtOnce(onDamage);
}

/** Parses what is asked for through a port. */
export function serveParser(port: MessagePort): void {
  inflateAtOnce((reason) => sendComplaint(port, { page: undefined, reason }));
  WorkerMessageHandler.initializeFromPort(port);
  port.start();
}
