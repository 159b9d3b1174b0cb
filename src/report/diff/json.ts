import { DIFF_SCHEMA_ID, DIFF_SCHEMA_VERSION, type AnnexDiff } from "../../diff/model.js";

/** The whole diff as data; the ids only if requested. */
export function diffToJson(diff: AnnexDiff, withIds: boolean): string {
  const { from, to, summary, changes, ids } = diff;
  const report = { $schema: DIFF_SCHEMA_ID, schemaVersion: DIFF_SCHEMA_VERSION, from, to, summary, changes, ...(withIds ? { ids } : {}) };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
