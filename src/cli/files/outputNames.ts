import { basename } from "node:path";
import { STANDARD } from "./disk.js";
import { sha256 } from "./hash.js";

/** A PDF and the name of the file that its result goes into. */
export interface NamedOutput {
  readonly path: string;
  /** A name without a folder. */
  readonly output: string;
}

/** The limit of most file systems, in bytes. */
const LONGEST_NAME = 255;

/** The names of manifests. Numbered copies of these are none: otherwise no copy of such a name would be free. */
const RESERVED = /^manifest(?:-\d+-of-\d+)?(?:\.before)?\.ndjson$/u;

/**
 * Names each output after its PDF: `a/annex.pdf` gives `annex.json`, another `annex.pdf` gives `annex-2.json`. Folders have no ending.
 * Names that differ only in case, or in how an accent is encoded, count as the same, as they do in some file systems.
 */
export function nameOutputs(paths: readonly string[], ending: string | undefined): NamedOutput[] {
  const tail = ending === undefined ? "" : `.${ending}`;
  const taken = new Set<string>();
  return paths.map((path) => {
    const stem = path === STANDARD ? "stdin" : stemOf(path);
    const isTaken = (name: string): boolean => taken.has(keyOf(name)) || RESERVED.test(keyOf(name));
    let output = fit(stem, tail);
    for (let copy = 2; isTaken(output); copy++) output = fit(stem, `-${copy}${tail}`);
    taken.add(keyOf(output));
    return { path, output };
  });
}

/** The name of a PDF without its ending. `.pdf` and `...pdf` keep theirs: without it, they would be the folder itself and its parent. */
function stemOf(path: string): string {
  const name = basename(path);
  const stem = name.replace(/\.pdf$/iu, "");
  return /^\.*$/u.test(stem) ? name : stem;
}

function keyOf(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

/** How many characters of a hash tell stems apart that begin alike. */
const HASH_LENGTH = 8;

/** A stem and its ending; a stem too long for a file name is cut, and distinguished by its hash. */
function fit(stem: string, ending: string): string {
  const room = LONGEST_NAME - Buffer.byteLength(ending);
  if (Buffer.byteLength(stem) <= room) return stem + ending;
  const hash = sha256(stem).slice(0, HASH_LENGTH);
  let cut = stem;
  while (Buffer.byteLength(cut) > room - HASH_LENGTH - 1) cut = [...cut].slice(0, -1).join("");
  return `${cut}-${hash}${ending}`;
}
