/** pdf.js' parser: in a thread of its own, which `parseIn` of `pdfjs.ts` talks to, or in the one that reads. */
import { removeStandIns } from "./pdfjs/standIns.js";
import type { MessagePort } from "node:worker_threads";
import { WorkerMessageHandler } from "pdfjs-dist/legacy/build/pdf.worker.min.mjs";
import { sendComplaint } from "./pdfjs/complaints.js";
import { inflateAtOnce } from "./pdfjs/inflating.js";
import type { LocalPort } from "./pdfjs/localPort.js";
import { searchSparsely } from "./pdfjs/sparseArrays.js";

removeStandIns();

export { complaintIn, sendComplaint } from "./pdfjs/complaints.js";

/**
 * Parses what is requested through a port in this thread.
 *
 * @param onDamage See `inflateAtOnce`.
 */
export function serveNearby(port: LocalPort, onDamage: (reason: string) => void): void {
  prepareThread(onDamage);
  WorkerMessageHandler.initializeFromPort(port);
}

/** Parses what is requested through a port to another thread. */
export function serveParser(port: MessagePort): void {
  prepareThread((reason) => sendComplaint(port, { page: undefined, reason }));
  WorkerMessageHandler.initializeFromPort(port);
  port.start();
}

function prepareThread(onDamage: (reason: string) => void): void {
  inflateAtOnce(onDamage);
  searchSparsely();
}
