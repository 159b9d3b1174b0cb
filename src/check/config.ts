import { z } from "zod";
import { valueAt } from "../model/shape.js";
import type { FailOn } from "./check.js";
import { nearestWord } from "./misspelling.js";
import type { RuleCode, RuleLevel } from "./model.js";
import { RULE_CODES } from "./rules/index.js";

/** The levels that a user may give a rule. */
const RULE_LEVELS = ["off", "info", "warning", "error"] as const satisfies readonly RuleLevel[];

/** The levels on which a check may fail. */
export const FAIL_ON = ["error", "warning", "info", "never"] as const satisfies readonly FailOn[];

/** How documents are checked: the contents of `annex.config.json`, which options of the command line may override. */
export interface CheckConfig {
  readonly failOn?: FailOn | undefined;
  readonly rules?: Readonly<Partial<Record<RuleCode, RuleLevel>>> | undefined;
}

/** What is wrong with a configuration: an unknown name or value, with the known ones. */
export interface ConfigFault {
  readonly kind: "key" | "rule" | "value";
  /** Where: "", "rules", "rules.item-cut". */
  readonly path: string;
  /** As JSON. */
  readonly actual: string;
  /** For a name, the known one that may have been meant. */
  readonly nearest: string | undefined;
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
  const [code = "", ...level] = setting.split("=");
  return parseConfig({ rules: { [code]: level.join("=") } });
}

/** The second configuration over the first. */
export function mergeConfigs(base: CheckConfig, over: CheckConfig): CheckConfig {
  return { failOn: over.failOn ?? base.failOn, rules: { ...base.rules, ...over.rules } };
}

/** Puts a fault into words. */
export function describeConfigFault({ kind, path, actual, nearest, known }: ConfigFault): string {
  const where = path === "" ? "" : ` at ${path}`;
  // There are too many rules to list on a line.
  const listed = kind === "rule" ? "a rule that docs/rules.md lists" : known.length === 1 ? known.join() : `one of ${known.join(", ")}`;
  return `Unexpected ${kind} ${actual}${where}, expected ${nearest === undefined ? listed : JSON.stringify(nearest)}`;
}

function faultsOf(issue: z.core.$ZodIssue, contents: unknown): ConfigFault[] {
  const path = issue.path.join(".");
  const isAtRules = path === "rules";
  if (issue.code === "unrecognized_keys") {
    const known = isAtRules ? RULE_CODES : Object.keys(configSchema.shape);
    return issue.keys.map((key) => ({
      kind: isAtRules ? "rule" : "key",
      path,
      actual: JSON.stringify(key),
      nearest: nearestWord(key, known, Math.ceil(key.length / 3)),
      known,
    }));
  }
  return [{ kind: "value", path, actual: inWords(valueAt(contents, issue.path)), nearest: undefined, known: knownValues(path) }];
}

function knownValues(path: string): readonly string[] {
  if (path === "failOn") return FAIL_ON;
  if (path.startsWith("rules.")) return RULE_LEVELS;
  return path === "$schema" ? ["a text"] : ["an object"];
}

function inWords(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}
