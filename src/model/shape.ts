import type { z } from "zod";

/** A place where a value does not have the expected shape. */
export interface ShapeFault {
  /** The place, as a JSONPath (RFC 9535): `$.meetings[0].number`. */
  readonly path: string;
  /** "Unexpected X, expected Y". */
  readonly message: string;
}

/** Turns the issues that a schema found in a value into faults. */
export function shapeFaults(value: unknown, issues: readonly z.core.$ZodIssue[]): ShapeFault[] {
  return issues.flatMap((issue) => faultsOf(value, issue, []));
}

function faultsOf(value: unknown, issue: z.core.$ZodIssue, base: readonly PropertyKey[]): ShapeFault[] {
  const path = [...base, ...issue.path];
  const actual = valueAt(value, path);
  const here = (message: string): ShapeFault[] => [{ path: jsonPath(path), message }];
  switch (issue.code) {
    case "invalid_type":
      return here(
        actual === undefined ? `Missing, expected ${issue.expected}` : `Unexpected ${inWords(actual)}, expected ${issue.expected}`,
      );
    case "invalid_value":
      return here(`Unexpected ${inWords(actual)}, expected ${issue.values.map((known) => JSON.stringify(known)).join(" or ")}`);
    case "unrecognized_keys":
      return issue.keys.map((key) => ({ path: jsonPath([...path, key]), message: "Unexpected key" }));
    case "invalid_union": {
      // The alternative closest to the value is the most informative.
      const [nearest] = [...issue.errors].sort((a, b) => a.length - b.length);
      if (nearest !== undefined && nearest.length > 0) return nearest.flatMap((inner) => faultsOf(value, inner, path));
      return here(`Unexpected ${inWords(actual)}${issue.discriminator === undefined ? "" : `, expected a known ${issue.discriminator}`}`);
    }
    case "too_small":
      if (Array.isArray(actual))
        return here(`Unexpected ${actual.length === 1 ? "1 item" : `${actual.length} items`}, expected at least ${issue.minimum}`);
      return here(`Unexpected ${inWords(actual)}: ${issue.message}`);
    case "custom":
      // Schemas here word these messages so that they continue with what is expected.
      return here(`Unexpected ${inWords(actual)}, ${issue.message}`);
    default:
      return here(`Unexpected ${inWords(actual)}: ${issue.message}`);
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

/** The part of a value at a path; undefined if there is none. */
export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (parent, step) => (typeof parent === "object" && parent !== null ? Reflect.get(parent, step) : undefined),
    value,
  );
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
