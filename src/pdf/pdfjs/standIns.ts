/**
 * When pdf.js loads, it also loads its optional canvas package, a native module of 30 MB that takes a fifth of the time of a short run,
 * takes the browser's drawing classes from it, and prints warnings if it is not installed. It also touches `Response`, which makes Node
 * load all of its network client. Reading text never draws or fetches: while pdf.js loads, an empty package and empty classes stand in. If
 * Node's own methods differ from the standard in some detail, pdf.js also replaces them for the whole program: on Node 20
 * `Array.prototype.push`, `JSON.parse` and `JSON.stringify`, with code that is many times slower. Imported for its effect, before pdf.js;
 * `removeStandIns` restores everything, so that neither this program nor one that draws with another copy of pdf.js is affected.
 */
import { Module } from "node:module";

class StandIn {}

/** What pdf.js touches when it loads; Node's other classes stay. */
const NAMES = ["DOMMatrix", "ImageData", "Path2D", "Response"];

const before = NAMES.map((name) => ({ name, property: Object.getOwnPropertyDescriptor(globalThis, name) }));
for (const { name, property } of before) {
  if (property === undefined || name === "Response") define(globalThis, name, StandIn);
}

/** What pdf.js creates its `require` with, only for that package. */
const { createRequire } = Module;
define(Module, "createRequire", () => () => ({}));

/**
 * Node's own methods that pdf.js replaces if Node is older than the standard. The others are not touched: V8 is fast only as long as they
 * are unchanged.
 */
const natives = [
  { owner: Array.prototype, name: "push" },
  { owner: JSON, name: "parse" },
  { owner: JSON, name: "stringify" },
].map(({ owner, name }) => ({ owner, name, native: Reflect.get(owner, name) as unknown }));

/** Restores Node's own methods that pdf.js has replaced; if its parser loads later, that replaces them again. */
export function restoreNatives(): void {
  for (const { owner, name, native } of natives) if (Reflect.get(owner, name) !== native) define(owner, name, native);
}

/** Removes the stand-ins once pdf.js is loaded. */
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
