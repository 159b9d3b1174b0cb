import type { FailOn } from "../../check/check.js";
import type { CheckReport } from "../../check/model.js";
import type { Terminal } from "../style.js";
import { checkToGithub } from "./github.js";
import { checkToJson } from "./json.js";
import { checkToJunit } from "./junit.js";
import { checkToMarkdown } from "./markdown.js";
import { checkToSarif } from "./sarif.js";
import { checkToText } from "./text.js";

/** The formats in which findings can be reported. */
export const CHECK_FORMATS = ["text", "json", "github", "sarif", "junit", "markdown"] as const;

/** A format in which findings can be reported. */
export type CheckFormat = (typeof CHECK_FORMATS)[number];

/** Options of a report of findings. */
export interface CheckReportOptions {
  /** For the format `junit`: which findings are failures. */
  readonly failOn: FailOn;
  /** For the format `text`. */
  readonly terminal: Terminal;
}

/** The findings as bytes to print. */
export function reportCheck(reports: readonly CheckReport[], format: CheckFormat, { failOn, terminal }: CheckReportOptions): string {
  switch (format) {
    case "text":
      return checkToText(reports, terminal);
    case "json":
      return checkToJson(reports);
    case "github":
      return checkToGithub(reports);
    case "sarif":
      return checkToSarif(reports);
    case "junit":
      return checkToJunit(reports, failOn);
    case "markdown":
      return checkToMarkdown(reports);
  }
}
