/**
 * Entry of the thread in which Tesseract runs. The package's own entry takes whatever build of Tesseract the processor and Node allow,
 * whose results differ, and can fetch models; this one takes the same build everywhere, and cannot.
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { parentPort } from "node:worker_threads";
import { gunzipSync } from "node:zlib";

const require = createRequire(import.meta.url);
const ofTesseract = createRequire(require.resolve("tesseract.js/package.json"));

/** What the package's own entry sets up and calls. */
interface WorkerScript {
  readonly setAdapter: (adapter: Readonly<Record<string, unknown>>) => void;
  readonly dispatchHandlers: (packet: unknown, send: (answer: unknown) => void) => void;
}

const loadScript: (path: string) => WorkerScript = ofTesseract;
const script = loadScript("./src/worker-script/index.js");

script.setAdapter({
  getCore: () => Promise.resolve(ofTesseract("tesseract.js-core/tesseract-core-simd-lstm")),
  gunzip: gunzipSync,
  fetch: () => Promise.reject(new Error("Nothing is fetched")),
  readCache: (path: string) => readFile(path),
});

parentPort?.on("message", (packet: unknown) => {
  script.dispatchHandlers(packet, (answer) => parentPort?.postMessage(answer));
});
