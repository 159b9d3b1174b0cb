import type { CheckFinding, CheckReport } from "../../check/model.js";
import type { Severity } from "../../model/diagnostic.js";
import { SEVERITY_NAMES } from "../labels.js";
import { escapeMarkdown } from "../markdown.js";
import { shortened } from "../quote.js";
import { countFindings, countsInWords, placeInWords } from "./findings.js";

const NAMES: Readonly<Record<Severity, string>> = { ...SEVERITY_NAMES, error: `**${SEVERITY_NAMES.error}**` };

const LONGEST_QUOTE = 120;

/** The findings as a job summary: a table for each file. */
export function checkToMarkdown(reports: readonly CheckReport[]): string {
  const blocks = reports.flatMap((report) => [`### File ${escapeMarkdown(report.file)}`, tableOf(report)]);
  return `${[`## Annex check: ${countsInWords(countFindings(reports))}`, ...blocks].join("\n\n")}\n`;
}

function tableOf({ findings }: CheckReport): string {
  if (findings.length === 0) return "No findings.";
  return ["| Level | Where | Finding | Rule |", "| --- | --- | --- | --- |", ...findings.map(rowOf)].join("\n");
}

function rowOf(finding: CheckFinding): string {
  const { rule, severity, message, place } = finding;
  const quote = place.quote === undefined ? "" : `<br>"${escapeMarkdown(shortened(place.quote, LONGEST_QUOTE))}"`;
  return `| ${[NAMES[severity], escapeMarkdown(placeInWords(finding)), escapeMarkdown(message) + quote, rule].join(" | ")} |`;
}
