/**
 * The last step of `npm run build`: makes scripts of the modules of the threads, has them read an annex, and keeps what V8 compiled
 * meanwhile. See `src/worker/compiled.ts`.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { BroadcastChannel, MessageChannel, Worker } from "node:worker_threads";
import { rolldown } from "rolldown";
import { optimizeLater } from "../dist/worker/optimizing.js";

const pathOf = (path) => fileURLToPath(new URL(path, import.meta.url));

const FOLDER = pathOf("../dist/compiled");
/** What the threads read: an annex that needs most of the stages. */
const ANNEX = pathOf("../fixtures/annex-2019.pdf");

/** Gives each module of a script the address that it had as a file. */
const keepAddresses = {
  name: "keep-addresses",
  transform: (code, id) => code.replaceAll("import.meta.url", `addressOf(${JSON.stringify(relative(FOLDER, id))})`),
};

/**
 * Code in ASCII: V8 reads and stores other code with two bytes per character. (`String.raw` keeps the escapes; it is used for patterns,
 * which understand them.)
 */
const inAscii = (code) => code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

/**
 * A script as a function of what it needs from outside. What is imported by an address is imported by `importAt`: code from a cache cannot
 * do that itself.
 */
const wrapped = (code) => `(function (exports, require, module, __filename, __dirname, importAt) {
const addressOf = (path) => require("node:url").pathToFileURL(require("node:path").join(__dirname, path)).href;
${code.replace(/\bimport\(/g, "importAt(")}
})`;

async function makeScripts() {
  const bundle = await rolldown({
    input: ["readerThread", "parserThread"].map((name) => pathOf(`../dist/worker/${name}.js`)),
    platform: "node",
    // Other packages are loaded when they are first needed.
    external: (id) => /^[@\w]/u.test(id) && !id.startsWith("pdfjs-dist/"),
    plugins: [keepAddresses],
  });
  const { output } = await bundle.generate({ format: "cjs", entryFileNames: "[name].cjs", chunkFileNames: "[name].cjs" });
  await bundle.close();
  for (const { fileName, code } of output) writeFileSync(join(FOLDER, fileName), wrapped(inAscii(code)));
}

function startThread(name, port) {
  return new Worker(new URL("compileThread.mjs", import.meta.url), { argv: [name], workerData: port, transferList: [port], stdout: true });
}

/** Resolves when a thread sends a message of a kind; rejects when it fails or ends. */
function said(thread, kind) {
  return new Promise((resolve, reject) => {
    thread.on("message", (message) => {
      if (message.kind === kind) resolve();
      else if (message.kind === "fault" || message.kind === "crash") reject(new Error(JSON.stringify(message)));
    });
    thread.on("error", reject);
    thread.on("exit", () => reject(new Error("A thread ended early")));
  });
}

/** Reads the annex in new threads, and has them keep what was compiled. */
async function keepCompiled() {
  const { port1, port2 } = new MessageChannel();
  const parser = startThread("parserThread", port1);
  const reader = startThread("readerThread", port2);
  const done = said(reader, "done");
  reader.postMessage({ kind: "job", job: { task: "extract", bytes: Uint8Array.from(readFileSync(ANNEX)), input: { file: ANNEX } } });
  await done;
  const kept = [parser, reader].map((thread) => said(thread, "kept"));
  const keep = new BroadcastChannel("keep");
  keep.postMessage(true);
  await Promise.all(kept);
  keep.close();
  await Promise.all([parser.terminate(), reader.terminate()]);
}

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
await makeScripts();
// What V8 keeps is valid only for the same flags.
optimizeLater();
await keepCompiled();
