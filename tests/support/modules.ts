import { readFileSync } from "node:fs";
import { join } from "node:path";
import { annex, newFolder } from "./annex.js";

const RECORDER = new URL("./recordModules.js", import.meta.url).href;

/** The addresses of all modules that a command line loads, in all threads. */
export async function modulesOf(args: readonly string[]): Promise<string[]> {
  const list = join(newFolder(), "modules");
  await annex(args, { node: ["--import", RECORDER], env: { MODULES_LIST: list } });
  return readFileSync(list, "utf8").split("\n");
}
