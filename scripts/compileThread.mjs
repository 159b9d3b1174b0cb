/** A thread like those of `src/worker/thread.ts`, run from scripts, that keeps what V8 has compiled of them when asked to. */
import { writeFileSync } from "node:fs";
import { BroadcastChannel, parentPort } from "node:worker_threads";
import { compiledCaches, runScript } from "../dist/worker/compiled.js";

runScript(`${process.argv[2]}.cjs`);
new BroadcastChannel("keep").onmessage = () => {
  for (const [path, bytes] of compiledCaches()) writeFileSync(path, bytes);
  parentPort.postMessage({ kind: "kept" });
};
