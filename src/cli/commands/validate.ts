import type { Command } from "commander";
import type { RecordsProfile } from "../../annex/profile.js";
import { isRecordsDocument, validateRecords } from "../../model/records.js";
import type { ShapeFault } from "../../model/shape.js";
import { validateDocument } from "../../model/validate.js";
import type { Exit } from "../commandLine/command.js";
import type { Example } from "../commandLine/examples.js";
import { timeoutOption } from "../commandLine/options.js";
import { readJson } from "../files/json.js";
import { readProfile } from "../files/profileFile.js";
import { EXIT, Failure } from "../terminal/failure.js";
import { type Terminal, openTerminal } from "../terminal/terminal.js";
import { describeShapeFault } from "../terminal/words.js";

interface ValidateOptions {
  readonly profile?: string;
  /** Seconds. */
  readonly timeout: number;
  readonly quiet?: boolean;
}

/** Lines that `--help` shows. */
export const examples: readonly Example[] = [
  { line: "annex validate annex.json", does: "report each fault with its path" },
  { line: "annex validate --quiet data/*.json", does: "print nothing about valid files" },
  { line: "annex validate records.json --profile report.profile.json", does: "expect the columns of a profile" },
];

/** `annex validate`: checks JSON files against the schema. */
export function define(command: Command, exit: Exit): void {
  command
    .argument("<json...>", "JSON files, or - for stdin")
    .option("--profile <file>", "expect the records of this profile, with its columns and no others")
    .addOption(timeoutOption("give up on a file that has not arrived after this time"))
    .option("--quiet", "print nothing about valid files")
    .action(async (paths: string[], options: ValidateOptions) => {
      const terminal = openTerminal(options);
      const profile = await recordsProfileOf(options);
      let worst: number = EXIT.fine;
      const sayFailure = paths.length === 1 ? terminal.sayFailure : terminal.sayProblem;
      for (const path of paths) worst = Math.max(worst, await validateFile(path, options.timeout, profile, { ...terminal, sayFailure }));
      exit(worst);
    });
}

/** The profile, if it describes records; all annexes of meetings have the same schema. */
async function recordsProfileOf({ profile: path }: ValidateOptions): Promise<RecordsProfile | undefined> {
  if (path === undefined) return undefined;
  const profile = await readProfile(path);
  return profile.kind === "records" ? profile : undefined;
}

async function validateFile(path: string, seconds: number, profile: RecordsProfile | undefined, terminal: Terminal): Promise<number> {
  try {
    const faults = faultsOf(await readJson(path, seconds), profile);
    if (faults.length === 0) {
      terminal.say(`${path}: valid`);
      return EXIT.fine;
    }
    for (const fault of faults) terminal.print(`${path}: ${describeShapeFault(fault)}`);
    return EXIT.findings;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    terminal.sayFailure(error);
    return EXIT.trouble;
  }
}

/** Records identify themselves; anything else is taken for an annex of meetings. */
function faultsOf(value: unknown, profile: RecordsProfile | undefined): readonly ShapeFault[] {
  if (profile !== undefined || isRecordsDocument(value)) return validateRecords(value, profile?.columns);
  const checked = validateDocument(value);
  return "document" in checked ? [] : checked.faults;
}
