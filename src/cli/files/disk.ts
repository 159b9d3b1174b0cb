/** Access to the disk: lists files, and writes outputs whole or not at all. */
import { randomUUID } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsync,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { mkdir, open, readdir, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import type { Failure } from "../terminal/failure.js";
import { failureOf, isMissing } from "../terminal/systemErrors.js";
import { sha256 } from "./hash.js";

/** The name that stands for stdin or stdout. */
export const STANDARD = "-";

/** The failure for a system error; if there is nothing at the path, with a hint at what may have been meant. */
export async function failureAt(path: string, error: unknown): Promise<Failure> {
  if (!isMissing(error)) return failureOf(path, error);
  const { hintForMissing } = await import("./missingPath.js");
  return failureOf(path, error, await hintForMissing(path));
}

/**
 * The files below a folder whose names match `ending`, sorted by the code units of their paths; the path itself if it is not a folder.
 * Pipes and devices in a folder are left out: they may have no end or never begin, and nobody who names a folder means them.
 */
export async function listFiles(path: string, ending: RegExp): Promise<string[]> {
  if (path === STANDARD || !(await isFolder(path))) return [path];
  try {
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => ending.test(entry.name))
      .filter((entry) => entry.isFile() || (entry.isSymbolicLink() && !leadsToStream(join(entry.parentPath, entry.name))))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort((a, b) => (a < b ? -1 : 1));
  } catch (error) {
    // The error may be about a folder below.
    throw failureOf(error instanceof Error && "path" in error && typeof error.path === "string" ? error.path : path, error);
  }
}

/** Whether a link leads to a pipe or a device. Any other problem with it is reported when it is read. */
function leadsToStream(path: string): boolean {
  try {
    const entry = statSync(path);
    return !entry.isFile() && !entry.isDirectory();
  } catch {
    return false;
  }
}

/** Whether a path is a folder; false if there is nothing. */
async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** Whether there is a file, or anything else, at a path. */
export function exists(path: string): boolean {
  return existsSync(path);
}

/** Makes a folder and those above it. */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    throw failureOf(path, error);
  }
}

/** Temporary files that exist now; they are removed on a signal. */
const unfinished = new Set<string>();

const OUTLIVED_MILLISECONDS = 200;

for (const [signal, code] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const) {
  process.once(signal, () => {
    for (const path of unfinished) rmSync(path, { force: true });
    // The signal itself ends the process: an exit would wait for a named pipe that nobody writes to. Only a process without a parent, as in
    // a container, survives it.
    process.kill(process.pid, signal);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, OUTLIVED_MILLISECONDS);
    process.exit(code);
  });
}

/** Writes to stdout for "-", otherwise to a file: whole or not at all, unless it is a device or a named pipe. */
export async function writeOutput(path: string, content: string | Uint8Array): Promise<void> {
  if (path === STANDARD) await writeStandard(content);
  else if (mayBeReplaced(path)) await writeWhole(path, content);
  else await writeThrough(path, content);
}

/** Writes a file whole or not at all: into a temporary file beside it, which is then renamed. A link stays, and its target is replaced. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  let temporary: string | undefined;
  try {
    const target = targetOf(path);
    temporary = join(dirname(target), temporaryName(basename(target)));
    unfinished.add(temporary);
    await writeToDisk(temporary, content);
    renameSync(temporary, target);
  } catch (error) {
    if (temporary !== undefined) removeFile(temporary);
    throw await failureAt(path, error);
  } finally {
    if (temporary !== undefined) unfinished.delete(temporary);
  }
}

/** What a path leads to, even if nothing is there yet. */
function targetOf(path: string): string {
  if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return path;
  return statSync(path, { throwIfNoEntry: false }) !== undefined
    ? realpathSync(path)
    : targetOf(resolve(dirname(path), readlinkSync(path)));
}

/** Writes a new file, and waits until it is on the disk. That takes longer than everything else, so other work continues meanwhile. */
async function writeToDisk(path: string, content: string | Uint8Array): Promise<void> {
  const file = openSync(path, "wx");
  try {
    writeAll(file, content);
    await promisify(fsync)(file);
  } finally {
    closeSync(file);
  }
}

/** A new name for a temporary file; its first part identifies the file that it is for, however long that one's name is. */
export function temporaryName(name: string): string {
  return `${temporaryPrefix(name)}${randomUUID()}.tmp`;
}

function temporaryPrefix(name: string): string {
  return `.annex-${sha256(name).slice(0, 16)}-`;
}

/**
 * Removes the temporary files that a killed run left behind for files in a folder. Only for files that nobody else writes: it is impossible
 * to know whether a run on another machine is dead.
 */
export async function removeLeftovers(folder: string, names: readonly string[]): Promise<void> {
  const prefixes = new Set(names.map(temporaryPrefix));
  try {
    for (const name of await readdir(folder)) {
      const [prefix = ""] = /^\.annex-[0-9a-f]{16}-/u.exec(name) ?? [];
      if (prefixes.has(prefix)) removeFile(join(folder, name));
    }
  } catch (error) {
    throw failureOf(folder, error);
  }
}

/** Adds a line to the end of a file. */
export function appendLine(path: string, line: string): void {
  try {
    const file = openSync(path, "a");
    try {
      writeAll(file, `${line}\n`);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw failureOf(path, error);
  }
}

/** Removes a file, if it exists. */
export function removeFile(path: string): void {
  rmSync(path, { force: true });
}

/** Removes what an earlier run wrote to a file; a link stays, as it does when the file is written. False if there is no file. */
export function removeOutput(path: string): boolean {
  try {
    if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return false;
    rmSync(targetOf(path));
    return true;
  } catch (error) {
    throw failureOf(path, error);
  }
}

/**
 * Writes to a device or a pipe. It may have no reader yet: one of Node's threads waits for one, while this thread still handles signals.
 */
async function writeThrough(path: string, content: string | Uint8Array): Promise<void> {
  try {
    const file = await open(path, "w");
    try {
      await file.writeFile(content);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw failureOf(path, error);
  }
}

function writeAll(file: number, content: string | Uint8Array): void {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  for (let written = 0; written < bytes.byteLength;) written += writeSync(file, bytes, written);
}

/** Writes to stdout and waits until everything has been accepted. */
async function writeStandard(content: string | Uint8Array): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    process.stdout.once("error", (error) => reject(failureOf("stdout", error)));
    process.stdout.write(content, (error) => {
      if (error === null || error === undefined) resolve();
    });
  });
}

/** Whether there is nothing at a path, or a file. Also true for a folder, which cannot be replaced: writing reports that. */
function mayBeReplaced(path: string): boolean {
  try {
    const entry = statSync(path, { throwIfNoEntry: false });
    return entry === undefined || entry.isFile() || entry.isDirectory();
  } catch (error) {
    throw failureOf(path, error);
  }
}
