import { CommanderError } from "commander";
import { EXIT, Failure } from "./failure.js";
import { buildProgram } from "./program.js";
import { printable } from "./terminal.js";

/** Runs the command of this process' arguments; sets its exit code. */
export async function main(): Promise<void> {
  process.exitCode = await run(process.argv.slice(2));
}

async function run(args: readonly string[]): Promise<number> {
  const debug = args.includes("--debug");
  try {
    const program = buildProgram((code) => (process.exitCode = code));
    await program.parseAsync([...args], { from: "user" });
    return typeof process.exitCode === "number" ? process.exitCode : EXIT.fine;
  } catch (error) {
    // Commander has said what it wanted: help and version are fine, anything else is wrong usage.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.trouble;
    if (!(error instanceof Failure)) return unforeseen(error, debug);
    process.stderr.write(`annex: ${printable(error.message)}\n`);
    if (error.hint !== undefined) process.stderr.write(`${printable(error.hint)}\n`);
    if (debug && error.stack !== undefined) process.stderr.write(`${error.stack}\n`);
    return EXIT.trouble;
  }
}

function unforeseen(error: unknown, debug: boolean): number {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`annex: unexpected error: ${printable(message.split("\n", 1)[0] ?? "")}\n`);
  process.stderr.write(debug && error instanceof Error ? `${error.stack ?? ""}\n` : "This is a bug; --debug shows where it comes from.\n");
  return EXIT.trouble;
}
