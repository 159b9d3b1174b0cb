import type { AnnexDiff } from "../diff/model.js";
import type { AnnexDocument } from "../model/annex.js";
import type { Severity } from "../model/diagnostic.js";
import type { PlacedFault, RuleCode } from "./model.js";

/** The input of the rules. */
export interface CheckInput {
  readonly document: AnnexDocument;
  /** The differences from an older edition, which the document must still contain; undefined if none was given. */
  readonly sinceBaseline: AnnexDiff | undefined;
}

/** One thing that can be wrong with a document. */
export interface Rule {
  readonly code: RuleCode;
  /** The default severity of its findings. */
  readonly severity: Severity;
  /** What the rule looks for, in one line. */
  readonly title: string;
  readonly check: (input: CheckInput) => PlacedFault[];
}
