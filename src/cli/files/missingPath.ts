import { readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { nearestWord } from "../../check/misspelling.js";

/** What to do about a path where there is nothing: the name in its folder that was meant, or that the folder is not there either. */
export async function hintForMissing(path: string): Promise<string | undefined> {
  const [folder, name] = [dirname(path), basename(path)];
  try {
    const names = (await readdir(folder)).sort();
    const meant = nearestWord(name, names, Math.ceil(name.length / 4));
    return meant === undefined ? undefined : `Did you mean ${join(folder, meant)}?`;
  } catch {
    return `There is no folder ${folder}.`;
  }
}
