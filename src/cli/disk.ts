/** The door to the disk and to the pipes: reads inputs, writes outputs whole or not at all. */
import { randomUUID } from "node:crypto";
import { appendFileSync, closeSync, constants, fsyncSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { mkdir, readFile, readdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Failure } from "./failure.js";

/** The name that stands for stdin or stdout. */
export const STANDARD = "-";

/** Reads a file, or stdin for "-". */
export async function readInput(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    if (path === STANDARD) return await readStandardInput();
    const bytes = await readFile(path);
    // A buffer of its own, so that it can be handed to a worker.
    return bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
  } catch (error) {
    throw new Failure(`${path}: ${reasonOf(error)}`, hintOf(error), { cause: error });
  }
}

async function readStandardInput(): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

/** Reads a text file such as a profile or a password. */
export async function readText(path: string): Promise<string> {
  return new TextDecoder().decode(await readInput(path));
}

/** The PDFs below a folder in a fixed order, by the code points of their paths; the path itself where it is no folder. */
export async function listPdfs(path: string): Promise<string[]> {
  if (path === STANDARD || !(await isFolder(path))) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.pdf$/iu.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** Whether a path is a folder; false where there is nothing. */
export async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** Whether there is a file or a folder. */
export async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}

/** Adds a line to a file. */
export function appendLine(path: string, line: string): void {
  try {
    appendFileSync(path, `${line}\n`);
  } catch (error) {
    throw new Failure(`${path}: ${reasonOf(error)}`, hintOf(error), { cause: error });
  }
}

/** Makes a folder and those above it. */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    throw new Failure(`${path}: ${reasonOf(error)}`, hintOf(error), { cause: error });
  }
}

/** Temporary files that exist now; a signal removes them. */
const unfinished = new Set<string>();

for (const [signal, code] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const) {
  process.once(signal, () => {
    for (const path of unfinished) rmSync(path, { force: true });
    process.exit(code);
  });
}

/** Writes a file whole or not at all: into a temporary one beside it, which then takes its name. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    unfinished.add(temporary);
    const file = openSync(temporary, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o666);
    try {
      writeAll(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new Failure(`${path}: ${reasonOf(error)}`, hintOf(error), { cause: error });
  } finally {
    unfinished.delete(temporary);
  }
}

/** Writes to stdout and waits until it is taken. */
export async function writeStandard(content: string | Uint8Array): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    process.stdout.once("error", (error) => {
      reject(new Failure(`stdout: ${reasonOf(error)}`, hintOf(error), { cause: error }));
    });
    process.stdout.write(content, (error) => {
      if (error === null || error === undefined) resolve();
    });
  });
}

/** Writes to a file, or to stdout for "-". */
export async function writeOutput(path: string, content: string | Uint8Array): Promise<void> {
  if (path === STANDARD) await writeStandard(content);
  else writeDeviceOrWhole(path, await isDevice(path), content);
}

async function isDevice(path: string): Promise<boolean> {
  try {
    const entry = await stat(path);
    return !entry.isFile() && !entry.isDirectory();
  } catch {
    return false;
  }
}

/** A device or a named pipe is written to; it cannot be replaced by a file. */
function writeDeviceOrWhole(path: string, device: boolean, content: string | Uint8Array): void {
  if (!device) {
    writeWhole(path, content);
    return;
  }
  try {
    const file = openSync(path, constants.O_WRONLY);
    try {
      writeAll(file, content);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw new Failure(`${path}: ${reasonOf(error)}`, hintOf(error), { cause: error });
  }
}

function writeAll(file: number, content: string | Uint8Array): void {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  let written = 0;
  while (written < bytes.byteLength) written += writeSync(file, bytes, written);
}

const REASONS: Readonly<Record<string, readonly [reason: string, hint: string | undefined]>> = {
  ENOENT: ["no such file or folder", "Check the path."],
  EACCES: ["no permission", undefined],
  EPERM: ["no permission", undefined],
  EISDIR: ["is a folder, expected a file", undefined],
  ENOTDIR: ["a part of the path is a file, expected a folder", undefined],
  ENOSPC: ["no space left on the disk", "Nothing was written. Free some space and run it again."],
  EPIPE: ["the reader closed the pipe", undefined],
  EROFS: ["the disk is read-only", undefined],
  ENAMETOOLONG: ["the name is too long", undefined],
};

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

function reasonOf(error: unknown): string {
  return REASONS[codeOf(error)]?.[0] ?? (error instanceof Error ? error.message : String(error));
}

function hintOf(error: unknown): string | undefined {
  return REASONS[codeOf(error)]?.[1];
}
