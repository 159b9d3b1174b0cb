/** Entry of the thread that parses a PDF's objects for the thread that reads them; `workerData` is the port to that thread. */
import { MessagePort, parentPort, workerData } from "node:worker_threads";
import { complaintIn, sendComplaint, serveParser } from "../pdf/parser.js";
import { cacheCompiledCode } from "./compileCache.js";
import { onUncaughtError, onWarning } from "./threadErrors.js";

cacheCompiledCode();
onUncaughtError((error) => parentPort?.postMessage(error));

const port: unknown = workerData;
if (port instanceof MessagePort) {
  serveParser(port);
  onWarning((warning) => {
    const complaint = complaintIn(warning);
    if (complaint !== undefined) sendComplaint(port, complaint);
  });
}
