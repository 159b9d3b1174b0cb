import { type Command, Option } from "commander";
import { checkDocument, isFailing } from "../../check/check.js";
import { FAIL_ON } from "../../check/config.js";
import { CHECK_FORMATS, type CheckFormat, reportCheck } from "../../report/check/formats.js";
import type { Exit } from "../commandLine/command.js";
import type { Example } from "../commandLine/examples.js";
import { CONFIG_FILE, type ConfigOptions, configOf } from "../files/configFile.js";
import { STANDARD, writeOutput } from "../files/disk.js";
import { type ReportOptions, addReportOptions, reportTerminal } from "../output/reportOutput.js";
import { readDocuments } from "../reading/documents.js";
import { EXIT, Failure } from "../terminal/failure.js";
import { type Terminal, openTerminal, sayFailures } from "../terminal/terminal.js";

interface CheckOptions extends ReportOptions<CheckFormat>, ConfigOptions {
  readonly baseline?: string;
}

/** Lines that `--help` shows. */
export const examples: readonly Example[] = [
  { line: "annex check annex.pdf", does: "the findings, grouped, each with the text it is about" },
  { line: "annex check new.pdf --baseline old.json", does: "also report what the new edition lost or rewrote" },
  { line: "annex check annex.pdf --format sarif -o annex.sarif", does: "for code scanning" },
  { line: "annex check data/*.json --fail-on warning --rule item-duplicate=off", does: "be stricter, except for one rule" },
];

/** `annex check`: looks for problems in an edition. */
export function define(command: Command, exit: Exit): void {
  command
    .argument("<file...>", "PDFs, or extracted JSON files; - for stdin")
    .option("--baseline <file>", "an older edition, whose meetings and items must still be there")
    .addOption(new Option("--fail-on <level>", "exit 1 for findings of this level or above (default: error)").choices(FAIL_ON))
    .addOption(
      new Option("--rule <code=level>", "set a rule to off, info, warning or error; may be repeated")
        .default([], "as in docs/rules.md")
        .argParser((setting, before: string[]) => [...before, setting]),
    )
    .option("--config <file>", `read the configuration from this file (default: ${CONFIG_FILE}, if there is one)`);
  addReportOptions(command, CHECK_FORMATS)
    .addHelpText("after", "\ndocs/rules.md describes the rules.")
    .action(async (paths: string[], options: CheckOptions) => exit(await run(paths, options)));
}

async function run(paths: readonly string[], options: CheckOptions): Promise<number> {
  const terminal = openTerminal(options);
  const { rules, failOn = "error" } = await configOf(options);
  const { baseline: baselinePath } = options;
  const read = await readDocuments(
    [...paths, ...(baselinePath === undefined ? [] : [baselinePath])],
    { ...options, command: "annex check" },
    terminal,
  );
  const baseline = baselinePath === undefined ? undefined : read.pop();
  if (baseline instanceof Failure) return trouble([baseline], terminal);

  const failures = read.filter((result) => result instanceof Failure);
  const reports = read.flatMap((result, index) => {
    if (result instanceof Failure) return [];
    const { findings } = checkDocument(result, { baseline, rules });
    return [{ file: nameOf(paths[index]), findings }];
  });
  // What could be read is reported even if some files could not be: one bad file does not hide the findings of others.
  if (reports.length > 0)
    await writeOutput(options.output, reportCheck(reports, options.format, { failOn, terminal: reportTerminal(options) }));
  if (failures.length > 0) return trouble(failures, terminal);
  return reports.some((report) => isFailing(report, failOn)) ? EXIT.findings : EXIT.fine;
}

function trouble(failures: readonly Failure[], terminal: Terminal): number {
  sayFailures(failures, terminal);
  return EXIT.trouble;
}

/** The file as the user named it: annotations and code hosts look it up by that path. */
function nameOf(path: string | undefined): string {
  return path === undefined || path === STANDARD ? "stdin" : path;
}
