import { distance } from "fastest-levenshtein";
import { z } from "zod";
import type { FailOn } from "./check.js";
import type { RuleCode, RuleLevel } from "./model.js";
import { RULE_CODES } from "./rules/index.js";

/** What a user may make of a rule. */
const RULE_LEVELS = ["off", "info", "warning", "error"] as const satisfies readonly RuleLevel[];

/** On what a check may fail. */
export const FAIL_ON = ["error", "warning", "info", "never"] as const satisfies readonly FailOn[];

/** How documents are checked: what `annex.config.json` holds, and what the options of the command line set over it. */
export interface CheckConfig {
  readonly failOn?: FailOn | undefined;
  readonly rules?: Readonly<Partial<Record<RuleCode, RuleLevel>>> | undefined;
}

/** What is wrong with a configuration: a name or a value that is not known, with those that are. */
export interface ConfigFault {
  readonly kind: "key" | "rule" | "value";
  /** Where: "", "rules", "rules.item-cut". */
  readonly path: string;
  readonly actual: string;
  readonly known: readonly string[];
}

/** A configuration, or all that is wrong with it. */
export type ConfigResult = { readonly config: CheckConfig } | { readonly faults: readonly ConfigFault[] };

const ruleLevelsSchema = z.strictObject(Object.fromEntries(RULE_CODES.map((code) => [code, z.enum(RULE_LEVELS).optional()])));

const configSchema = z.strictObject({
  $schema: z.string().optional(),
  failOn: z.enum(FAIL_ON).optional(),
  rules: ruleLevelsSchema.optional(),
});

/** Reads the contents of `annex.config.json`. */
export function parseConfig(contents: unknown): ConfigResult {
  const result = configSchema.safeParse(contents);
  if (!result.success) return { faults: result.error.issues.flatMap((issue) => faultsOf(issue, contents)) };
  const { failOn, rules } = result.data;
  return { config: { failOn, rules: Object.fromEntries(Object.entries(rules ?? {}).filter(([, level]) => level !== undefined)) } };
}

/** Reads CODE=LEVEL, as `--rule` takes it. */
export function parseRuleSetting(setting: string): ConfigResult {
  const [code = "", level] = setting.split("=", 2);
  return parseConfig({ rules: { [code]: level ?? "" } });
}

/** The second configuration over the first. */
export function mergeConfigs(base: CheckConfig, over: CheckConfig): CheckConfig {
  return { failOn: over.failOn ?? base.failOn, rules: { ...base.rules, ...over.rules } };
}

/** Puts a fault into words. */
export function describeConfigFault({ kind, path, actual, known }: ConfigFault): string {
  const where = path === "" ? "" : ` at ${path}`;
  const nearest = kind === "value" ? undefined : nearestOf(actual, known);
  const listed = known.length === 1 ? known.join() : `one of ${known.join(", ")}`;
  const expected = nearest === undefined ? listed : `"${nearest}" (known are ${known.join(", ")})`;
  return `Unexpected ${kind} ${actual}${where}, expected ${expected}`;
}

function faultsOf(issue: z.core.$ZodIssue, contents: unknown): ConfigFault[] {
  const path = issue.path.join(".");
  const isAtRules = path === "rules";
  if (issue.code === "unrecognized_keys") {
    const known = isAtRules ? RULE_CODES : Object.keys(configSchema.shape);
    return issue.keys.map((key) => ({ kind: isAtRules ? "rule" : "key", path, actual: `"${key}"`, known }));
  }
  return [{ kind: "value", path, actual: valueAt(contents, issue.path), known: knownValues(path) }];
}

function knownValues(path: string): readonly string[] {
  if (path === "failOn") return FAIL_ON;
  if (path.startsWith("rules.")) return RULE_LEVELS;
  return path === "$schema" ? ["a text"] : ["an object"];
}

function valueAt(contents: unknown, path: readonly PropertyKey[]): string {
  const value = path.reduce((held, key) => (held as Readonly<Record<PropertyKey, unknown>>)[key], contents);
  return value === undefined ? "nothing" : JSON.stringify(value);
}

/** The known name that is meant by a misspelt one, in quotes; undefined where none is near. */
function nearestOf(actual: string, known: readonly string[]): string | undefined {
  const name = actual.slice(1, -1);
  const [nearest] = known.map((other) => ({ other, steps: distance(name, other) })).sort((a, b) => a.steps - b.steps);
  return nearest !== undefined && nearest.steps <= Math.ceil(name.length / 3) ? nearest.other : undefined;
}
