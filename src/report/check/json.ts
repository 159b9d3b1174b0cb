import type { CheckFinding, CheckReport, Fault } from "../../check/model.js";
import { countFindings } from "./findings.js";

/** The version of the shape below, raised by the rules of semantic versioning. */
const CHECK_SCHEMA_VERSION = "1.0.0";

/** The findings as data: for each its rule, severity, message, place, and what the rule found in `data`. */
export function checkToJson(reports: readonly CheckReport[]): string {
  const report = {
    schemaVersion: CHECK_SCHEMA_VERSION,
    summary: countFindings(reports),
    files: reports.map(({ file, findings }) => ({ file, findings: findings.map(findingToJson) })),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function findingToJson({ rule, severity, message, place, fault }: CheckFinding): unknown {
  const data = payloadOf(fault);
  return { rule, severity, message, ...place, ...(Object.keys(data).length === 0 ? {} : { data }) };
}

/** The data of a fault besides its rule and its message. */
function payloadOf(fault: Fault): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fault).filter(([key]) => key !== "code" && key !== "message"));
}
