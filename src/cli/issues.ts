import type { z } from "zod";

/** The issues of a value as lines: where, by its JSON path, and what was expected there. */
export function describeIssues(value: unknown, issues: readonly z.core.$ZodIssue[]): string[] {
  return issues.flatMap((issue) => describeIssue(value, issue, []));
}

function describeIssue(value: unknown, issue: z.core.$ZodIssue, base: readonly PropertyKey[]): string[] {
  const path = [...base, ...issue.path];
  const at = `${jsonPath(path)}:`;
  const actual = valueAt(value, path);
  switch (issue.code) {
    case "invalid_type":
      return [actual === undefined ? `${at} Missing, expected ${issue.expected}` : `${at} Unexpected ${inWords(actual)}, expected ${issue.expected}`];
    case "invalid_value":
      return [`${at} Unexpected ${inWords(actual)}, expected ${issue.values.map((known) => JSON.stringify(known)).join(" or ")}`];
    case "unrecognized_keys":
      return issue.keys.map((key) => `${jsonPath([...path, key])}: Unexpected key`);
    case "invalid_union": {
      // The alternative that a value comes nearest to says most.
      const [nearest] = [...issue.errors].sort((a, b) => a.length - b.length);
      if (nearest !== undefined && nearest.length > 0) return nearest.flatMap((inner) => describeIssue(value, inner, path));
      return [`${at} Unexpected ${inWords(actual)}${issue.discriminator === undefined ? "" : `, expected a known ${issue.discriminator}`}`];
    }
    default:
      return [`${at} Unexpected ${inWords(actual)}: ${issue.message}`];
  }
}

/** `$.meetings[0].number`, as in RFC 9535. */
function jsonPath(path: readonly PropertyKey[]): string {
  const steps = path.map((step) => {
    if (typeof step === "number") return `[${step}]`;
    const key = String(step);
    return /^[\p{L}_$][\p{L}\d_$]*$/u.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
  });
  return `$${steps.join("")}`;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((parent, step) => (typeof parent === "object" && parent !== null ? Reflect.get(parent, step) : undefined), value);
}

/** Values longer than this are named by their type alone. */
const LONGEST_VALUE = 60;

function inWords(value: unknown): string {
  if (value === undefined) return "absence";
  if (Array.isArray(value)) return "array";
  if (typeof value === "object" && value !== null) return "object";
  const json = JSON.stringify(value);
  return json.length > LONGEST_VALUE ? typeof value : json;
}
