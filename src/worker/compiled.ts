/**
 * Code that V8 compiled when the program was built: compiling it anew takes a fifth of the time of one PDF. Node itself caches compiled
 * code from version 22 on, but only what is compiled when a module loads, not functions that are called later.
 *
 * `scripts/compile.mjs` bundles the modules of both threads into scripts in dist/compiled/, each with what V8 compiled of it (a code
 * cache). A package from the registry does not include them, since other versions of V8 cannot use them.
 */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import vm from "node:vm";

const folder = new URL("../compiled/", import.meta.url);
const requirePackage = createRequire(import.meta.url);

/** A script and its exports. */
interface Loaded {
  readonly script: vm.Script;
  readonly module: { exports: unknown };
}

/** What this thread has loaded, by script name. */
const loaded = new Map<string, Loaded>();

/** Whether there is a script of this name, such as `readerThread.cjs`, with a code cache. */
export function isCompiled(name: string): boolean {
  return existsSync(cachePath(name));
}

/**
 * Runs a script in this thread, and those that it requires. V8 accepts a script's cache if the same version of V8 made it with the flags of
 * this process; otherwise, or if there is no cache, it compiles the script.
 */
export function runScript(name: string): unknown {
  const known = loaded.get(name);
  if (known !== undefined) return known.module.exports;
  const path = fileURLToPath(new URL(name, folder));
  const cache = cachePath(name);
  const script = new vm.Script(readFileSync(path, "latin1"), {
    filename: path,
    ...(existsSync(cache) ? { cachedData: readFileSync(cache) } : {}),
  });
  const module = { exports: {} };
  loaded.set(name, { script, module });
  // The script is one function, as Node wraps CommonJS modules, with one more parameter.
  const run: unknown = script.runInThisContext();
  if (typeof run === "function") Reflect.apply(run, undefined, [module.exports, requireFrom, module, path, dirname(path), importAt]);
  return module.exports;
}

/** What V8 has compiled so far of the scripts that this thread has loaded: the path and the bytes of each script's cache. */
export function compiledCaches(): [path: string, bytes: Buffer][] {
  return [...loaded].map(([name, { script }]) => [cachePath(name), script.createCachedData()]);
}

function requireFrom(id: string): unknown {
  return id.startsWith("./") ? runScript(id.slice("./".length)) : requirePackage(id);
}

function importAt(address: string): Promise<unknown> {
  return import(address);
}

function cachePath(name: string): string {
  return fileURLToPath(new URL(`${name}.cache`, folder));
}
