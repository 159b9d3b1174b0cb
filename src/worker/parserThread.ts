/** Entry of the thread that parses a PDF's objects for the thread that reads them; `workerData` is the port to that one. */
import { MessagePort, parentPort, workerData } from "node:worker_threads";
import { serveParser } from "../pdf/parser.js";
import { cacheCompiledCode } from "./compileCache.js";
import { onStray } from "./strays.js";

cacheCompiledCode();
onStray((stray) => parentPort?.postMessage(stray));

const port: unknown = workerData;
if (port instanceof MessagePort) serveParser(port);
