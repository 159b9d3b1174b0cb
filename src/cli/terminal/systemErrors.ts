import { Failure } from "./failure.js";

const REASONS: Readonly<Record<string, readonly [reason: string, hint?: string]>> = {
  ENOENT: ["no such file or folder", "Check the path."],
  EACCES: ["no permission", "Check who may read or write it."],
  EPERM: ["no permission", "Check who may read or write it."],
  EISDIR: ["is a folder, expected a file"],
  ENOTDIR: ["a part of the path is a file, expected a folder"],
  EEXIST: ["is a file, expected a folder"],
  ENXIO: ["a socket, or a device that is not there, expected a file"],
  ELOOP: ["a link that leads to itself"],
  ENOSPC: ["no space left on the disk", "Free some space and run it again."],
  EDQUOT: ["no space left in the quota", "Free some space and run it again."],
  EFBIG: ["larger than a file may be here"],
  EPIPE: ["the reader closed the pipe"],
  EROFS: ["the disk is read-only"],
  ENAMETOOLONG: ["the name is too long"],
  EMFILE: ["too many files are open"],
};

/**
 * The failure for a system error; one that is a failure already is left as it is.
 *
 * @param hintIfMissing What to do if there is nothing at the path.
 */
export function failureOf(path: string, error: unknown, hintIfMissing?: string): Failure {
  if (error instanceof Failure) return error;
  const code = codeOf(error);
  const [reason, hint] = REASONS[code] ?? [error instanceof Error ? error.message : String(error)];
  return new Failure(`${path}: ${reason}`, (code === "ENOENT" ? hintIfMissing : undefined) ?? hint, { cause: error });
}

/** Whether an error of the system says that there is nothing at a path. */
export function isMissing(error: unknown): boolean {
  return codeOf(error) === "ENOENT";
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}
