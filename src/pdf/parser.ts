/** pdf.js' parser, to be run in a thread of its own: what `parseIn` of `pdfjs.ts` talks to. */
import { removeStandIns } from "./standIns.js";
import type { MessagePort } from "node:worker_threads";
import { WorkerMessageHandler } from "pdfjs-dist/legacy/build/pdf.worker.min.mjs";
import { inflateAtOnce } from "./inflating.js";

removeStandIns();
inflateAtOnce();

export { complaintIn, sendComplaint } from "./complaints.js";

/** Parses what is asked for through a port. */
export function serveParser(port: MessagePort): void {
  WorkerMessageHandler.initializeFromPort(port);
  port.start();
}
