import type { CheckFinding, CheckReport } from "../../check/model.js";
import type { Severity } from "../../model/diagnostic.js";
import { withoutControls } from "../controls.js";
import { placeInWords } from "./findings.js";

const COMMANDS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

/** The findings as annotations: workflow commands that GitHub Actions reads from the log. */
export function checkToGithub(reports: readonly CheckReport[]): string {
  return reports.flatMap(({ file, findings }) => findings.map((finding) => annotation(file, finding))).join("");
}

function annotation(file: string, finding: CheckFinding): string {
  const { rule, severity, message, place } = finding;
  const where = placeInWords(finding);
  const text = [where === "" ? message : `${where}: ${message}`, ...(place.quote === undefined ? [] : [`"${place.quote}"`])].join("\n");
  return `::${COMMANDS[severity]} file=${escapeProperty(file)},title=${escapeProperty(rule)}::${escapeData(text)}\n`;
}

/** As in actions/toolkit, packages/core/src/command.ts, which leaves controls in the text. */
function escapeData(text: string): string {
  return withoutControls(text).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
