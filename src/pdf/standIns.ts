/**
 * pdf.js loads its optional canvas package when it is loaded itself, a native module of 30 MB that takes a fifth of the time of a short run, and
 * wants the browser's drawing classes from it. Reading text never draws: while pdf.js loads, empty ones stand in, so that it
 * neither needs nor loads that package. Imported for its effect, before pdf.js; `removeStandIns` puts all back, so that a program
 * that draws with another pdf.js of its own is not disturbed.
 */
import { createRequire, Module } from "node:module";

class StandIn {}

const require = createRequire(import.meta.url);
const defined = ["DOMMatrix", "ImageData", "Path2D"].filter((name) => !(name in globalThis));
for (const name of defined) {
  Object.defineProperty(globalThis, name, { value: StandIn, configurable: true, writable: true });
}

/** Where the canvas package would be found; undefined where it is not installed, or is loaded already. */
const canvas = unloadedCanvas();
if (canvas !== undefined) {
  const empty = new Module(canvas);
  empty.loaded = true;
  require.cache[canvas] = empty;
}

function unloadedCanvas(): string | undefined {
  try {
    const path = createRequire(require.resolve("pdfjs-dist/package.json")).resolve("@napi-rs/canvas");
    return require.cache[path] === undefined ? path : undefined;
  } catch {
    return undefined;
  }
}

/** Takes the stand-ins away again, once pdf.js is loaded. */
export function removeStandIns(): void {
  for (const name of defined) Reflect.deleteProperty(globalThis, name);
  if (canvas !== undefined) Reflect.deleteProperty(require.cache, canvas);
}
