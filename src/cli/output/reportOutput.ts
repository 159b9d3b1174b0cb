import type { Command } from "commander";
import type { Terminal as ReportTerminal } from "../../report/style.js";
import { PROFILE_HELP, addOcrOption, addReadingOptions, formatOption, outputOption } from "../commandLine/options.js";
import { STANDARD } from "../files/disk.js";
import type { ExtractionOptions } from "../reading/extraction.js";
import { FILE_WIDTH, outputStyle, outputWidth } from "../terminal/style.js";

/** The options of the commands that report on annexes. */
export interface ReportOptions<Format extends string> extends ExtractionOptions {
  readonly output: string;
  readonly format: Format;
  /** Undefined if the user says nothing: then it depends on the terminal. */
  readonly color?: boolean;
  readonly quiet?: boolean;
}

/** Adds the options of the commands that report on annexes. */
export function addReportOptions(command: Command, formats: readonly string[]): Command {
  command
    .addOption(outputOption())
    .addOption(formatOption(formats, "text"))
    .option("--color", "with --format text: use colours, even if the output is not a terminal")
    .option("--no-color", "no colours (also: NO_COLOR)")
    .option("--profile <file>", PROFILE_HELP);
  return addReadingOptions(addOcrOption(command)).option("--quiet", "print only errors on stderr");
}

/** The target of a report in text: the terminal, or a file, which has no colours unless they are requested. */
export function reportTerminal({ output, color }: Pick<ReportOptions<string>, "output" | "color">): ReportTerminal {
  const isFile = output !== STANDARD;
  return { style: outputStyle(color ?? (isFile ? false : undefined)), width: isFile ? FILE_WIDTH : outputWidth() };
}
