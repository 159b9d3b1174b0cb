import { diffDocuments } from "../diff/diff.js";
import type { AnnexDocument } from "../model/annex.js";
import type { Severity } from "../model/diagnostic.js";
import { describeFault } from "./describe.js";
import type { CheckFinding, CheckReport, RuleCode, RuleLevel } from "./model.js";
import { RULES } from "./rules/index.js";

/** Options of `checkDocument`; all are optional. */
export interface CheckOptions {
  /** An older edition, whose meetings and items must still be there unchanged. */
  readonly baseline?: AnnexDocument | undefined;
  /** Levels of rules other than their defaults, by the codes of the rules; `off` leaves a rule out. */
  readonly rules?: Readonly<Partial<Record<RuleCode, RuleLevel>>> | undefined;
}

/** The lowest severity of a finding that makes a check fail. */
export type FailOn = Severity | "never";

/**
 * Applies the rules of docs/rules.md to a document. The findings are sorted by page, and from top to bottom on each page. Those without a
 * page, such as the loss of a meeting, come first.
 */
export function checkDocument(document: AnnexDocument, options: CheckOptions = {}): CheckReport {
  const { baseline } = options;
  const sinceBaseline = baseline === undefined ? undefined : diffDocuments(baseline, document);
  const findings = RULES.flatMap((rule): CheckFinding[] => {
    const severity = options.rules?.[rule.code] ?? rule.severity;
    if (severity === "off") return [];
    return rule.check({ document, sinceBaseline }).map(({ fault, place }) => ({
      rule: rule.code,
      severity,
      message: describeFault(fault),
      place,
      fault,
    }));
  });
  return { file: document.source.file, findings: findings.sort(compareFindings) };
}

/** Whether a report has a finding of this severity or a higher one. */
export function isFailing(report: CheckReport, failOn: FailOn): boolean {
  return report.findings.some((finding) => reaches(finding.severity, failOn));
}

/** Whether a finding of this severity makes a check fail. */
export function reaches(severity: Severity, failOn: FailOn): boolean {
  return failOn !== "never" && RANKS[severity] >= RANKS[failOn];
}

const RANKS: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/** By page and then from top to bottom; findings without a page come first. Equal places keep the order of the rules. */
function compareFindings(a: CheckFinding, b: CheckFinding): number {
  return (
    (a.place.page ?? 0) - (b.place.page ?? 0) ||
    (a.place.bbox?.[1] ?? 0) - (b.place.bbox?.[1] ?? 0) ||
    (a.place.bbox?.[0] ?? 0) - (b.place.bbox?.[0] ?? 0)
  );
}
