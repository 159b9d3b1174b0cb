/**
 * pdf.js loads its optional canvas package when it is loaded itself, a native module of 30 MB that takes a fifth of the time of a short
 * run, wants the browser's drawing classes from it, and prints warnings where it is not installed; it also looks at `Response`, at which
 * Node loads all of its network client. Reading text never draws or fetches: while pdf.js loads, an empty package and empty classes stand
 * in. Imported for its effect, before pdf.js; `removeStandIns` puts all back, so that a program that draws with another pdf.js of its own
 * is not disturbed.
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

/** Takes the stand-ins away again, once pdf.js is loaded. */
export function removeStandIns(): void {
  for (const { name, property } of before) {
    Reflect.deleteProperty(globalThis, name);
    if (property !== undefined) Object.defineProperty(globalThis, name, property);
  }
  define(Module, "createRequire", createRequire);
}

function define(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
}
