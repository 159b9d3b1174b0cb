import { z } from "zod";
import { DIFF_SCHEMA_ID, diffSchema } from "./model.js";

/** The JSON Schema (draft 2020-12) of a diff: the contents of `schema/diff-1.schema.json`. */
export function diffJsonSchema(): Record<string, unknown> {
  return { $id: DIFF_SCHEMA_ID, title: "The differences between two editions of an annex", ...z.toJSONSchema(diffSchema) };
}
