import { CommanderError } from "commander";
import { buildProgram, withKnownCommand } from "./program.js";
import { EXIT, Failure } from "./terminal/failure.js";
import { openTerminal } from "./terminal/terminal.js";

/** Runs a command line; resolves to the exit code. Any failure is reported here, in at most two lines. */
export async function run(args: readonly string[]): Promise<number> {
  const terminal = openTerminal({});
  const debug = args.includes("--debug");
  let code: number = EXIT.fine;
  try {
    const program = await buildProgram(args, (exit) => {
      code = exit;
    });
    await program.parseAsync(withForms(withKnownCommand(args)), { from: "user" });
    return code;
  } catch (error) {
    // Commander has already printed its message: help and version are fine, anything else is wrong usage.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.trouble;
    if (error instanceof Failure) terminal.sayFailure(error);
    else terminal.sayFailure(new Failure(`unexpected error: ${messageOf(error)}`, "This is a bug; --debug shows where it comes from."));
    if (debug && error instanceof Error) terminal.sayLines(error.stack ?? "");
    return EXIT.trouble;
  }
}

/** Arguments with the form of `--stats` written out: otherwise Commander would take the PDF that follows for it. */
function withForms(args: readonly string[]): string[] {
  const end = args.indexOf("--");
  // After "--" there are only file names.
  return args.map((arg, index) => (arg === "--stats" && (end === -1 || index < end) ? "--stats=text" : arg));
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n", 1)[0] ?? "";
}
