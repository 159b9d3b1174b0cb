import type { CheckFinding, CheckReport } from "../../check/model.js";
import { groupBy } from "../../geometry/groups.js";
import type { Severity } from "../../model/diagnostic.js";
import { SEVERITY_NAMES, countOf } from "../labels.js";

/** How many findings there are of each severity. */
export type Counts = Readonly<Record<Severity, number>>;

/** Counts the findings of all reports. */
export function countFindings(reports: readonly CheckReport[]): Counts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { findings } of reports) {
    for (const { severity } of findings) counts[severity] += 1;
  }
  return counts;
}

/** 1 error, 2 warnings, 3 notes; no findings. */
export function countsInWords(counts: Counts): string {
  const found = (["error", "warning", "info"] as const).filter((severity) => counts[severity] > 0);
  return found.map((severity) => countOf(counts[severity], SEVERITY_NAMES[severity])).join(", ") || "no findings";
}

/** Where a finding is, in words: p. 8, meeting 4, cmm4/recommendations/5. */
export function placeInWords({ place }: CheckFinding): string {
  const { page, meeting, item } = place;
  const where = [page === undefined ? "" : `p. ${page}`, item ?? (meeting === undefined ? "" : `meeting ${meeting}`)];
  return where.filter((part) => part !== "").join(", ");
}

/** The findings of a report by what they are about: the document first, then its meetings in the order of their first finding. */
export function groupsOf({ findings }: CheckReport): { title: string; findings: CheckFinding[] }[] {
  const isOfMeeting = ({ place }: CheckFinding): boolean => place.meeting !== undefined;
  const documentFirst = [...findings.filter((finding) => !isOfMeeting(finding)), ...findings.filter(isOfMeeting)];
  return [...groupBy(documentFirst, ({ place }) => place.meeting)].map(([meeting, group]) => ({
    title: meeting === undefined ? "The document" : `Meeting ${meeting}`,
    findings: group,
  }));
}
