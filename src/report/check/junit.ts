import { reaches, type FailOn } from "../../check/check.js";
import type { CheckFinding, CheckReport } from "../../check/model.js";
import { RULES } from "../../check/rules/index.js";
import { placeInWords } from "./findings.js";

/**
 * The findings as JUnit XML: a suite for each file; a case for each finding, and one for each rule that found nothing.
 * A finding that does not make the check fail is a case that passes, with the finding in its output.
 */
export function checkToJunit(reports: readonly CheckReport[], failOn: FailOn): string {
  const suites = reports.map((report) => suiteOf(report, failOn));
  const tests = sum(suites.map((suite) => suite.tests));
  const failures = sum(suites.map((suite) => suite.failures));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="annex check" tests="${tests}" failures="${failures}" errors="0">`,
    ...suites.map((suite) => suite.xml),
    "</testsuites>\n",
  ].join("\n");
}

function suiteOf({ file, findings }: CheckReport, failOn: FailOn): { tests: number; failures: number; xml: string } {
  const quiet = RULES.filter(({ code }) => !findings.some(({ rule }) => rule === code));
  const failures = findings.filter(({ severity }) => reaches(severity, failOn)).length;
  const tests = findings.length + quiet.length;
  const xml = [
    `  <testsuite name="${escapeXml(file)}" tests="${tests}" failures="${failures}" errors="0" skipped="0">`,
    ...findings.map((finding) => caseOf(file, finding, failOn)),
    ...quiet.map(({ code }) => `    <testcase classname="${escapeXml(file)}" name="${code}"/>`),
    "  </testsuite>",
  ].join("\n");
  return { tests, failures, xml };
}

function caseOf(file: string, finding: CheckFinding, failOn: FailOn): string {
  const { rule, severity, message, place } = finding;
  const where = placeInWords(finding);
  const detail = escapeXml([message, ...(place.quote === undefined ? [] : [`"${place.quote}"`])].join("\n"));
  const inside = reaches(severity, failOn)
    ? `<failure type="${severity}" message="${escapeXml(message)}">${detail}</failure>`
    : `<system-out>${severity}: ${detail}</system-out>`;
  const name = escapeXml(where === "" ? rule : `${rule}: ${where}`);
  return `    <testcase classname="${escapeXml(file)}" name="${name}">${inside}</testcase>`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

/** A text in an element or an attribute. Characters that XML 1.0 cannot represent (section 2.2) are shown as the replacement character. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD")
    .replace(/[&<>"']/gu, (sign) => ENTITIES[sign] ?? sign);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
