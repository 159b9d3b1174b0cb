/**
 * pdf.js loads its optional canvas package when it is loaded itself, a native module of 30 MB that takes a fifth of the time of a short
 * run, wants the browser's drawing classes from it, and prints warnings where it is not installed; it also looks at `Response`, at which
 * Node loads all of its network client. Reading text never draws or fetches: while pdf.js loads, an empty package and empty classes stand
 * in. Where Node's own methods differ from the standard in some corner, pdf.js also replaces them for the whole program: on Node 20
 * `Array.prototype.push`, `JSON.parse` and `JSON.stringify`, by code that is many times slower. Imported for its effect, before pdf.js;
 * `removeStandIns` puts all back, so that neither this program nor one that draws with another pdf.js of its own is disturbed.
 */
import { Module } from "node:module";

class StandIn {}

/** What pdf.js looks at when it is loaded; the rest of Node's own classes stay. */
const NAMES = ["DOMMatrix", "ImageData", "Path2D", "Response"];

const before = NAMES.map((name) => ({ name, property: Object.getOwnPropertyDescriptor(globalThis, name) }));
for (const { name, property } of before) {
  if (property === undefined || name === "Response") define(globalThis, name, StandIn);
}

/** What pdf.js makes itself a `require` with, for that package alone. */
const { createRequire } = Module;
define(Module, "createRequire", () => () => ({}));

/** Node's own methods that pdf.js replaces where Node is older than the standard. All others stay untouched: V8 is quick only while they are. */
const natives = [
  { owner: Array.prototype, name: "push" },
  { owner: JSON, name: "parse" },
  { owner: JSON, name: "stringify" },
].map(({ owner, name }) => ({ owner, name, native: Reflect.get(owner, name) as unknown }));

/** Puts Node's own methods back that pdf.js has replaced; its parser replaces them once more where it is loaded later. */
export function restoreNatives(): void {
  for (const { owner, name, native } of natives) if (Reflect.get(owner, name) !== native) define(owner, name, native);
}

/** Takes the stand-ins away again, once pdf.js is loaded. */
export function removeStandIns(): void {
  restoreNatives();
  for (const { name, property } of before) {
    Reflect.deleteProperty(globalThis, name);
    if (property !== undefined) Object.defineProperty(globalThis, name, property);
  }
  define(Module, "createRequire", createRequire);
}

function define(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
}
