import { createHash } from "node:crypto";
import type { CheckFinding, CheckReport, RuleCode } from "../../check/model.js";
import { RULES } from "../../check/rules/index.js";
import type { Severity } from "../../model/diagnostic.js";

const LEVELS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };

const RULE_INDEX: ReadonlyMap<RuleCode, number> = new Map(RULES.map(({ code }, index) => [code, index]));

/** The findings in the Static Analysis Results Interchange Format 2.1.0 (OASIS). */
export function checkToSarif(reports: readonly CheckReport[]): string {
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "annex-matrix", rules: RULES.map(ruleToSarif) } },
        columnKind: "unicodeCodePoints",
        artifacts: reports.map(({ file }) => ({ location: { uri: uriOf(file) } })),
        results: reports.flatMap(resultsOf),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function ruleToSarif({ code, severity, title }: (typeof RULES)[number]): unknown {
  return { id: code, shortDescription: { text: `${title}.` }, defaultConfiguration: { level: LEVELS[severity] } };
}

function resultsOf({ file, findings }: CheckReport, artifact: number): unknown[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const { rule, severity, message, place } = finding;
    const said = saidBy(finding);
    const ordinal = (seen.get(said) ?? 0) + 1;
    seen.set(said, ordinal);
    return {
      ruleId: rule,
      ruleIndex: RULE_INDEX.get(rule) ?? -1,
      level: LEVELS[severity],
      message: { text: message },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: uriOf(file), index: artifact },
            // A PDF has no lines, but code hosts do not show a result without one; the page and the box are in the properties.
            region: { startLine: 1 },
          },
          ...logicalLocation(finding),
        },
      ],
      partialFingerprints: { "annexFinding/v1": createHash("sha256").update(`${said}\n${ordinal}`).digest("hex") },
      properties: { ...place },
    };
  });
}

/** What identifies a finding in the next edition: not its page or its item's id, which change when something is inserted above. */
function saidBy({ rule, place, message }: CheckFinding): string {
  return JSON.stringify([rule, place.meeting ?? null, place.quote ?? message]);
}

function logicalLocation({ place: { item, meeting } }: CheckFinding): object {
  if (item !== undefined) return { logicalLocations: [{ fullyQualifiedName: item, kind: "item" }] };
  return meeting === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: `meeting ${meeting}`, kind: "meeting" }] };
}

/** A path as a URI reference (RFC 3986), relative if the path is. */
function uriOf(path: string): string {
  const parts = path.replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");
  return path.startsWith("/") ? `file://${parts}` : parts;
}
