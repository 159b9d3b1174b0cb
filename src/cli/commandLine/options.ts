/** Readers of the values of options, and options that several commands have. */
import { type Command, InvalidArgumentError, Option } from "commander";
import { STANDARD } from "../files/disk.js";
import { DEFAULT_LIMITS } from "./limits.js";

/** What `--profile` is for. */
export const PROFILE_HELP = "the matrix to look for, as JSON (default: the ASEM culture ministers' annex)";

/** The longest time that a timer can have, in seconds. */
const LONGEST_SECONDS = 2_147_483;

/** The options of every command that reads PDFs. */
export interface ReadingOptions {
  readonly passwordFile?: string;
  /** Seconds. */
  readonly timeout: number;
  /** MiB. */
  readonly maxMemory: number;
}

/** The option of the commands that can read scanned annexes. */
export interface OcrOptions {
  readonly ocr?: boolean;
}

/** The option of every command that writes its data to one file. */
export function outputOption(does = "write to a file"): Option {
  return new Option("-o, --output <file>", does).default(STANDARD, "stdout");
}

/** The option of every command that writes its data in one of several formats. */
export function formatOption(formats: readonly string[], usual: string): Option {
  return new Option("--format <name>", "the format to write").choices(formats).default(usual);
}

/** Adds the option of the commands that can read scanned annexes. */
export function addOcrOption(command: Command): Command {
  return command.option("--ocr", "recognise the text of scanned pages; --timeout then applies to each page");
}

/** Adds the options of every command that reads PDFs. */
export function addReadingOptions(command: Command): Command {
  const { mebibytes } = DEFAULT_LIMITS;
  return command
    .option("--password-file <file>", "read the password of an encrypted PDF from a file (or set ANNEX_PASSWORD)")
    .addOption(timeoutOption("give up on a PDF after this time"))
    .addOption(new Option("--max-memory <mib>", "give up on a PDF that needs more").default(mebibytes).argParser(count));
}

/** The option of every command whose input may have no end. */
export function timeoutOption(does: string): Option {
  return new Option("--timeout <seconds>", does).default(DEFAULT_LIMITS.seconds).argParser(duration);
}

/** A whole number of at least 1. */
export function count(text: string): number {
  const value = Number(text);
  if (!/^\d+$/u.test(text) || !Number.isSafeInteger(value) || value < 1)
    throw new InvalidArgumentError("Expected a whole number, 1 or more.");
  return value;
}

/** A time in seconds. */
function duration(text: string): number {
  const value = Number(text);
  if (!/^\d*\.?\d+$/u.test(text) || !(value > 0 && value <= LONGEST_SECONDS)) {
    throw new InvalidArgumentError(`Expected seconds, above 0 and up to ${LONGEST_SECONDS}.`);
  }
  return value;
}

/** The part K of N, both counted from 1. */
export interface Shard {
  readonly part: number;
  readonly of: number;
}

/** A part such as 2/8. */
export function shard(text: string): Shard {
  const [, part, of] = (/^(\d{1,6})\/(\d{1,6})$/u.exec(text) ?? []).map(Number);
  if (part === undefined || of === undefined || part < 1 || part > of) {
    throw new InvalidArgumentError("Expected K/N with K from 1 to N, such as 2/8.");
  }
  return { part, of };
}
