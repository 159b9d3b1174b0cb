import { readdir, readlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { nearestWord } from "../../check/misspelling.js";

/**
 * What to do about a path with nothing there: suggests the name in its folder that was meant, or says that the folder or the target of a
 * link does not exist either.
 */
export async function hintForMissing(path: string): Promise<string | undefined> {
  const [folder, name] = [dirname(path), basename(path)];
  try {
    const target = await readlink(path).catch(() => undefined);
    if (target !== undefined) return `It is a link to ${target}, which is not there.`;
    // A name that is not in UTF-8 may look the same as the given one.
    const names = (await readdir(folder)).filter((other) => other !== name).sort();
    const meant = nearestWord(name, names, Math.ceil(name.length / 4));
    return meant === undefined ? undefined : `Did you mean ${join(folder, meant)}?`;
  } catch {
    return `There is no folder ${folder}.`;
  }
}
