import type { RuleCode } from "../model.js";
import type { Rule } from "../rule.js";
import { ANNOUNCED_RULES } from "./announced.js";
import { BASELINE_RULES } from "./baseline.js";
import { DIAGNOSTIC_RULES } from "./diagnostics.js";
import { HEADING_RULES } from "./heading.js";
import { ITEM_RULES } from "./items.js";
import { MEETING_RULES } from "./meetings.js";

/** All rules, in the order of docs/rules.md. */
export const RULES: readonly Rule[] = [
  ...DIAGNOSTIC_RULES,
  ...HEADING_RULES,
  ...MEETING_RULES,
  ...ANNOUNCED_RULES,
  ...ITEM_RULES,
  ...BASELINE_RULES,
];

/** The codes of all rules. */
export const RULE_CODES: readonly RuleCode[] = RULES.map((rule) => rule.code);
