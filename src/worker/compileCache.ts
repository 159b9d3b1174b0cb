import module from "node:module";

/** Keeps compiled code between runs, if Node can do so: 22 and later. */
export function cacheCompiledCode(): void {
  const enable: unknown = Reflect.get(module, "enableCompileCache");
  if (typeof enable === "function") Reflect.apply(enable, module, []);
}
