/** Reads inputs: files, and pipes, which may have no end or never begin. */
import { constants, createReadStream, openSync } from "node:fs";
import { stat } from "node:fs/promises";
import { Socket } from "node:net";
import type { Readable } from "node:stream";
import type { Limits } from "../../worker/pool.js";
import { DEFAULT_LIMITS } from "../commandLine/limits.js";
import { Failure } from "../terminal/failure.js";
import { ReadingFailure } from "../terminal/readingFailure.js";
import { describeFault } from "../terminal/words.js";
import { STANDARD, failureAt } from "./disk.js";

const MEBIBYTE = 2 ** 20;

/** The largest text input (a profile, a password, a result), in bytes. */
const LONGEST_TEXT_MEBIBYTES = 256;

/**
 * Reads a file, or stdin for "-", within the limits that the user allows for one PDF.
 *
 * @throws Failure if it cannot be read, is too large, or does not arrive in time.
 */
export function readInput(path: string, { seconds, mebibytes }: Limits): Promise<Uint8Array<ArrayBuffer>> {
  return readBytes(path, {
    seconds,
    mebibytes,
    tooLate: new ReadingFailure(path, { code: "timed-out", seconds }),
    tooLarge: new Failure(`${path}: larger than ${mebibytes} MiB`, "Allow more with --max-memory MIB."),
  });
}

/**
 * Reads a file, or stdin for "-", that is text.
 *
 * @param seconds The time limit, if the user can set it.
 */
export function readTextBytes(path: string, seconds?: number): Promise<Uint8Array<ArrayBuffer>> {
  const fault = { code: "timed-out", seconds: seconds ?? DEFAULT_LIMITS.seconds } as const;
  return readBytes(path, {
    seconds: fault.seconds,
    mebibytes: LONGEST_TEXT_MEBIBYTES,
    tooLate: seconds === undefined ? new Failure(`${path}: ${describeFault(fault).problem}`) : new ReadingFailure(path, fault),
    tooLarge: new Failure(`${path}: larger than ${LONGEST_TEXT_MEBIBYTES} MiB`),
  });
}

/** Reads a text file such as a profile or a password. */
export async function readText(path: string): Promise<string> {
  return new TextDecoder().decode(await readTextBytes(path));
}

/** How much is read and how long it may take, and the errors past either. */
interface Bounds extends Limits {
  readonly tooLate: Failure;
  readonly tooLarge: Failure;
}

async function readBytes(path: string, { seconds, mebibytes, tooLate, tooLarge }: Bounds): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let timer: NodeJS.Timeout | undefined;
  try {
    const stream = path === STANDARD ? process.stdin : await streamOf(path);
    timer = setTimeout(() => stream.destroy(tooLate), seconds * 1000);
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      chunks.push(chunk);
      size += chunk.byteLength;
      if (size > mebibytes * MEBIBYTE) throw tooLarge;
    }
  } catch (error) {
    throw await failureAt(path, error);
  } finally {
    clearTimeout(timer);
  }
  const bytes = new Uint8Array(size);
  let end = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, end);
    end += chunk.byteLength;
  }
  return bytes;
}

/**
 * The bytes at a path. A named pipe is opened immediately and watched, whether or not anybody writes to it: waiting until somebody opens it
 * would take one of Node's threads, which nothing can end, so the process could not exit.
 */
async function streamOf(path: string): Promise<Readable> {
  if (!(await stat(path)).isFIFO()) return createReadStream(path, { highWaterMark: MEBIBYTE });
  return new Socket({ fd: openSync(path, constants.O_RDONLY | constants.O_NONBLOCK), readable: true, writable: false });
}
